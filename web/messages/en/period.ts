import type { Messages } from '../zh';

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const nameOf = (month: number): string => NAMES[month - 1] ?? '';

export const period: Messages['period'] = {
  title: 'Period',
  month: 'Month',
  monthName: (year, month) => `${nameOf(month)} ${year}`,
  shortName: nameOf,
  yearName: (year) => year,
  range: (from, to) => `${from} to ${to}`,
  earlier: 'Month before',
  later: 'Next month',
  yearEarlier: 'Year before',
  yearLater: 'Next year',
  from: 'First month',
  to: 'Last month',
  until: 'to',
  chosen: (label, month) => `${label}: ${month}`,
};
