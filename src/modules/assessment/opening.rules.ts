import type { Fault } from '../../platform/faults';
import { MAX_MONTHS } from '../../platform/asked-days';
import { InputRules } from '../../platform/input-rules';
import type { AgreementRow } from '../agreement';
import type { OpenAssessmentInput } from './assessment.input';

/** Checks that the days of an assessment are in order and within the agreement. */
export function openingFaults(
  { from, to }: Pick<OpenAssessmentInput, 'from' | 'to'>,
  { startsOn, endsOn }: Pick<AgreementRow, 'startsOn' | 'endsOn'>,
): Fault[] {
  const rules = new InputRules();
  if (to < from) {
    rules.add('ENDS_BEFORE_START', ['to']);
  } else if (monthsOf(from, to) > MAX_MONTHS) {
    rules.add('TOO_LONG', ['to']);
  }
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!rules.day(day, [name]) || (day >= startsOn && day <= endsOn)) continue;
    rules.add('OUTSIDE_AGREEMENT', [name], { first: startsOn, last: endsOn });
  }
  return rules.faults;
}

/** Number of calendar months between two days, inclusive. */
function monthsOf(first: string, last: string): number {
  const [from, to] = [first, last].map((day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7))) as [
    number,
    number,
  ];
  return to - from + 1;
}
