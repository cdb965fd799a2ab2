import type { Day } from '../../../platform/calendar';
import type { Decimal } from '../../../platform/decimal';
import type { Named } from '../reading/names.rules';

/** One row of a service log as read: a record as it could be recorded. */
export interface LogRecord {
  sheet: string;
  /** As the spreadsheet counts it. */
  row: number;
  day: Day;
  zone: Named | null;
  point: Named | null;
  project: Named | null;
  indicator: string;
  quantities: { measure: string; value: Decimal }[];
  note: string | null;
}
