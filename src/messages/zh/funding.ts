import { listed } from '../lists';

/** Plans and entries of money; after them the warnings about data that was accepted. Amounts are in yuan. */
export const funding = {
  ZERO_AMOUNT: () => '金额须大于 0。',
  CATEGORY_TWICE: ({ category }: { category: string }) =>
    `科目“${category}”在本预算中已有相同或相似的名称，请合并。`,
  SOURCE_TWICE: () => '同一级资金来源只能填写一次。',
  STALE_BUDGET: ({ version }: { version: number }) => `预算已更新为第 ${version} 版，请重新查看后再修改。`,
  RECEIVED_WHEN: () => '请填写到账日期 receivedOn；只知月份的，请填写 receivedMonth。',
  DAY_AND_MONTH: () => '到账日期 receivedOn 和到账月份 receivedMonth 只填一项。',
  PAID_AFTER_RECEIVED: () => '拨付日期不能晚于到账日期。',
  INSTALMENT_NOT_FOUND: () => '本协议没有此付款条件的款项，请核对付款安排。',
  RECEIPT_ABOVE_DUE: ({ due }: { due: string }) =>
    `本期尚应到账 ${due} 元，到账金额超出时请在 note 中说明原因。`,
  UNKNOWN_CATEGORY: ({ category, categories }: { category: string; categories: readonly string[] }) =>
    `现行预算中没有科目“${category}”，可用：${listed(categories, '、')}。`,
  RESERVED_CATEGORY: ({ category }: { category: string }) =>
    `“${category}”用于登记不在预算中的支出，不能作为预算科目，请另取名称。`,
  YEAR_IN_FUTURE: () => '该年度尚未开始。',
  YEAR_OUT_OF_RANGE: ({ first, last }: { first: number; last: number }) =>
    `年度须在 ${first} 至 ${last} 之间。`,
  DAY_OUTSIDE_FISCAL_YEAR: ({ fiscalYear }: { fiscalYear: number }) => `日期须在 ${fiscalYear} 年度内。`,
  RECORDED_BY_OTHER_PARTY: () => '此记录由协议另一方登记，请由对方冲销。',
  IS_A_REVERSAL: () => '此记录本身是冲销记录，不能再冲销。如需计入，请重新登记。',
  ALREADY_REVERSED: () => '此记录已被冲销，不能重复冲销。',

  RECEIVED_BEFORE_RELEASE: ({ money }: { money: string }) => `本期款项在付款条件达成之前已到账 ${money} 元。`,
  RECEIVED_ABOVE_DUE: ({ money }: { money: string }) => `本期到账金额超出应付金额 ${money} 元。`,
  RECEIVED_AFTER_END: ({ money, endsOn }: { money: string; endsOn: string }) =>
    `协议期（至 ${endsOn}）结束后到账 ${money} 元。`,
  BUDGET_ABOVE_FEE: ({ money }: { money: string }) => `预算合计超出年度服务经费 ${money} 元。`,
  SOURCES_NOT_FEE: ({ money }: { money: string }) => `资金来源合计与年度服务经费相差 ${money} 元。`,
  SPENT_WITHOUT_BUDGET: ({ money, category }: { money: string; category: string }) =>
    `“${category}”不在现行预算中，已支出 ${money} 元。`,
  SPENT_ABOVE_BUDGET: ({ money, category }: { money: string; category: string }) =>
    `“${category}”支出超出预算 ${money} 元。`,
  SPENT_ABOVE_FEE: ({ money }: { money: string }) => `支出合计超出年度服务经费 ${money} 元。`,
  SPENT_OUTSIDE_AGREEMENT: ({
    money,
    startsOn,
    endsOn,
  }: {
    money: string;
    startsOn: string;
    endsOn: string;
  }) => `有 ${money} 元支出的日期不在协议期内（${startsOn} 至 ${endsOn}）。`,
  PAID_ABOVE_BUDGET: ({ money, fiscalYear }: { money: string; fiscalYear: number }) =>
    `${fiscalYear} 年度已拨付金额超出年度预算 ${money} 元。`,
};
