import type { Fault } from '../../platform/faults';
import { MAX_MONTHS } from '../../platform/asked-days';
import { InputRules } from '../../platform/input-rules';
import type { AgreementRow } from '../agreement';
import type { OpenAssessmentInput } from './assessment.input';

/** Checks that the days of an assessment are in order and within the agreement; the on-site day may come after them. */
export function openingFaults(
  { from, to, onsiteOn }: Pick<OpenAssessmentInput, 'from' | 'to' | 'onsiteOn'>,
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
  if (onsiteOn != null && rules.day(onsiteOn, ['onsiteOn']) && onsiteOn < from) {
    rules.add('ONSITE_TOO_EARLY', ['onsiteOn'], { from });
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
