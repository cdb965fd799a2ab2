import type { ClientBase, DatabaseError, QueryResult } from 'pg';
import { copying } from '../kit/insert';
import type { RunAs, DatabaseViewer } from '../kit/run-as';
import { keyOf } from '../kit/row-keys';
import type { Row } from '../kit/rules';
import type { Fixture } from '../kit/fixture';
import { tenantTables } from './tables';
import { REFUSED, outcomesOf, type AttemptedStatement } from './statement-outcomes';

/** All rows of all tenant tables, read as superuser. */
export type Snapshot = ReadonlyMap<string, readonly Row[]>;

/** Tables that only the owner reads and writes, at the command line: test/bi covers them. */
const OF_THE_OWNER = 'auth.bi_login';

export async function snapshot(fixture: Fixture): Promise<Snapshot> {
  return fixture.behind(async (client) => {
    const tables = new Map<string, Row[]>();
    for (const table of await tenantTables(client)) {
      if (table === OF_THE_OWNER) continue;
      const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`);
      tables.set(
        table,
        rows.map(({ row }) => row),
      );
    }
    return tables;
  });
}

/** A check of what one viewer can do: a line for each fault, which begins with the table. It is rolled back. */
export type RowCheck = (runAs: RunAs, viewer: DatabaseViewer, tables: Snapshot) => Promise<string[]>;

/** The viewer sees exactly the rows that it may read. */
export const sees: RowCheck = async (runAs, viewer, tables) =>
  runAs(viewer, async (client) => {
    const names = [...tables.keys()];
    const outcomes = await outcomesOf(
      client,
      names.map((table) => ({
        sql: `select string_agg(concat_ws(' ', ${keyOf(table).join(', ')}), ',') from ${table}`,
        answers: true,
      })),
    );
    return names.flatMap((table, at) => {
      const key = keyOf(table);
      const seen = (outcomes[at]!.answer ?? '').split(',').filter(Boolean).sort();
      const may = tables
        .get(table)!
        .filter((row) => viewer.mayRead(table, row))
        .map((row) => textOf(row, key))
        .sort();
      if (seen.join() === may.join()) return [];
      return [`${table}: ${viewer.name} sees ${seen.length} rows and may see ${may.length}`];
    });
  });

/** A row that the viewer may not add is refused by row-level security or a missing grant, before any constraint. */
export const addsNothingForeign: RowCheck = async (runAs, viewer, tables) =>
  runAs(viewer, async (client) => {
    const additions: (AttemptedStatement & { table: string })[] = [];
    for (const [table, rows] of tables) {
      const sql = await copying(client, table);
      for (const row of samples(rows.filter((one) => !viewer.mayAdd(table, one))))
        additions.push({ table, sql, row });
    }
    const outcomes = await outcomesOf(client, additions);
    return outcomes.flatMap(({ code, message }, at) =>
      code === REFUSED ? [] : [`${additions[at]!.table}: ${viewer.name} is not refused a row: ${message}`],
    );
  });

const NOBODY = `'00000000-0000-7000-8000-000000000000'`;

/** A change that reads nothing, for each table that some role may update or delete from. */
export const CHANGES: Readonly<Record<string, string[]>> = {
  'auth.credential': ['update auth.credential set changed_at = now()'],
  'auth.invitation': ['update auth.invitation set used_at = now()'],
  'auth.password_reset': ['update auth.password_reset set used_at = now()'],
  'auth.refresh_token': ['delete from auth.refresh_token'],
  'auth.token_family': ['update auth.token_family set generation = 1'],
  'core.administrator_reset': [
    'update core.administrator_reset set stopped_at = now()',
    'update core.administrator_reset set taken_at = taken_at',
  ],
  'core.agreement': ['update core.agreement set half_after_day = 16'],
  'core.amendment': ['update core.amendment set state = state'],
  'core.amendment_change': ['delete from core.amendment_change'],
  'core.assessment': [
    `update core.assessment set onsite_on = '2024-06-12'`,
    'update core.assessment set sealed = true',
  ],
  'core.assessment_finding': [
    `update core.assessment_finding set response = '改'`,
    `update core.assessment_finding set state = 'ACCEPTED', review = '好'`,
  ],
  'core.assessment_part': ['update core.assessment_part set scored_at = now()'],
  'core.assessment_score': [`update core.assessment_score set score = 1, reason = '更正'`],
  'core.completion_month': ['update core.completion_month set records = 2'],
  'core.completion_term': ['update core.completion_term set records = 2'],
  'core.completion_total': ['update core.completion_total set records = 2'],
  'core.contract_cycle': ['update core.contract_cycle set amount = amount + 1'],
  'core.evaluation': [`update core.evaluation set closed_at = now(), closed_by = ${NOBODY}`],
  'core.mail': ['update core.mail set attempts = 1', 'delete from core.mail'],
  'core.mail_preference': ['update core.mail_preference set digest = true'],
  'core.member': [`update core.member set display_name = '陈'`, 'update core.member set joined_at = now()'],
  'core.instalment': ['update core.instalment set position = 7'],
  'core.member_station': ['delete from core.member_station'],
  'core.point': ['update core.point set position = 7'],
  'core.project': ['update core.project set position = 7'],
  'core.outbox_event': ['delete from core.outbox_event'],
  'core.report_month': ['update core.report_month set note = note'],
  'core.satisfaction_survey': [
    `update core.satisfaction_survey set voided_at = now(), voided_by = ${NOBODY}, voided_by_name = '陈', void_reason = '误'`,
  ],
  // Of purchasers and bureaus, triggers alone may change the term.
  'core.service_record': [
    `update core.service_record set voided_by_name = '陈'`,
    'update core.service_record set term_id = term_id',
  ],
  'core.import_name': ['delete from core.import_name'],
  'core.imported_row': ['update core.imported_row set revision = 2', 'delete from core.imported_row'],
  'core.sheet_import': [
    'update core.sheet_import set ready = 2',
    'update core.sheet_import set faults = null',
  ],
  'core.session': ['update core.session set ended_at = now()'],
  'core.staff_certificate': ['delete from core.staff_certificate'],
  'core.staff_identity': [`update core.staff_identity set name = '李'`],
  'core.staff_member': [`update core.staff_member set practising_since = '2020-01-01'`],
  'core.staff_pay': ['update core.staff_pay set salary_paid = false', 'delete from core.staff_pay'],
  'core.staff_spell': [
    `update core.staff_spell set employed_to = '2030-01-01'`,
    'delete from core.staff_spell',
  ],
  'core.station_access': ['update core.station_access set listed = true'],
  'core.target': ['update core.target set value = 1', 'delete from core.target'],
  'core.term': ['update core.term set position = 7'],
  'core.webhook': [
    `update core.webhook set url = 'https://other.example/'`,
    'update core.webhook set failing_since = now()',
  ],
  'core.webhook_delivery': [
    'update core.webhook_delivery set next_attempt_at = now()',
    'delete from core.webhook_delivery',
  ],
  'core.zone': ['update core.zone set position = 7'],
};

/** Changes that no viewer may make, refused before any constraint. */
const FORBIDDEN: Readonly<Record<string, string[]>> = {
  'core.assessment_finding': [`update core.assessment_finding set state = 'OPEN'`],
  'core.sheet_import': [`update core.sheet_import set content = '\\x01'`],
};

/** An update of all rows changes exactly the permitted ones. */
export const changesNothingForeign: RowCheck = async (runAs, viewer, tables) =>
  runAs(viewer, async (client) => {
    const changes: (AttemptedStatement & { table: string; may: number })[] = [];
    for (const [table, rows] of tables) {
      const may = rows.filter((row) => viewer.mayChange(table, row)).length;
      changes.push(...(CHANGES[table] ?? []).map((sql) => ({ table, sql, may })));
      changes.push(...(FORBIDDEN[table] ?? []).map((sql) => ({ table, sql, may: 0 })));
    }
    const outcomes = await outcomesOf(client, changes);
    return changes.flatMap(({ table, sql, may }, at) => {
      const { code, message, count } = outcomes[at]!;
      // A viewer that may change rows is refused by a policy only when it would change more.
      const refused = code === REFUSED && (may === 0 || message.startsWith('permission denied'));
      if (refused || (code === '00000' && count === may)) return [];
      return [`${table}: ${viewer.name}, "${sql}": ${message}, and may change ${may}`];
    });
  });

type Outcome = QueryResult | DatabaseError;

/** Runs one statement and rolls it back; returns its result or error. */
export async function attempt(client: ClientBase, work: string | (() => Promise<unknown>)): Promise<Outcome> {
  await client.query('savepoint attempt');
  try {
    return (await (typeof work === 'string' ? client.query(work) : work())) as QueryResult;
  } catch (error) {
    return error as DatabaseError;
  } finally {
    await client.query('rollback to savepoint attempt');
  }
}

/** 42501: no privilege, or a policy's refusal. */
export function isRefusal(outcome: Outcome): outcome is DatabaseError {
  return codeOf(outcome) === '42501';
}

/** SQLSTATE; 00000 for success. */
export function codeOf(outcome: Outcome): string {
  return (outcome instanceof Error ? outcome.code : undefined) ?? '00000';
}

export function messageOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'it is added';
  return outcome instanceof Error ? outcome.message : `${outcome.rowCount ?? 0} rows`;
}

function textOf(row: Row, key: readonly string[]): string {
  return key.map((column) => String(row[column])).join(' ');
}

/** One row of each organisation, agreement and party, or of each owner, is enough. */
function samples(rows: readonly Row[]): Row[] {
  const kind = (row: Row): string =>
    textOf(row, ['organisation_id', 'agreement_id', 'party', 'acting_organisation_id', 'audited_by']);
  return [...new Map(rows.map((row) => [kind(row), row])).values()];
}
