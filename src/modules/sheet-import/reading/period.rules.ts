import { type Day, isDay, lastDayOfMonth } from '../../../platform/calendar';
import { dayOfText } from './values.rules';
import { keyOf } from './words';

/** The days that a form is about. */
export interface Period {
  from: Day;
  to: Day;
}

const TO = '(?:至|到|-|~)';
const DATE = String.raw`\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?`;
const DAYS = new RegExp(`(${DATE})${TO}(${DATE})`, 'u');
const MONTHS = new RegExp(String.raw`(\d{4})[年./](\d{1,2})月?${TO}(?:(\d{4})[年./])?(\d{1,2})月`, 'u');

/** The days from and to which a text names: 2024年5月1日至2024年12月31日, 2024年5月至12月; null where it names none. */
export function periodIn(text: string): Period | null {
  const words = keyOf(text);
  const [, first, last] = DAYS.exec(words) ?? [];
  if (first !== undefined && last !== undefined) return existing(dayOfText(first), dayOfText(last));
  const [, year, month, endYear = year, endMonth] = MONTHS.exec(words) ?? [];
  if (year === undefined || month === undefined || endMonth === undefined) return null;
  const end = `${endYear}-${endMonth.padStart(2, '0')}`;
  if (!isDay(`${end}-01`)) return null;
  return existing(`${year}-${month.padStart(2, '0')}-01`, lastDayOfMonth(end));
}

function existing(from: string, to: string): Period | null {
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}
