/** 协议状态 in words. */
const STATES: ReadonlyMap<string, string> = new Map([
  ['PROPOSED', '待确认'],
  ['CONFIRMED', '已确认'],
  ['DECLINED', '已退回'],
  ['WITHDRAWN', '已撤回'],
  ['VOID', '已作废'],
]);

/** What an agreement that is to be voided has: how many of each, and the first of them. */
interface WhatForbidsVoiding {
  receipts: number;
  payments: number;
  expenditures: number;
  assessments: number;
  named: { kind: keyof typeof VOIDING; day: string; what: string | null; amount: string | null }[];
}
const VOIDING = { receipt: '收款', payment: '付款', expenditure: '支出', assessment: '评估' };

/** The registration of an agreement with its station, projects, zones, points, terms and instalments. */
export const agreement = {
  STATION_MISSING: () => '请选择已有社工站（stationId），或填写新社工站（newStation）。',
  STATION_AMBIGUOUS: () => '已有社工站与新社工站只能填写其中一个。',
  STATION_UNDER_AGREEMENT: () => '该社工站在这些日期内已有服务协议，请核对起止日期。',
  STATION_NAME_TAKEN: () =>
    '该区已有（或曾有）同名或名称相似的社工站，请核对后换一个名称，或选择已有社工站。',
  PARTIES_ARE_FIXED: () => '修改登记时不能更换社工站、承接机构或购买方；如填错，请撤回后重新登记。',
  STARTS_TOO_LATE: () => '协议最早可在开始日期前 18 个月登记，请核对开始日期。',
  RENEWAL_TOO_EARLY: ({ endsOn }: { endsOn: string }) =>
    `续签须从原协议结束（${endsOn}）之后开始；如需提前更换，请先提前终止原协议。`,
  ROSTER_STAYS: () => '人员名单由承接机构或民政部门沿用，购买方续签时不能带入；请不要选择沿用人员。',
  CYCLE_NUMBER_TAKEN: () => '双方已登记过同一采购编号的承接周期，请核对采购编号。',
  CYCLE_MISSING: () => '填写第几年时，请同时选择承接周期。',
  CYCLE_NOT_FOUND: () => '没有此承接周期，请从承接周期列表中选择。',
  CYCLE_OF_OTHERS: () => '该承接周期属于另外的承接机构或购买方，请选择双方之间的承接周期。',
  OUTSIDE_CYCLE: ({ first, last }: { first: string; last: string }) =>
    `协议期须在承接周期（${first} 至 ${last}）之内，请核对起止日期。`,
  CYCLE_YEAR_OUT_OF_RANGE: ({ years }: { years: number }) =>
    `请填写本协议是承接周期的第几年（1 至 ${years}）。`,
  PURCHASER_NOT_OF_DISTRICT: () => '只能为本区的购买方登记，请核对购买方。',
  LONGER_THAN_A_YEAR: () => '协议期超过 12 个月，请确认无误；多年的合同可登记为承接周期，再按年度签订协议。',
  ZONE_HAS_STAFF: () => '被删除的片区已分配人员，请先保留该片区，或请承接机构调整人员所属片区。',
  TOO_MANY_PROPOSALS: () => '该承接机构与该街道已有 20 份待确认的协议，请先确认、退回或撤回其中一些。',
  NOT_CONFIRMED: () => '协议尚未确认或已失效，不能填报。请先由对方或民政部门确认协议。',
  AGREEMENT_CONFIRMED: () => '协议已确认，不能直接修改；如需调整，请提出协议变更。',
  NOT_PROPOSED: ({ state }: { state: string }) =>
    `该协议不在待确认状态（现为${STATES.get(state) ?? state}），请刷新后查看。`,
  OWN_PROPOSAL: () => '不能确认或退回本单位提出的协议或变更：请等待对方或民政部门确认，或撤回。',
  NOT_YOUR_PROPOSAL: () => '只有提出方可以修改或撤回；如不同意，请退回并说明理由。',
  STALE_PROPOSAL: ({ revision }: { revision: number }) =>
    `对方已修改登记内容（现为第 ${revision} 版），请重新查看后再确认。`,
  VOID_WITH_FIGURES: ({ receipts, payments, expenditures, assessments, named }: WhatForbidsVoiding) =>
    `协议内仍有未冲销的款项或已完成的评估（收款 ${receipts} 笔、付款 ${payments} 笔、支出 ${expenditures} 笔、评估 ${assessments} 次），不能作废：${named
      .map(({ kind, day, what, amount }) =>
        [VOIDING[kind], what, day, amount === null ? '完成' : `${amount} 元`].filter(Boolean).join(' '),
      )
      .join('；')}${
      named.length < receipts + payments + expenditures + assessments ? '……' : ''
    }。请先冲销款项；已有完成的评估，或不便冲销的，请改为提前终止协议。`,
  DISTRICT_NOT_YOURS: () => '只能登记本区的社工站。',
  NOT_AN_OPERATOR: () => '没有此承接机构，请核对。',
  NOT_A_PURCHASER: () => '没有此购买方，请核对。',
  NOT_YOUR_ORGANISATION: () => '只能登记本单位为一方的协议。',
  PURCHASER_OF_OTHER_DISTRICT: () => '购买方须与社工站在同一个区。',
  AGREEMENT_TOO_LONG: ({ years }: { years: number }) =>
    `一份服务协议最长 ${years} 年，请核对结束日期；续签请另行登记。`,
  DOMAIN_MISSING: () => '基础项目须注明领域：家庭、长者或青少年。',
  DOMAIN_NOT_ALLOWED: () => '只有基础项目需要注明领域。',
  ONE_CORE_PROJECT: () => '113X 须有且只有一个核心项目。',
  ONE_KEY_PROJECT: () => '113X 须有且只有一个重点项目。',
  THREE_BASIC_PROJECTS: () => '113X 须有三个基础项目，家庭、长者、青少年各一个。',
  ZONE_MISSING: () => '“站—片区—点”模式至少需要一个片区。',
  POINTS_BELONG_TO_ZONES: () => '有片区时，社工点请填写在所属片区内。',
  POINT_MISSING: () => '每个片区至少需要一个社工点。',
  TERM_OUTSIDE_AGREEMENT: ({ first, last }: { first: string; last: string }) =>
    `项目期须在协议期（${first} 至 ${last}）之内。`,
  TERMS_OVERLAP: () => '项目期须按先后顺序填写，且不能重叠。',
  DUPLICATE_INSTALMENT: () => '同一付款条件只能有一期。',
  SHARES_NOT_WHOLE: ({ sum }: { sum: string }) => `各期付款比例之和须为 1，现为 ${sum}。`,
};
