import type { Day } from '../../platform/calendar';
import type { Transaction } from '../../platform/database/tenant-scope';
import { type Fault, fault, type Path } from '../../platform/faults';
import type { AgreementKey } from '../agreement';
import { closedMonths } from '../reporting';

/** A day of a record, and where the input names it. */
interface DayAt {
  day: Day;
  path: Path;
}

/** A fault for each day in a month that is handed in or accepted. */
export async function closedMonthFaults(
  transaction: Transaction,
  agreement: AgreementKey,
  days: readonly DayAt[],
): Promise<Fault[]> {
  const months = days.map(({ day }) => day.slice(0, 7));
  const closed = new Map(
    (await closedMonths(transaction, agreement, months)).map((month) => [month.month, month]),
  );
  return days.flatMap(({ day, path }) => {
    const month = closed.get(day.slice(0, 7));
    return month ? [fault('MONTH_CLOSED', path, month)] : [];
  });
}

/** The days of a correction: that on which the record is, and that to which it moves. */
export function daysOfCorrection(
  before: Day,
  after: Day,
  pathOf: (field: 'id' | 'occurredOn') => Path,
): DayAt[] {
  const own = { day: before, path: pathOf('id') };
  return after.slice(0, 7) === before.slice(0, 7) ? [own] : [own, { day: after, path: pathOf('occurredOn') }];
}
