import { type Message, message } from '../../../../messages';
import type { Day } from '../../../../platform/calendar';
import type { Period } from '../../reading/period.rules';

interface Term {
  id: string;
  startsOn: Day;
  endsOn: Day;
}

/** The term that a form of targets is of: the only one that has its days; without days the only one, or that of today. */
export function termOfForm<One extends Term>(
  terms: readonly One[],
  period: Period | null,
  today: Day,
): { term: One } | { unclear: Message } {
  if (period) {
    const { from, to } = period;
    const byDay = terms.filter((term) => from >= term.startsOn && to <= term.endsOn);
    // Months in words may begin before a term that begins within one.
    const month = (day: Day): string => day.slice(0, 7);
    const byMonth = terms.filter(
      (term) => month(from) >= month(term.startsOn) && month(to) <= month(term.endsOn),
    );
    const [term, another] = byDay.length > 0 ? byDay : byMonth;
    return term && !another ? { term } : { unclear: message('PERIOD_OUTSIDE_TERMS', { from, to }) };
  }
  const [only, another] = terms;
  const running = another ? terms.find((term) => term.startsOn <= today && term.endsOn >= today) : only;
  return running ? { term: running } : { unclear: message('TERM_UNCLEAR') };
}

/** The day from which changed targets are to count: today, not after the days of the form, within its term. */
export function dayOfChange({ startsOn, endsOn }: Term, period: Period | null, today: Day): Day {
  const day = period && period.to < today ? period.to : today;
  if (day < startsOn) return startsOn;
  return day > endsOn ? endsOn : day;
}
