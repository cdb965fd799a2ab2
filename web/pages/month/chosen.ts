import type { MonthPageQuery } from '../../generated/graphql';
import { lastDayIn } from '../../reporting/month-status';
import { type Day, lastDayOf, type Month, monthOf } from '../../ui/days';

export type Agreement = NonNullable<MonthPageQuery['agreement']>;
export type ReportMonth = Agreement['months'][number];

/** The months that have begun: of others nothing can be said yet. */
export function begunOf({ months }: Agreement, today: Day): readonly ReportMonth[] {
  return months.filter(({ month }) => month <= monthOf(today));
}

/**
 * The month of the address, or the one that waits for the member: the first that is to be handed in, for the others the first that is
 * to be accepted; or else the last.
 */
export function monthChosen(
  agreement: Agreement,
  asked: string | null,
  may: readonly string[],
  today: Day,
): ReportMonth | undefined {
  const begun = begunOf(agreement, today);
  const waits = ({ month, state }: ReportMonth): boolean =>
    may.includes('month.handIn')
      ? (state === 'OPEN' || state === 'SENT_BACK') && lastDayIn(month, agreement.endsOn) <= today
      : state === 'HANDED_IN';
  return begun.find(({ month }) => month === asked) ?? begun.find(waits) ?? begun[begun.length - 1];
}

/** The last term that has a day in the month. */
export function termOf(
  { terms }: Pick<Agreement, 'terms'>,
  month: Month,
): Agreement['terms'][number] | undefined {
  return terms
    .filter(({ startsOn, endsOn }) => startsOn <= lastDayOf(month) && endsOn >= `${month}-01`)
    .pop();
}
