import type { QueryRunner } from 'typeorm';

/** The rows that a statement has written or removed, as `core.require_state` reads them. */
const ROWS = {
  insert: { name: 'new', table: 'new' },
  update: { name: 'changed', table: 'new' },
  delete: { name: 'removed', table: 'old' },
} as const;

/** Rows of a table are written only while their agreement is in a state: confirmed, or prepared, which a proposal is too. */
export async function requireState(
  runner: QueryRunner,
  table: string,
  state: 'confirmed' | 'prepared',
  events: readonly (keyof typeof ROWS)[],
): Promise<void> {
  for (const event of events) {
    const { name, table: rows } = ROWS[event];
    await runner.query(`
      create trigger agreement_of_${name}_rows after ${event} on core.${table} referencing ${rows} table as new_rows
      for each statement execute function core.require_state('${state}')`);
  }
}
