import pg from 'pg';
import { AuthScope } from '../../src/platform/database/auth-scope';
import type { Database } from '../../src/platform/database/database';
import { ClientGone } from '../../src/platform/client-gone';
import { DatabaseTimeout, DatabaseUnavailable, SessionEnded } from '../../src/platform/database/errors';
import { ROW_LOCK } from '../../src/platform/database/row-lock';
import { statement } from '../../src/platform/database/statement';
import { TenantScope } from '../../src/platform/database/tenant-scope';
import { cluster, urlOf } from '../kit/templates';
import type { ViewerName } from './kit/parties';
import { CLEAN, residue, running, smallDatabase } from './kit/pool';
import { type Fixture, startFixture } from './kit/fixture';
import { writeUnaudited } from '../kit/unaudited-write';

/** A pool of one connection: however the last transaction ended, the next one finds no scope on it. */
let fixture: Fixture;
let database: Database;
let behind: pg.Client;
let pid: number;
beforeAll(async () => {
  fixture = await startFixture();
  database = await smallDatabase(fixture, 1);
  behind = new pg.Client({ connectionString: urlOf(cluster().superuserUrl, fixture.world.name) });
  await behind.connect();
  ({ pid } = await residue(database, 'app_operator'));
});
afterAll(async () => {
  await behind.end();
  await database.close();
  await fixture.close();
});

const COUNT = statement('test.count', 'select count(*)::int as count from core.agreement');
const BROKEN = statement('test.broken', 'select 1 / count(*) from core.agreement where false');
const SLEEP = statement('test.sleep', 'select pg_sleep(600)');
const RENAME = statement('test.value', 'update core.target set value = value + 1');
const LIE = statement('test.lie', 'update core.target set organisation_id = $1');

const scopeOf = (name: ViewerName, signal?: AbortSignal): TenantScope =>
  new TenantScope(database, fixture.viewer(name).principal, signal);

async function expectClean(): Promise<void> {
  expect(await residue(database, 'app_operator')).toEqual({ ...CLEAN, pid, role: 'app_operator' });
}

/** The next tenant on the same connection sees its own. */
async function expectUsable(): Promise<void> {
  await expectClean();
  const scope = scopeOf('operator B');
  expect(await scope.read(COUNT, [])).toEqual([{ count: 2 }]);
  await scope.close();
  await expectClean();
}

test('while a scope is open, its connection has it', async () => {
  const seen = await writeUnaudited(scopeOf('operator A'), async (transaction) =>
    transaction.query(
      statement<{ own: boolean }>(
        'test.open',
        'select scope.organisation_id() = $1 and now() < clock_timestamp() as own, pg_backend_pid() as pid',
      ),
      [fixture.parties.A],
    ),
  );
  expect(seen).toEqual([{ own: true, pid }]);
});

test('nothing is left after a read that ended', async () => {
  const scope = scopeOf('operator A');
  expect(await scope.read(COUNT, [])).toEqual([{ count: 2 }]);
  await scope.close();
  await expectUsable();
});

test('nothing is left after a write that was committed', async () => {
  await writeUnaudited(scopeOf('operator A'), async (transaction) => transaction.query(RENAME, []));
  await expectUsable();
});

test('nothing is left after a write that the program rolled back', async () => {
  const given = new Error('given up');
  const write = writeUnaudited(scopeOf('operator A'), async (transaction) => {
    await transaction.query(RENAME, []);
    throw given;
  });
  await expect(write).rejects.toBe(given);
  await expectUsable();
});

test('nothing is left after a write that the database refused', async () => {
  const write = writeUnaudited(scopeOf('operator A'), async (transaction) =>
    transaction.query(LIE, [fixture.parties.B]),
  );
  await expect(write).rejects.toMatchObject({ code: '42501' });
  await expectUsable();
});

test('nothing is left after a read that failed', async () => {
  const scope = scopeOf('operator A');
  await expect(scope.read(BROKEN, [])).rejects.toMatchObject({ code: '22012' });
  await expect(scope.read(COUNT, [])).rejects.toMatchObject({ code: '22012' });
  await scope.close();
  await expectUsable();
});

test('nothing is left after concurrent reads of which one failed', async () => {
  const scope = scopeOf('operator A');
  const answers = await Promise.allSettled([
    scope.read(COUNT, []),
    scope.read(BROKEN, []),
    scope.read(COUNT, []),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  await scope.close();
  await expectUsable();
});

test('nothing is left after a session was refused, and its query is not answered', async () => {
  const { principal } = fixture.viewer('operator A');
  const refused = { ...principal, accessVersion: 7 };
  const scope = new TenantScope(database, refused);
  await expect(scope.read(COUNT, [])).rejects.toBeInstanceOf(SessionEnded);
  await scope.close();
  await expectUsable();
  const write = writeUnaudited(new TenantScope(database, refused), async (transaction) =>
    transaction.query(RENAME, []),
  );
  await expect(write).rejects.toBeInstanceOf(SessionEnded);
  await expectUsable();
});

test('the connection of a request that times out between two statements is not reused', async () => {
  const request = new AbortController();
  const scope = scopeOf('operator A', request.signal);
  await scope.read(COUNT, []);
  const next = scopeOf('operator B');
  const answer = next.read(COUNT, []).catch((error: unknown) => error);
  await new Promise(setImmediate);
  request.abort(new Error('The time for this request is up'));
  await scope.close();
  expect(await answer).toEqual([{ count: 2 }]);
  await next.close();
  ({ pid } = await residue(database, 'app_operator'));
  await expectUsable();
});

test('nothing is left after a query that was cancelled, reading or writing', async () => {
  const scope = scopeOf('operator A');
  const read = scope.read(SLEEP, []).catch((error: unknown) => error);
  const write = async (): Promise<unknown> =>
    writeUnaudited(scopeOf('operator A'), async (transaction) => transaction.query(SLEEP, [])).catch(
      (error: unknown) => error,
    );
  const cancel = async (): Promise<void> => {
    expect(await running(behind, SLEEP.text)).toBe(pid);
    await behind.query('select pg_cancel_backend($1)', [pid]);
  };
  await cancel();
  expect(await read).toBeInstanceOf(DatabaseTimeout);
  await scope.close();
  await expectUsable();

  const writing = write();
  await cancel();
  expect(await writing).toBeInstanceOf(DatabaseTimeout);
  await expectUsable();
});

test('nothing is left after an aborted request', async () => {
  const request = new AbortController();
  const scope = scopeOf('operator A', request.signal);
  const late = scope.read(SLEEP, []).catch((error: unknown) => error);
  await running(behind, SLEEP.text);
  request.abort(new ClientGone());
  await expect(scope.read(COUNT, [])).rejects.toBeInstanceOf(DatabaseTimeout);
  const ended = scope.close();
  await behind.query('select pg_cancel_backend($1)', [pid]);
  expect(await late).toBeInstanceOf(DatabaseTimeout);
  await ended;
  await expectUsable();
  await expect(writeUnaudited(scope, async () => Promise.resolve())).rejects.toBeInstanceOf(DatabaseTimeout);
  await expectClean();
});

test('the connection of a timed-out request is closed, and its transaction is rolled back', async () => {
  const request = new AbortController();
  const scope = scopeOf('operator A', request.signal);
  const late = scope.read(SLEEP, []).catch((error: unknown) => error);
  const writing = scopeOf('operator A', request.signal);
  await running(behind, SLEEP.text);
  const waiting = writeUnaudited(writing, async () => Promise.resolve()).catch((error: unknown) => error);
  request.abort(new Error('The time for this request is up'));
  expect(await late).toBeInstanceOf(DatabaseTimeout);
  await scope.close();
  expect(await waiting).toBeInstanceOf(DatabaseTimeout);
  const fresh = await residue(database, 'app_operator');
  expect(fresh).toMatchObject(CLEAN);
  expect(fresh.pid).not.toBe(pid);
  // The statement was cancelled in PostgreSQL: it would have run on for no client.
  while ((await behind.query('select from pg_stat_activity where pid = $1', [pid])).rowCount !== 0);
  pid = fresh.pid;
  await expectUsable();
});

test('a write that times out is cancelled and rolled back, one whose client disconnected is finished', async () => {
  const write = async (signal: AbortSignal): Promise<unknown> =>
    writeUnaudited(scopeOf('operator A', signal), async (transaction) => {
      await transaction.query(RENAME, []);
      return transaction.query(ROW_LOCK, ['a thing']);
    }).catch((error: unknown) => error);
  const values = async () =>
    (await behind.query<{ sum: string }>('select sum(value)::text as sum from core.target')).rows;
  const before = await values();
  const holder = new pg.Client({ connectionString: urlOf(cluster().superuserUrl, fixture.world.name) });
  await holder.connect();
  await holder.query('begin');
  await holder.query(ROW_LOCK.text, ['a thing']);
  const [late, gone] = [new AbortController(), new AbortController()];

  const expired = write(late.signal);
  await running(behind, ROW_LOCK.text, 'Lock');
  late.abort(new Error('The time for this request is up'));
  expect(await expired).toBeInstanceOf(DatabaseUnavailable);
  const fresh = await residue(database, 'app_operator');
  expect(fresh.pid).not.toBe(pid);
  ({ pid } = fresh);
  expect(await values()).toEqual(before);

  const finished = write(gone.signal);
  expect(await running(behind, ROW_LOCK.text, 'Lock')).toBe(pid);
  gone.abort(new ClientGone());
  await holder.end();
  expect(await finished).not.toBeInstanceOf(Error);
  expect(await values()).not.toEqual(before);
  await expectUsable();
});

test('nothing is left of a claim after a successful or failed sign-in', async () => {
  const { memberId } = fixture.viewer('operator A').principal;
  const claim = { email: `${memberId}@tenancy.example`, hash: 'ab', memberId };
  await AuthScope.run(database, async (scope) => scope.claim(claim));
  expect(await residue(database, 'app_auth')).toMatchObject(CLEAN);
  const failing = AuthScope.run(database, async (scope) => {
    await scope.claim(claim);
    throw new Error('given up');
  });
  await expect(failing).rejects.toThrow('given up');
  expect(await residue(database, 'app_auth')).toMatchObject(CLEAN);
});

test('one prepared statement shows each tenant its own rows, no matter who prepared it and however often it ran', async () => {
  const AGREEMENTS = statement<{ id: string }>(
    'test.agreements',
    'select id from core.agreement where starts_on > $1 order by id',
  );
  const order: ViewerName[] = ['operator A', 'operator B', 'a worker of A limited to S2', 'operator A'];
  for (let round = 0; round < 10; round += 1) {
    for (const name of order) {
      const scope = scopeOf(name);
      const rows = await scope.read(AGREEMENTS, ['2020-01-01']);
      await scope.close();
      const own = fixture.viewer(name).sees.map((agreement) => fixture.agreements[agreement].agreementId);
      expect(rows.map(({ id }) => id)).toEqual(own.sort());
    }
  }
  const prepared = await database.connect('app_operator');
  const { rows } = await prepared.query<{ runs: number }>(
    `select (generic_plans + custom_plans)::int as runs from pg_prepared_statements where name = 'test.agreements'`,
  );
  prepared.release();
  expect(rows).toEqual([{ runs: 40 }]);
});

test('a broken connection is not reused', async () => {
  const scope = scopeOf('operator A');
  const read = scope.read(SLEEP, []).catch((error: unknown) => error);
  await running(behind, SLEEP.text);
  await behind.query('select pg_terminate_backend($1)', [pid]);
  expect(await read).toBeInstanceOf(Error);
  await scope.close();
  const fresh = await residue(database, 'app_operator');
  expect(fresh).toMatchObject(CLEAN);
  expect(fresh.pid).not.toBe(pid);
  pid = fresh.pid;
  await expectUsable();
});

test('an ended scope takes no connection', async () => {
  const scope = scopeOf('operator A');
  await scope.close();
  await expect(scope.read(COUNT, [])).rejects.toThrow('the request is over');
  await expect(writeUnaudited(scope, async () => Promise.resolve())).rejects.toThrow('the request is over');
  await expectUsable();
});
