import { type Day, daysBetween } from '../../platform/calendar';
import { percentOf, twoDecimals } from '../../platform/decimal';

interface Span {
  startsOn: Day;
  endsOn: Day;
}

/** Share of the days of an agreement or a term that have elapsed by the end of a day: percent, two decimals. */
export function timeProgress({ startsOn, endsOn }: Span, by: Day): string {
  if (by < startsOn) return twoDecimals('0');
  const over = daysBetween(startsOn, by < endsOn ? by : endsOn);
  return percentOf(String(over), String(daysBetween(startsOn, endsOn))) ?? twoDecimals('0');
}
