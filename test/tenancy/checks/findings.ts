import type { ClientBase } from 'pg';

/** A check of the wall: one line for each thing that is not as it must be. */
export type Check = (client: ClientBase) => Promise<string[]>;

/** Rows of one column named `finding`. */
export async function findings(client: ClientBase, sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ finding: string }>(sql, values);
  return rows.map(({ finding }) => finding);
}

/** What stands in one list and not in the other, either way. */
export function difference(expected: readonly string[], found: readonly string[]): string[] {
  return [
    ...found.filter((line) => !expected.includes(line)).map((line) => `not allowed: ${line}`),
    ...expected.filter((line) => !found.includes(line)).map((line) => `missing: ${line}`),
  ];
}
