import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemberRole } from '../../src/access';
import { type Agreement, newProposal, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { APPLY, imported, importOf, IMPORT, log, MATCH, preview, UNDO, upload } from './support/imports';

const fixture = (name: string): Buffer => readFileSync(join(__dirname, '../sheets/fixtures', name));
const LOG = log('2024-03-01,东片,,红棉热线,3,');

let api: Api;
let admin: Client;
let manager: Client;
let worker: Client;
let viewer: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
  worker = await api.as('worker@fengyuan.example');
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'manager-of-imports@fengyuan.example');
  viewer = await enrol(api, '逢源人家', MemberRole.VIEWER, 'viewer-of-imports@fengyuan.example');
  agreement = await newStation(api);
});

/** What each step of an import is answered with. */
async function answers(client: Client, id: string, digest: string, part: string): Promise<unknown[]> {
  const name = { kind: 'ZONE', text: '东片', id: null };
  const asked: [string, Record<string, unknown>][] = [
    [IMPORT, { id }],
    [APPLY, { input: { importId: id, digest, parts: [part] } }],
    [UNDO, { id, reason: '传错' }],
    [MATCH, { input: { importId: id, names: [name] } }],
  ];
  const codes: unknown[] = [];
  for (const [query, variables] of asked) {
    const { errors } = await client.ask(query, variables);
    codes.push(errors[0]?.extensions?.code);
  }
  return codes;
}

test('of another operator an import does not exist, others may not ask', async () => {
  const { id, digest } = await preview(api, worker, agreement.id, LOG);
  const NOT_FOUND = Array(4).fill('NOT_FOUND');
  expect(await answers(await api.as('admin@datong.example'), id, digest, 'SERVICE_RECORDS')).toEqual(
    NOT_FOUND,
  );
  for (const account of [
    'admin@fengyuan-street',
    'admin@liwan-bureau',
    'admin@mentoring-centre',
    'admin@assessor',
  ])
    expect(await answers(await api.as(`${account}.example`), id, digest, 'SERVICE_RECORDS')).toEqual(
      Array(4).fill('FORBIDDEN'),
    );
});

test('a log is written by a worker, a roster by a manager, targets by an administrator; a viewer only looks', async () => {
  const FORBIDDEN = [undefined, 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'];
  const one = await preview(api, worker, agreement.id, LOG);
  expect(await answers(viewer, one.id, one.digest, 'SERVICE_RECORDS')).toEqual(FORBIDDEN);
  expect((await importOf(viewer, one.id)).parts).toMatchObject([{ mayApply: false }]);
  const roster = await preview(api, manager, agreement.id, fixture('fujian2-fengyuan.xlsx'));
  expect(await answers(worker, roster.id, roster.digest, 'STAFF')).toEqual(FORBIDDEN);
  const form = await preview(api, admin, agreement.id, fixture('fujian1-fengyuan.xlsx'));
  expect(await answers(worker, form.id, form.digest, 'TARGETS')).toEqual(FORBIDDEN);
  expect(await answers(manager, form.id, form.digest, 'TARGETS')).toEqual(FORBIDDEN);
  expect(form.parts.map(({ part, mayApply }) => `${part} ${mayApply}`)).toEqual([
    'TARGETS true',
    'PUBLISHED_FIGURES false',
  ]);
});

test('what 附件1 says was completed is never written', async () => {
  const { id, digest } = await preview(api, admin, agreement.id, fixture('fujian1-fengyuan.xlsx'));
  const { applyImport } = await admin.get<{
    applyImport: { userErrors: { code: string; path: string[] }[] };
  }>(APPLY, {
    input: { importId: id, digest, parts: ['PUBLISHED_FIGURES'] },
  });
  expect(applyImport.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'FIGURES_NOT_WRITTEN parts.0',
  ]);
});

test('the file of a roster, its faults, changes and names are its operator’s alone', async () => {
  const { id } = await preview(api, manager, agreement.id, fixture('fujian2-fengyuan.xlsx'));
  const listed = `query($id: ID!) { agreement(id: $id) { sheetImports(first: 10) { nodes { id } } } }`;
  for (const account of [
    'admin@fengyuan-street',
    'admin@liwan-bureau',
    'admin@guangzhou-bureau',
    'admin@mentoring-centre',
    'admin@datong',
  ]) {
    const client = await api.as(`${account}.example`);
    for (const [query, variables] of [
      [IMPORT, { id }],
      [listed, { id: agreement.id }],
      [`query($id: ID!) { node(id: $id) { id } }`, { id }],
    ] as const) {
      const { errors, data } = await client.ask(query, variables);
      expect(errors).not.toEqual([]);
      expect(JSON.stringify(data)).not.toContain(id);
    }
  }
  for (const table of ['sheet_import', 'imported_row', 'import_name']) {
    const rows = await api.world.ownerQuery<{ role: string }>(
      `select r.rolname as role from pg_roles r where r.rolname like 'app\\_%' and r.rolname <> 'app_operator'
          and (has_any_column_privilege(r.oid, 'core.${table}', 'select') or has_any_column_privilege(r.oid, 'core.${table}', 'update'))`,
    );
    expect([table, rows]).toEqual([table, table === 'sheet_import' ? [{ role: 'app_outbox' }] : []]);
  }
  // Which forgets files, and so sees when, but nothing of what is in them.
  const seen = await api.world.ownerQuery<{ name: string }>(
    `select column_name as name from information_schema.column_privileges
      where table_schema = 'core' and table_name = 'sheet_import' and grantee = 'app_outbox' and privilege_type = 'SELECT' order by 1`,
  );
  expect(seen.map(({ name }) => name)).toEqual(['expires_at', 'id', 'organisation_id']);
});

test('an API key reads nothing of a file, and writes nothing', async () => {
  const { id, digest } = await preview(api, worker, agreement.id, log('2024-03-05,东片,,红棉热线,3,'));
  const { createApiKey } = await admin.get<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "写导入" }) { secret } }',
  );
  expect(await answers(api.withToken(createApiKey.secret), id, digest, 'SERVICE_RECORDS')).toEqual([
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
  ]);
});

test('targets may be brought for a proposal; records and staff only for what is confirmed', async () => {
  const proposal = await newProposal(api);
  expect((await upload(api, admin, proposal.id, fixture('fujian1-fengyuan.xlsx'))).status).toBe(201);
  for (const body of [fixture('fujian2-fengyuan.xlsx'), LOG])
    expect((await upload(api, admin, proposal.id, body)).status).toBe(400);
});

test('writing and undoing leave entries in the audit log, with numbers instead of contents', async () => {
  const other = await newStation(api);
  const { id } = await imported(api, worker, other.id, LOG);
  const { undoImport } = await worker.get<{ undoImport: { userErrors: unknown[] } }>(UNDO, {
    id,
    reason: '传错',
  });
  expect(undoImport.userErrors).toEqual([]);
  const entries = await api.world.ownerQuery<{ action: string; after: unknown }>(
    `select action, after from core.audit_entry where thing_id = $1 and action in ('IMPORT_APPLIED', 'IMPORT_UNDONE') order by at, id`,
    [id],
  );
  expect(entries).toEqual([
    { action: 'IMPORT_APPLIED', after: { parts: ['SERVICE_RECORDS'], written: 1, skipped: 0 } },
    { action: 'IMPORT_UNDONE', after: { undone: 1, kept: 0, reason: '传错' } },
  ]);
});
