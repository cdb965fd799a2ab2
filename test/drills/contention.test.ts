import { Caller, type Session, verifyAccessToken, type Write } from '../../src/access';
import { DatabaseTimeout } from '../../src/platform/database/errors';
import { lockRow } from '../../src/platform/database/row-lock';
import { statement } from '../../src/platform/database/statement';
import { startApi, type TestApi } from '../kit/api';
import { TEST_KEYS } from '../kit/settings';

const SLEEP = statement('test.sleep', 'select pg_sleep($1::float8)');
const FAIL_ONCE = statement('test.fail', `do $$ begin raise exception using errcode = '40001'; end $$`);

let api: TestApi;
let session: Session;
beforeAll(async () => {
  api = await startApi({
    POOL_SIZE: '2',
    POOL_WAIT_MS: '1500',
    STATEMENT_TIMEOUT_MS: '4000',
    LOCK_TIMEOUT_MS: '5000',
  });
  const { token = '' } = await api.as('admin@datong.example');
  const verified = verifyAccessToken(token, TEST_KEYS, api.clock.now());
  if (!verified) throw new Error('no session');
  session = verified;
});
afterAll(async () => {
  await api.close();
});

function caller(signal?: AbortSignal): Caller {
  const { database, trail } = api.server;
  const rest = { language: 'en', requestId: 'test', remoteAddress: 'test', clock: api.clock.now } as const;
  return new Caller({ database, session, trail, ...rest, ...(signal ? { signal } : {}) });
}

/** A member who writes, with the audit entry of every write. */
const writer = () => {
  const member = caller().assert('viewer.read');
  return {
    write: async <T>(work: (transaction: Write) => Promise<T>): Promise<T> =>
      member.write(async (transaction) => {
        transaction.log({ action: 'TARGETS_SET', thing: 'Test', thingId: 'none' });
        return work(transaction);
      }),
  };
};

test('a statement that takes too long is cancelled and reported as a timeout', async () => {
  await expect(writer().write(async (transaction) => transaction.query(SLEEP, [30]))).rejects.toThrow(
    DatabaseTimeout,
  );
});

test('a request that waits too long for a connection gets SERVICE_UNAVAILABLE', async () => {
  const busy = [0, 1].map(async () => writer().write(async (transaction) => transaction.query(SLEEP, [3])));
  const client = await api.as('admin@datong.example');
  const answer = await client.ask('{ viewer { displayName } }');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).not.toBeNull();
  await Promise.all(busy);
  expect((await client.ask('{ viewer { displayName } }')).status).toBe(200);
});

test('a deadlock is retried once and both writers succeed', async () => {
  let attempts = 0;
  let arrived = 0;
  let meet: () => void = () => undefined;
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });
  let free: () => void = () => undefined;
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  const crossing = async (first: string, second: string): Promise<string> =>
    writer().write(async (transaction) => {
      attempts += 1;
      // A row that an aborted transaction had locked goes to whoever asks first, which may be the retry: it comes second here.
      if (attempts === 3) await freed;
      await lockRow(transaction, 'test', first);
      arrived += 1;
      if (arrived === 2) meet();
      await met;
      await lockRow(transaction, 'test', second);
      free();
      return 'done';
    });
  const results = await Promise.all([crossing('one', 'other'), crossing('other', 'one')]);
  expect(results).toEqual(['done', 'done']);
  expect(attempts).toBe(3);
});

test('a serialisation failure is retried only once', async () => {
  let attempts = 0;
  const once = writer().write(async (transaction) => {
    attempts += 1;
    if (attempts === 1) await transaction.query(FAIL_ONCE, []);
    return attempts;
  });
  await expect(once).resolves.toBe(2);

  attempts = 0;
  const always = writer().write(async (transaction) => {
    attempts += 1;
    await transaction.query(FAIL_ONCE, []);
  });
  await expect(always).rejects.toThrow();
  expect(attempts).toBe(2);
});

test('an aborted request sends no further statement', async () => {
  const controller = new AbortController();
  const member = caller(controller.signal).assert('viewer.read');
  controller.abort(new Error('gone'));
  await expect(member.read(SLEEP, [0])).rejects.toThrow(DatabaseTimeout);
});

test('every response returns its connection, successful or not', async () => {
  const client = await api.as('admin@datong.example');
  for (let turn = 0; turn < 12; turn += 1) {
    await client.ask('{ viewer { displayName } stations { nodes { name } } }');
    await client.ask('{ agreement(id: "nowhere") { id } viewer { id } }');
    await client.ask(
      '{ stations(first: 0) { totalCount } organisations { nodes { stations { totalCount } } } }',
    );
  }
  await api.server.trail.settled();
  const busy = api.server.database
    .pools()
    .filter(({ total, idle, waiting }) => total !== idle || waiting > 0);
  expect(busy).toEqual([]);
});
