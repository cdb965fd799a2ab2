import { type Day, dayAt, monthsAfter } from '../../platform/calendar';

/** A year of the agreement with the invented station, from the first day of a month on. */
export interface Year {
  name: 'earlier' | 'current';
  startsOn: Day;
  endsOn: Day;
}

export interface Years {
  earlier: Year;
  current: Year;
}

/** So many months of the year in force are over on whichever day the demo is loaded. */
const MONTHS_OVER = 7;

/** The year in force on a day, which began in an earlier month, and the one before it. */
export function yearsOn(today: Day): Years {
  return yearsFrom(monthsAfter(`${today.slice(0, 7)}-01`, -MONTHS_OVER));
}

/** The year that begins on a day, the first of its month, and the one before it. */
export function yearsFrom(startsOn: Day): Years {
  const first = monthsAfter(startsOn, -12);
  return {
    earlier: { name: 'earlier', startsOn: first, endsOn: dayAt(startsOn, 0) },
    current: { name: 'current', startsOn, endsOn: dayAt(monthsAfter(startsOn, 12), 0) },
  };
}

/** A month of a year, YYYY-MM; the first one is 0. */
export function monthOf({ startsOn }: Year, index: number): string {
  return monthsAfter(startsOn, index).slice(0, 7);
}

/** A day in a month of a year. */
export function dayIn(year: Year, index: number, day: number): Day {
  return `${monthOf(year, index)}-${String(day).padStart(2, '0')}`;
}

/** The last day of a month of a year. */
export function lastDayIn(year: Year, index: number): Day {
  return dayAt(monthsAfter(year.startsOn, index + 1), 0);
}

/** An hour of a day in Guangzhou. */
export function at(day: Day, hour: number): Date {
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);
}
