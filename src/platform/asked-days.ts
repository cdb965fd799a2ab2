import { type Day, EARLIEST_DAY, LATEST_DAY } from './calendar';
import { badInput } from './app-error';

/** The longest range of months: ten years, longer than any agreement. */
export const MAX_MONTHS = 120;

/** Requested days or months, by the name of their argument; null or undefined where it was left out. */
type AskedDays = Readonly<Record<string, Day | null | undefined>>;

/** Refuses a request for days or months outside the possible range. */
export function checkAskedDays(asked: AskedDays): void {
  for (const [name, when] of Object.entries(asked)) {
    if (when == null) continue;
    const [first, last] = [EARLIEST_DAY, LATEST_DAY].map((day) => day.slice(0, when.length)) as [Day, Day];
    if (when >= first && when <= last) continue;
    throw badInput('ARGUMENT_OUT_OF_RANGE', { name, first, last });
  }
}

/** The same for a range, whose ends must be in order. */
export function checkAskedRange(from: Day | null | undefined, to: Day | null | undefined): void {
  checkAskedDays({ from, to });
  if (from == null || to == null || from <= to) return;
  throw badInput('FROM_AFTER_TO');
}
