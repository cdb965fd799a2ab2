/** What writing the targets and the staff of a spreadsheet finds at its cells. */
export const sheetTargetsAndStaff = {
  TERM_UNCLEAR: () =>
    '本协议有几个项目期，看不出此表属于哪一期。请在标题上方或下方写明统计时段，如“2024年5月1日至2024年12月31日”。',
  PERIOD_OUTSIDE_TERMS: ({ from, to }: { from: string; to: string }) =>
    `此表的时段是 ${from} 至 ${to}，不在本协议的任一项目期之内，请核对是否传错了表或改正时段。`,
  TARGET_IS_BY_PARTS: ({ sum, given }: { sum: string; given: string }) =>
    `此项协议量是分片区或分项目登记的，合计 ${sum}；此处填 ${given}，看不出各部分是多少。请分片区填写，或在协议页修改。`,
  TARGET_PROPOSED: ({ day }: { day: string }) =>
    `自 ${day} 起的协议变更已提出此数，等待对方确认，不再重复提出。`,
  TARGET_PROPOSED_OTHERWISE: ({ day, value }: { day: string; value: string }) =>
    `自 ${day} 起的协议变更已将此项提为 ${value}，尚未确认。请先撤回该变更，再写入。`,
  TARGETS_BECOME_AMENDMENT: ({ day }: { day: string }) =>
    `协议已确认：写入后成为自 ${day} 起的协议变更，由另一方确认后生效。`,
  TARGETS_NOT_IN_FORM: ({ count }: { count: number }) =>
    `本协议另有 ${count} 项协议量，此表没有提到，保持不变。`,
  TARGETS_IMPORTED: ({ day }: { day: string }) => `按 ${day} 导入的附件1变更协议量。`,
  PERSON_AMBIGUOUS: ({ name, day }: { name: string; day: string }) =>
    `姓名“${name}”、到岗日 ${day} 的人员不止一名，看不出是哪一名。请合并重复的行，或先在人员页作废重复的登记。`,
  CERTIFICATE_DAY_MISSING: ({ name }: { name: string }) =>
    `${name}的资格证没有考取日期。请在备注写明，如“2024年6月16日考取助理社会工作师证”。`,
  SAME_NAME_OTHER_DAY: ({ day }: { day: string }) =>
    `系统中已有同名人员，到岗日为 ${day}；写入后将是另一人。如是同一人，请把合同期限的首日改为该日。`,
  KIND_ON_RECORD: ({ kind }: { kind: string }) => `此人在系统中登记为“${kind}”，不计入社工，未更改。请核对。`,
  PRESENCE_ON_RECORD: ({ month, given, expected }: { month: string; given: string; expected: string }) =>
    `${month} 填 ${given}，按系统中的在岗日期为 ${expected}，到岗情况不写入，请核对。`,
  PAY_ON_RECORD: ({ month }: { month: string }) =>
    `${month} 与系统中登记的社保或工资情况不同，不写入，请核对。`,
  LEAVE_NOT_WRITTEN: () => '备注中的休假不影响在岗时段，不写入。',
  PERSON_NOT_IN_FORM: ({ name }: { name: string }) =>
    `${name}在系统中登记为在岗，此表没有，保持不变。如已离岗，请在人员页登记。`,
  ROSTER_OF_OTHER_DAYS: ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
    `此表写明的协议时间是 ${startsOn} 至 ${endsOn}，不在本协议期内，请核对是否传错了表。`,
  OTHER_AGREEMENT: () => '此文件是从另一份协议导出的，请核对是否传错了表。',
};
