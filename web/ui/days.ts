/** Days and months as the API has them: 2024-12-31, 2024-12. Their texts sort like what they mean. */
export type Day = string;
export type Month = string;

const TODAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Guangzhou. */
export function dayOf(moment: Date): Day {
  const parts = Object.fromEntries(TODAY.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`;
}

export function today(): Day {
  return dayOf(new Date());
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return `${month}-${String(last).padStart(2, '0')}`;
}

/** So many months later, or earlier. */
export function monthsAfter(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** All months of a range of days, the earliest first. */
export function monthsOf(from: Day, to: Day): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = monthsAfter(month, 1)) months.push(month);
  return months;
}

/** So many days later, or earlier. */
export function daysAfter(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The days from one to the other; 0 where they are the same. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** A day as people type it: 2024-12-31, 2024/12/31, 2024.12.31, 2024年12月31日, 20241231; undefined where it is none. */
export function parseDay(text: string): Day | undefined {
  const plain = text.normalize('NFKC').trim();
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ?? [];
  const parsed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${parsed}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(parsed) ? parsed : undefined;
}
