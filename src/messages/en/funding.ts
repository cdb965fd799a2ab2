import { listed } from '../lists';
import type { Translation } from '../translation';
import type { funding as zh } from '../zh/funding';

export const funding: Translation<typeof zh> = {
  ZERO_AMOUNT: () => 'The amount must be more than 0.',
  CATEGORY_TWICE: ({ category }) =>
    `The category "${category}", or one that looks like it, is entered twice in this budget. Please combine them.`,
  SOURCE_TWICE: () => 'This level is entered twice. Please enter it once.',
  STALE_BUDGET: ({ version }) =>
    `The budget is at version ${version} by now. Please read it again before you replace it.`,
  RECEIVED_WHEN: () => 'Please enter the day in receivedOn or, if only the month is known, receivedMonth.',
  DAY_AND_MONTH: () => 'Please enter either the day (receivedOn) or the month (receivedMonth), not both.',
  PAID_AFTER_RECEIVED: () => 'The day of payment must not be after the day of receipt.',
  INSTALMENT_NOT_FOUND: () =>
    'The agreement has no instalment with this condition. Please check its payment schedule.',
  RECEIPT_ABOVE_DUE: ({ due }) =>
    `Of this instalment ${due} CNY is still due. If more was received, please give the reason in note.`,
  UNKNOWN_CATEGORY: ({ category, categories }) =>
    `The current budget has no category "${category}". Please use one of: ${listed(categories, ', ')}.`,
  RESERVED_CATEGORY: ({ category }) =>
    `"${category}" is for spending that is in no budget. Please give the budget line another name.`,
  YEAR_IN_FUTURE: () => 'That year has not begun yet.',
  YEAR_OUT_OF_RANGE: ({ first, last }) => `The year must be ${first} to ${last}.`,
  DAY_OUTSIDE_FISCAL_YEAR: ({ fiscalYear }) => `The day must be in ${fiscalYear}.`,
  RECORDED_BY_OTHER_PARTY: () =>
    'The other party of the agreement recorded this. Please ask them to reverse it.',
  IS_A_REVERSAL: () =>
    'This entry is itself a reversal and cannot be reversed. If the amount should count, please record it anew.',
  ALREADY_REVERSED: () => 'This entry is reversed already and cannot be reversed again.',

  RECEIVED_BEFORE_RELEASE: ({ money }) =>
    `${money} CNY of this instalment was received before its condition was met.`,
  RECEIVED_ABOVE_DUE: ({ money }) => `${money} CNY more was received for this instalment than is due.`,
  RECEIVED_AFTER_END: ({ money, endsOn }) =>
    `${money} CNY was received after the agreement ended (${endsOn}).`,
  BUDGET_ABOVE_FEE: ({ money }) => `The budget is ${money} CNY above the annual fee.`,
  SOURCES_NOT_FEE: ({ money }) => `The funding sources together differ from the annual fee by ${money} CNY.`,
  SPENT_WITHOUT_BUDGET: ({ money, category }) =>
    `${money} CNY was spent on "${category}", which is not in the current budget.`,
  SPENT_ABOVE_BUDGET: ({ money, category }) => `"${category}" is overspent by ${money} CNY.`,
  SPENT_ABOVE_FEE: ({ money }) => `${money} CNY more was spent than the annual fee.`,
  SPENT_OUTSIDE_AGREEMENT: ({ money, startsOn, endsOn }) =>
    `${money} CNY was spent on days outside the agreement (${startsOn} to ${endsOn}).`,
  PAID_ABOVE_BUDGET: ({ money, fiscalYear }) =>
    `In ${fiscalYear} ${money} CNY more was paid than the budget of the year.`,
};
