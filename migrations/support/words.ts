import type { QueryRunner } from 'typeorm';
import type { View } from './bi-views/view';

/** Text columns (names and free text) beneath the views, by table. Codes of closed lists are not included. */
const WORDS: Record<string, readonly string[]> = {
  budget_line: ['category'],
  district: ['name'],
  expenditure: ['category', 'note'],
  indicator: ['name_en', 'name_zh'],
  measure: ['name', 'unit'],
  organisation: ['name', 'short_name'],
  payment: ['note'],
  point: ['name'],
  project: ['name'],
  receipt: ['note'],
  service_record: ['note'],
  staff_member: ['code'],
  station_access: ['name', 'street'],
  term: ['name'],
  zone: ['name'],
};

/** View columns with text of one tenant. The directory's names are public. */
const OF_TENANTS = new Set([
  ...['station_name', 'street', 'term_name', 'zone_name', 'second_zone_name', 'point_name', 'project_name'],
  ...['staff_code', 'category'],
]);

/**
 * Disables statistics of text columns and removes existing ones. Only a superuser may delete them; but altering the type
 * of a column drops them, and altering it to its own type rewrites neither table nor indexes.
 */
export async function forgetWords(runner: QueryRunner): Promise<void> {
  for (const [table, columns] of Object.entries(WORDS)) {
    const types = await typesOf(runner, table, columns);
    const changes = types.map(
      ({ column, type }) => `alter column ${column} set statistics 0, alter column ${column} type ${type}`,
    );
    await runner.query(`alter table core.${table} ${changes.join(', ')}`);
  }
}

export async function rememberWords(runner: QueryRunner): Promise<void> {
  for (const [table, columns] of Object.entries(WORDS)) {
    const changes = columns.map((column) => `alter column ${column} set statistics -1`);
    await runner.query(`alter table core.${table} ${changes.join(', ')}`);
  }
}

interface Typed {
  column: string;
  type: string;
}

async function typesOf(runner: QueryRunner, table: string, columns: readonly string[]): Promise<Typed[]> {
  return (await runner.query(
    `select a.attname as column, pg_catalog.format_type(a.atttypid, a.atttypmod)
            || pg_catalog.format(' collate %I', c.collname) as type
       from pg_catalog.pg_attribute a join pg_catalog.pg_collation c on c.oid = a.attcollation
      where a.attrelid = $1::regclass and a.attname = any ($2)`,
    [`core.${table}`, columns],
  )) as Typed[];
}

/**
 * Creates a view without free text, with tenants' text behind an operator that is not leakproof: conditions on it are
 * then evaluated only on rows that pass the policies. A comparison of a bare column would be evaluated earlier, by an
 * index, and EXPLAIN ANALYZE would count the matching rows of other tenants.
 */
export function withoutWords(view: View): View {
  const columns = view.columns
    .filter(([name]) => name !== 'note')
    .map((column): typeof column => {
      const [name, sql, ...said] = column;
      return OF_TENANTS.has(name) ? [name, `${sql} || ''`, ...said] : column;
    });
  return { ...view, columns };
}
