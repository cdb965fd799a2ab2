/** Months and ranges of months, and how they are chosen. */
export const period = {
  title: '期间',
  month: '月份',
  monthName: (year: string, month: number) => `${year}年${month}月`,
  shortName: (month: number) => `${month}月`,
  yearName: (year: string) => `${year}年`,
  range: (from: string, to: string) => `${from}至${to}`,
  earlier: '上个月',
  later: '下个月',
  yearEarlier: '上一年',
  yearLater: '下一年',
  from: '起始月',
  to: '截止月',
  until: '至',
  chosen: (label: string, month: string) => `${label}：${month}`,
};
