import type { Day } from '../../../platform/calendar';
import type { Decimal } from '../../../platform/decimal';
import type { Named } from '../reading/names.rules';
import type { LogLetters } from './columns.rules';

/** One row of a service log as read: a record as it could be recorded. */
export interface LogRecord {
  sheet: string;
  /** As the spreadsheet counts it. */
  row: number;
  day: Day;
  /** As the row names it: that of a point follows from the day. */
  zone: Named | null;
  point: Named | null;
  project: Named | null;
  indicator: string;
  quantities: { measure: string; value: Decimal }[];
  note: string | null;
  /** By them each of its cells is found again. */
  columns: LogLetters;
}
