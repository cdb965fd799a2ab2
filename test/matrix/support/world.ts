import { createHash } from 'node:crypto';
import pg from 'pg';
import { MemberRole } from '../../../src/access';
import { startApi, type TestApi } from '../../kit/api';
import { MAILS } from '../../kit/settings';
import { cluster, urlOf } from '../../kit/templates';
import { Oracle } from '../oracle';
import type { Column } from '../verdicts';
import { HttpClients } from './client';
import { MemberFactory, type NewPerson, type OrganisationFacts, type Person } from './people';
import { type Site, SiteBuilder, type SiteName } from './sites';

/** A server of its own with people of every role, and rows of every kind at every site. */
export interface Matrix {
  api: TestApi;
  sql: pg.Pool;
  members: MemberFactory;
  people: readonly Person[];
  sites: Record<SiteName, Site>;
  organisations: Record<Exclude<Column, 'anonymous'>, OrganisationFacts>;
  /** What the database holds now; the audit log is left out unless it is asked for. */
  oracle: (how?: { withAuditLog: boolean }) => Promise<Oracle>;
  snapshot: () => Promise<Record<string, string>>;
  close: () => Promise<void>;
}

const { ADMIN, MANAGER, VIEWER, WORKER } = MemberRole;

/** Frames of an error: thousands of refusals are thrown, and Jest maps every frame of each to its source. */
const STACK_FRAMES = 2;

export async function startMatrix(): Promise<Matrix> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = STACK_FRAMES;
  // Documents of a thousand fields take long to compile, and other requests wait meanwhile.
  const api = await startApi({
    POOL_SIZE: '2',
    POOL_WAIT_MS: '20000',
    REQUEST_TIMEOUT_MS: '60000',
    STATEMENT_TIMEOUT_MS: '20000',
    // What an operation may cost is tested elsewhere.
    ...MAILS,
    MAX_OPERATION_COST: '100000000',
    COST_PER_MINUTE: '1000000000000',
  });
  // Calls are made side by side, and a connection runs one statement at a time.
  const sql = new pg.Pool({ connectionString: urlOf(cluster().superuserUrl, api.world.name), max: 4 });
  const http = new HttpClients(api.url);
  const members = new MemberFactory(api, http, sql);
  const builder = new SiteBuilder(sql, members, api.url);
  const sites = await builder.buildAll();
  const organisations = {
    operator: await builder.operatorNamed('大同'),
    purchaser: await builder.purchaserOf('大同'),
    bureau: await builder.bureauOf(sites.own.district),
    city: await builder.bureauOf(null),
    mentoring: await builder.organisation(`kind = 'MENTORING_CENTRE'`),
    assessor: await builder.assessor(false),
    platform: await builder.organisation(`kind = 'PLATFORM'`),
  };
  // Asked over and over, so prepared.
  const query = async <Row extends object>(text: string): Promise<Row[]> => {
    const name = createHash('md5').update(text).digest('hex');
    return (await sql.query<Row>({ name, text })).rows;
  };
  await createDigests(sql, await digestsOf(query));
  return {
    api,
    sql,
    members,
    sites,
    organisations,
    people: await cast(members, organisations, sites.own.ids.Station!, sql),
    oracle: async ({ withAuditLog } = { withAuditLog: false }) => Oracle.read(query, withAuditLog),
    snapshot: async () => snapshot(query),
    close: async () => {
      Error.stackTraceLimit = stackTraceLimit;
      http.close();
      await sql.end();
      await api.close();
    },
  };
}

/** Every kind of organisation in every role; those limited to the station of the own site; API keys; and an anonymous client. */
async function cast(
  members: MemberFactory,
  organisations: Matrix['organisations'],
  station: string,
  sql: pg.Pool,
): Promise<Person[]> {
  const people: NewPerson[] = [];
  for (const [column, organisation] of Object.entries(organisations) as [Column, OrganisationFacts][]) {
    const add = (name: string, role: MemberRole, rest: Partial<NewPerson> = {}) => {
      people.push({ name: `${column} ${name}`, column, organisation, role, ...rest });
    };
    for (const role of Object.values(MemberRole)) add(role, role);
    if (column === 'platform') continue;
    add('key', VIEWER, { isKey: true });
    add('VIEWER limited to the own station', VIEWER, { stations: [station] });
    if (column !== 'operator') continue;
    add('key limited to the own station', VIEWER, { isKey: true, stations: [station] });
    add('MANAGER limited to the own station', MANAGER, { stations: [station] });
    add('MANAGER who records money', MANAGER, { recordsMoney: true });
    add('MANAGER who records money of the own station', MANAGER, { recordsMoney: true, stations: [station] });
    add('WORKER limited to the own station', WORKER, { stations: [station] });
    add('WORKER limited to no station at all', WORKER, { stations: [] });
  }
  const { rows } = await sql.query<OrganisationFacts>(
    `insert into core.organisation (id, kind, name, district_code)
     values (gen_random_uuid(), 'MENTORING_CENTRE', '某区督导中心', '440103') returning id, kind, district_code as district`,
  );
  const ofDistrict = {
    name: 'ADMIN of a mentoring centre of a district',
    column: 'mentoring',
    role: ADMIN,
  } as const;
  people.push({ ...ofDistrict, organisation: rows[0]! });
  return [...(await Promise.all(people.map(async (one) => members.person(one)))), members.anonymous()];
}

type Query = <Row extends object>(sql: string) => Promise<Row[]>;

/** Audit entries of reads and refusals: they may grow with every request. */
const TRACES = '(REFUSED|FAILED|KEY_USED|READ|SIGNED_IN|SIGNED_OUT|PASSWORD_RESET_REQUESTED)$';

/** The statement that counts the rows of each table and hashes their versions: every write makes another version of a row. */
async function digestsOf(query: Query): Promise<string> {
  const tables = await query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('core', 'auth') and c.relkind = 'r' order by 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtid(ctid)::bigint * xmin::text::bigint), 0) as content from ${name} t` +
      (name === 'core.audit_entry' ? ` where action !~ '${TRACES}'` : ''),
  );
  return parts.join(' union all ');
}

/**
 * As a function, which may have settings of its own: every request leaves a trace in the audit log, and an index of the
 * entries that are none spares reading them all.
 */
async function createDigests(sql: pg.Pool, digests: string): Promise<void> {
  await sql.query(`create index on core.audit_entry (id) where action !~ '${TRACES}';
    create function digests() returns table (name text, content text) language plpgsql
      set enable_seqscan = off set max_parallel_workers_per_gather = 0
      as $$ begin return query ${digests}; end $$`);
}

/** Equal before and after where nothing was written. */
async function snapshot(query: Query): Promise<Record<string, string>> {
  const rows = await query<{ name: string; content: string }>('select * from digests()');
  return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
}

/** The tables that differ between two snapshots. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table]);
}
