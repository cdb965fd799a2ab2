import { type Day, dayAt, isDay } from './calendar';

/** 节假日安排: weekdays that are off, and days of weekends that are worked in their place. */
export interface Holidays {
  readonly off: readonly Day[];
  readonly on: readonly Day[];
}

/** As the State Council has published them; a range is first/last. The next year's come by HOLIDAYS_FILE. */
const PUBLISHED = {
  off: [
    '2025-01-01',
    '2025-01-28/2025-02-04',
    '2025-04-04/2025-04-06',
    '2025-05-01/2025-05-05',
    '2025-05-31/2025-06-02',
    '2025-10-01/2025-10-08',
    '2026-01-01/2026-01-03',
    '2026-02-15/2026-02-23',
    '2026-04-04/2026-04-06',
    '2026-05-01/2026-05-05',
    '2026-06-19/2026-06-21',
    '2026-09-25/2026-09-27',
    '2026-10-01/2026-10-07',
  ],
  on: [
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ],
};
const MAX_RANGE = 31;

/** The days of a list of days and ranges; null where one is neither. */
function daysOf(list: unknown): Day[] | null {
  if (!Array.isArray(list)) return null;
  const days: Day[] = [];
  for (const range of list as unknown[]) {
    const [first = '', last = first, ...more] = typeof range === 'string' ? range.split('/') : [];
    if (!isDay(first) || !isDay(last) || last < first || more.length > 0) return null;
    for (let n = 1, day = first; day <= last; n += 1, day = dayAt(first, n)) {
      if (n > MAX_RANGE) return null;
      days.push(day);
    }
  }
  return days;
}

/** Holidays from JSON, { "off": ["2027-01-01", "2027-02-05/2027-02-13"], "on": ["2027-01-30"] }; null if it is not like this. */
export function parseHolidays(json: string): Holidays | null {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof content !== 'object' || content === null) return null;
  const { off: offList, on: onList } = content as Record<string, unknown>;
  const [off, on] = [daysOf(offList), daysOf(onList)];
  return off && on && { off, on };
}

/** 工作日: Monday to Friday, but for the holidays that are known and the weekends worked in their place. */
export class WorkingDays {
  private readonly off: ReadonlySet<Day>;
  private readonly on: ReadonlySet<Day>;
  private lags: { last: Day; n: number; bytes: Buffer } | undefined;

  /** Years of `more` are added to those that are built in. */
  constructor(more: Holidays = { off: [], on: [] }) {
    this.off = new Set([...(daysOf(PUBLISHED.off) ?? []), ...more.off]);
    this.on = new Set([...PUBLISHED.on, ...more.on]);
  }

  includes(day: Day): boolean {
    if (this.on.has(day)) return true;
    return !this.off.has(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  }

  /** The n-th working day after a day. */
  after(day: Day, n: number): Day {
    let at = day;
    for (let left = n; left > 0;) {
      at = dayAt(at, 2);
      if (this.includes(at)) left -= 1;
    }
    return at;
  }

  /** The last working day before a day. */
  before(day: Day): Day {
    let at = dayAt(day, 0);
    while (!this.includes(at)) at = dayAt(at, 0);
    return at;
  }

  /**
   * How many days after each of the last days the n-th working day is, a byte a day, of which the last is `last`: SQL
   * looks them up, since it does not know the holidays.
   */
  lagsUntil(last: Day, n: number): Buffer {
    if (this.lags?.last !== last || this.lags.n !== n) {
      const bytes = Buffer.alloc(DAYS_OF_LAGS);
      for (let at = 0; at < DAYS_OF_LAGS; at += 1) {
        const day = dayAt(last, at - DAYS_OF_LAGS + 2);
        bytes[at] = (Date.parse(this.after(day, n)) - Date.parse(day)) / MS_A_DAY;
      }
      this.lags = { last, n, bytes };
    }
    return this.lags.bytes;
  }
}

const MS_A_DAY = 86_400_000;
/** Four years: what waits longer is overdue by any count. */
const DAYS_OF_LAGS = 1461;

/** SQL of the n-th working day after a day, by the lags until the day `last`. */
export function workingDayAfterSql(day: string, lags: string, last: string): string {
  const newest = DAYS_OF_LAGS - 1;
  return `(${day} + get_byte(${lags}, least(greatest(${newest} - (${last}::date - ${day}), 0), ${newest})))`;
}
