/** Staff of an agreement; after them the warnings about data that was accepted. */
export const staffing = {
  STAFF_NOT_FOUND: () => '本协议没有此人员，请核对。',
  STAFF_VOIDED: () => '此人员的登记已作废，不能再更改。如需计入，请重新登记。',
  LAST_SPELL: () => '这是此人员唯一的在岗时段。如登记有误，请更改日期或作废此人员的登记。',
  CERTIFICATE_TWICE: () => '同一级别的证书只填写一次。',
  ZONE_SHARES_ABOVE_ONE: () => '一名人员最多分属两个片区（各半），合计不超过 1。',
  ZONE_TWICE: () => '同一片区填写了两次。',
  MONTH_OUTSIDE_AGREEMENT: ({ first, last }: { first: string; last: string }) =>
    `月份须在协议期（${first} 至 ${last}）之内。`,
  MONTH_IN_FUTURE: () => '该月尚未开始，请填写当月或之前的月份。',
  MONTH_TWICE: () => '同一人员同一月份在本次提交中出现了两次。',

  SPELLS_OVERLAP: () => '在岗时段互相重叠，请核对；重叠的日子只计一次。',
  SPELL_OUTSIDE_AGREEMENT: () => '有在岗时段完全在协议期之外，不计入任何月份，请核对。',
  SPELL_CUT_AT_AGREEMENT_END: () =>
    '离岗日期晚于协议结束之日，在岗只计到协议结束；协议如延长，将按所填日期继续计算。',
  PRACTICE_AFTER_CERTIFICATE: () => '从业起始日晚于取得中级或高级证书之日，请核对。',
  PRACTICE_AFTER_EMPLOYMENT: () => '从业起始日晚于在本站担任社工的首日，请核对。',
  PRACTICE_IN_FUTURE: () => '从业起始日晚于今天，请核对。',
  CERTIFICATE_IN_FUTURE: () => '证书通过日晚于今天，请核对。',
  NAME_TWICE: () => '另有一名在册人员与其姓名相同或相似；如为重复登记，请作废其中一条。',
  SALARY_UNPAID: () => '该月在岗而未发放工资。',
  SOCIAL_INSURANCE_UNPAID: () => '该月在岗而未缴纳社会保险。',
};
