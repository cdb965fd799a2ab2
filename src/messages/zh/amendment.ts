/** The amendments of a confirmed agreement. */
export const amendment = {
  DOCUMENT_NUMBER_MISSING: () => '民政部门提出的变更须注明文号。',
  DAY_MISSING: () => '新增项目期须填写开始和结束日期。',
  FEE_RAISED: ({ firstFee }: { firstFee: string }) =>
    `变更后的年度经费累计超过首次约定（${firstFee} 元）的 10%，请确认是否须重新采购。`,
  TERMS_LEAVE_GAP: ({ first, last }: { first: string; last: string }) =>
    `${first} 至 ${last} 不属于任何项目期，请调整项目期；如确需留空，请勾选允许空档（allowGaps）。`,
  PART_NOT_YET: () => '新增的片区、社工点或项目不能同时停用。',
  PART_TWICE: () => '同一项目期、片区、社工点或项目只能变更一次，请合并填写。',
  PART_CLOSED: ({ name }: { name: string }) => `“${name}”在这一天尚未启用或已停用，请另选一个，或新增。`,
  KIND_IS_FIXED: () => '项目的类别和领域不能变更；请停用原项目并新增一个。',
  KIND_MISSING: () => '新增项目须注明类别：核心、重点、基础或特色。',
  ONLY_POINTS_HAVE_ZONES: () => '只有社工点属于某个片区，片区和项目请不要填写所属片区。',
  ZONE_OF_POINT_MISSING: () => '请注明社工点所属片区。',
  NOTHING_CHANGES: () => '填写的内容与现行协议相同，没有需要变更的内容，请核对。',
  SAME_VALUE_AND_DAY: ({ field, subject }: { field: string; subject: string | null }) =>
    `已有一份待确认的变更自同一天起修改同一内容（${subject ?? FIELDS[field] ?? field}），请先确认、退回或撤回它。`,
  AMENDMENT_OUTDATED: () =>
    '这份变更提出后协议又有变更，按现行协议确认的内容与所列的不同，请对方撤回后重新提出。',
  NOTHING_TO_ANSWER: () => '只有民政部门直接作出的变更需要双方答复。',
  ANSWERED_ALREADY: () => '本单位已答复过这份变更，不能再次答复。',
  FIGURES_AFTER_END: ({ records, assessments }: { records: number; assessments: number }) =>
    `新的结束日期之后仍有服务记录 ${records} 条、评估 ${assessments} 次，不能提前终止；请先更正或作废这些记录，或另选日期。`,
  MONTHS_AFTER_END: ({ months }: { months: number }) =>
    `新的结束日期之后仍有已报送的月报 ${months} 个，不能提前终止；请先撤回或退回这些月报，或另选日期。`,
  AMENDMENT_NEEDS_BUREAU: ({ month }: { month: string }) =>
    `${month} 的月报已被接受，自该月起的变更须由民政部门确认；请联系区民政局，或另选生效日期。`,
  RECORDS_AFTER_CLOSING: ({ name, records }: { name: string; records: number }) =>
    `“${name}”在停用日及之后仍有 ${records} 条服务记录，请先更正这些记录，或另选停用日期。`,
  TARGETS_AFTER_CLOSING: ({ term }: { term: string }) =>
    `项目期“${term}”在停用日之后才开始，其中还有它的协议量；请在同一份变更中取消这些协议量，或改到其他片区、项目。`,
  RECORDS_OUTSIDE_TERMS: () => '这样调整后有服务记录不属于任何项目期，请调整项目期的起止日期。',
  STRUCTURE_CHANGED: () => '协议刚刚变更，所选项目期、片区、社工点或项目在这一天已不可用，请刷新后重新填写。',
  DUE_BELOW_RECEIVED: ({ condition, due, received }: { condition: string; due: string; received: string }) =>
    `${CONDITIONS.get(condition) ?? condition}一期已到账 ${received} 元，变更后应拨只有 ${due} 元；应拨不能低于已到账金额，请调整经费或分期比例，或先冲销多记的到账。`,
  TARGET_AFTER_TERM: ({ endsOn }: { endsOn: string }) =>
    `该项目期已于 ${endsOn} 结束，之后的变更不影响其协议量；请把生效日期改到该日或之前。`,
};

/** The instalments, by what releases them. */
export const CONDITIONS = new Map([
  ['SIGNING', '协议签订'],
  ['MIDTERM_QUALIFIED', '中期评估合格'],
  ['FINAL_QUALIFIED', '末期评估合格'],
]);

/** What an amendment changes, in words. */
const FIELDS: Readonly<Record<string, string>> = {
  annualFee: '年度经费',
  endsOn: '结束日期',
  requiredPosts: '应配社工数',
  requiredCertifiedShare: '持证比例',
  target: '协议量',
};
