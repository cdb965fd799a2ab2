import { type Day, dayAt } from '../../platform/calendar';
import { timeProgress } from '../indicator';

/** Share of a term's days that are over by the end of a day on which it has begun, percent, two decimals. */
export function progressOfTime(term: { startsOn: Day; endsOn: Day }, on: Day): string {
  return timeProgress(term, term.startsOn, on < term.endsOn ? on : term.endsOn);
}

/** The last month that is over by the end of a day, YYYY-MM. */
export function lastFullMonth(on: Day): string {
  const firstOfRunningMonth = `${dayAt(on, 2).slice(0, 7)}-01`;
  return dayAt(firstOfRunningMonth, 0).slice(0, 7);
}
