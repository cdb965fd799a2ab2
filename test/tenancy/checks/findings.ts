import type { ClientBase } from 'pg';

/** A check of row-level security: one line for each breach. */
export type Check = (client: ClientBase) => Promise<string[]>;

/** Rows of one column named `finding`. */
export async function findings(client: ClientBase, sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ finding: string }>(sql, values);
  return rows.map(({ finding }) => finding);
}

/** The symmetric difference of two lists. */
export function difference(expected: readonly string[], found: readonly string[]): string[] {
  return [
    ...found.filter((line) => !expected.includes(line)).map((line) => `not allowed: ${line}`),
    ...expected.filter((line) => !found.includes(line)).map((line) => `missing: ${line}`),
  ];
}
