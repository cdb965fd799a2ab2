import type { ClientBase, DatabaseError, QueryResult } from 'pg';
import { insertCopy } from '../kit/insert';
import { type Eyes, keyOf, type Row } from '../kit/eyes';
import type { Scene } from '../kit/scene';
import { tenantTables } from './tables';

/** All rows of all tenant tables, as they are behind the wall. */
export type Snapshot = ReadonlyMap<string, readonly Row[]>;

export async function snapshot(scene: Scene): Promise<Snapshot> {
  return scene.behind(async (client) => {
    const tables = new Map<string, Row[]>();
    for (const table of await tenantTables(client)) {
      const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`);
      tables.set(
        table,
        rows.map(({ row }) => row),
      );
    }
    return tables;
  });
}

/** A check of what one pair of eyes can do, through the server's own pool. It leaves nothing behind. */
export type RowCheck = (scene: Scene, eyes: Eyes, tables: Snapshot) => Promise<string[]>;

/** It sees exactly the rows that it may read. */
export const sees: RowCheck = async (scene, eyes, tables) =>
  through(scene, eyes, async (client) => {
    const found: string[] = [];
    for (const [table, rows] of tables) {
      const key = keyOf(table);
      const told = await attempt(client, `select ${key.join(', ')} from ${table}`);
      const seen = told instanceof Error ? [] : told.rows.map((row: Row) => textOf(row, key)).sort();
      const may = rows
        .filter((row) => eyes.mayRead(table, row))
        .map((row) => textOf(row, key))
        .sort();
      if (seen.join() === may.join()) continue;
      found.push(`${eyes.name} sees ${seen.length} rows of ${table} and may see ${may.length}`);
    }
    return found;
  });

/** A row that it may not add is refused by row-level security or by the lack of a grant, before any constraint speaks. */
export const addsNothingForeign: RowCheck = async (scene, eyes, tables) =>
  through(scene, eyes, async (client) => {
    const found: string[] = [];
    for (const [table, rows] of tables) {
      for (const row of samples(rows.filter((row) => !eyes.mayAdd(table, row)))) {
        const told = await attempt(client, async () => insertCopy(client, table, row));
        if (isRefusal(told)) continue;
        found.push(`${eyes.name} is not refused a row of ${table}: ${messageOf(told)}`);
      }
    }
    return found;
  });

/** A change that reads nothing, for each table that some role may update or delete from. */
export const CHANGES: Readonly<Record<string, string[]>> = {
  'auth.credential': ['update auth.credential set changed_at = now()'],
  'auth.invitation': ['update auth.invitation set used_at = now()'],
  'auth.refresh_token': ['delete from auth.refresh_token'],
  'auth.token_family': ['update auth.token_family set generation = 1'],
  'core.agreement': ['update core.agreement set half_after_day = 10'],
  'core.completion_month': ['update core.completion_month set records = 2'],
  'core.completion_term': ['update core.completion_term set records = 2'],
  'core.member': [`update core.member set display_name = '陈'`, 'update core.member set joined_at = now()'],
  'core.member_station': ['delete from core.member_station'],
  'core.service_record': [`update core.service_record set note = '改'`],
  'core.session': ['update core.session set ended_at = now()'],
  'core.staff_certificate': ['delete from core.staff_certificate'],
  'core.staff_identity': [`update core.staff_identity set name = '陈'`],
  'core.staff_member': [`update core.staff_member set kind = 'ADMINISTRATION'`],
  'core.staff_pay': ['update core.staff_pay set salary_paid = false', 'delete from core.staff_pay'],
  'core.staff_spell': [
    'update core.staff_spell set employed_to = employed_from',
    'delete from core.staff_spell',
  ],
  'core.target': ['update core.target set value = 1', 'delete from core.target'],
};

/** A change of everything changes what it may change. */
export const changesNothingForeign: RowCheck = async (scene, eyes, tables) =>
  through(scene, eyes, async (client) => {
    const found: string[] = [];
    for (const [table, rows] of tables) {
      const may = rows.filter((row) => eyes.mayChange(table, row)).length;
      for (const sql of CHANGES[table] ?? []) {
        const told = await attempt(client, sql);
        if (told instanceof Error ? isHarmless(told, may) : told.rowCount === may) continue;
        found.push(`${eyes.name}, "${sql}": ${messageOf(told)}, and may change ${may}`);
      }
    }
    return found;
  });

export async function through<T>(
  { world: { database } }: Scene,
  { role, enter }: Eyes,
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  const client = await database.connect(role);
  try {
    await client.query('begin');
    await enter(client);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

type Told = QueryResult | DatabaseError;

/** Runs one statement and undoes it; tells what came back, be it an error. */
export async function attempt(client: ClientBase, work: string | (() => Promise<unknown>)): Promise<Told> {
  await client.query('savepoint attempt');
  try {
    return (await (typeof work === 'string' ? client.query(work) : work())) as QueryResult;
  } catch (error) {
    return error as DatabaseError;
  } finally {
    await client.query('rollback to savepoint attempt');
  }
}

/** Whoever may change rows and is refused by a policy was about to change more. */
function isHarmless(error: DatabaseError, may: number): boolean {
  return isRefusal(error) && (may === 0 || error.message.startsWith('permission denied'));
}

/** 42501: no privilege, or a policy's refusal. */
export function isRefusal(told: Told): told is DatabaseError {
  return codeOf(told) === '42501';
}

/** SQLSTATE; 00000 for what went well. */
export function codeOf(told: Told): string {
  return (told instanceof Error ? told.code : undefined) ?? '00000';
}

export function messageOf(told: Told | undefined): string {
  if (told === undefined) return 'it is added';
  return told instanceof Error ? told.message : `${told.rowCount ?? 0} rows`;
}

function textOf(row: Row, key: readonly string[]): string {
  return key.map((column) => String(row[column])).join(' ');
}

/** One row of each organisation is enough. */
function samples(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.organisation_id, row])).values()];
}
