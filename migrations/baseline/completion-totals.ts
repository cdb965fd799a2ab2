import type { QueryRunner } from 'typeorm';
import { SCOPE } from './scope-columns';

type Event = 'insert' | 'update' | 'delete';

/** The rows that a statement changed, signed: new ones are added to the totals, old ones subtracted. */
const CHANGES: Record<Event, { source: string; tables: string }> = {
  insert: { source: 'select n.*, 1 as sign from new_rows n', tables: 'new table as new_rows' },
  update: {
    source: 'select n.*, 1 as sign from new_rows n union all select o.*, -1 as sign from old_rows o',
    tables: 'old table as old_rows new table as new_rows',
  },
  delete: { source: 'select o.*, -1 as sign from old_rows o', tables: 'old table as old_rows' },
};

/** What the rows of a table add to core.completion_total. */
export interface Addends {
  measure: string;
  completed: string;
  records: string;
  target: string;
  targets: string;
  from: (source: string) => string;
}

/**
 * Creates a trigger that maintains core.completion_total. Named so that it runs after those of the cells: every writer
 * takes its locks in one order.
 */
export async function createTotalTrigger(
  runner: QueryRunner,
  name: string,
  event: Event,
  table: string,
  addends: Addends,
): Promise<void> {
  const { source, tables } = CHANGES[event];
  await runner.query(`
        create function core.${name}() returns trigger language plpgsql as $$
        begin
          ${addToTotals(addends, source)};
          return null;
        end $$`);
  await runner.query(`
    create trigger ${name} after ${event} on core.${table} referencing ${tables}
    for each statement execute function core.${name}()`);
}

// Rows are locked in key order, so that two writers of one total wait rather than deadlock.
function addToTotals(
  { measure, completed, records, target, targets, from }: Addends,
  source: string,
): string {
  const sums = [completed, records, target, targets];
  return `
  insert into core.completion_total as kept (${SCOPE}, term_id, indicator_code, measure_code,
         completed, records, target, targets)
  select r.organisation_id, r.agreement_id, r.station_id, r.purchaser_id, r.district_code, r.term_id,
         r.indicator_code, ${measure}, ${sums.join(', ')}
    from ${from(source)}
   group by 1, 2, 3, 4, 5, 6, 7, 8
  having ${sums
    .filter((sum) => sum !== '0')
    .map((sum) => `${sum} <> 0`)
    .join(' or ')}
   order by 1, 2, 6, 7, 8
  on conflict (organisation_id, agreement_id, term_id, indicator_code, measure_code) do update
     set completed = kept.completed + excluded.completed, records = kept.records + excluded.records,
         target = kept.target + excluded.target, targets = kept.targets + excluded.targets`;
}
