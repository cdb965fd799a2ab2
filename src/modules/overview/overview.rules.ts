import { type Day, dayAt } from '../../platform/calendar';

/** The last complete month by the end of a day, YYYY-MM. */
export function lastFullMonth(on: Day): string {
  const firstOfRunningMonth = `${dayAt(on, 2).slice(0, 7)}-01`;
  return dayAt(firstOfRunningMonth, 0).slice(0, 7);
}
