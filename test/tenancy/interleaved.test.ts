import type { Database } from '../../src/platform/database/database';
import { statement } from '../../src/platform/database/statement';
import { TenantScope } from '../../src/platform/database/tenant-scope';
import { CLEAN, residue, smallDatabase } from './kit/pool';
import { type Fixture, startFixture, type Viewer } from './kit/fixture';
import { writeUnaudited } from '../kit/unaudited-write';

/** A thousand transactions of many tenants, side by side on three connections a role. */
let fixture: Fixture;
let database: Database;
beforeAll(async () => {
  fixture = await startFixture();
  database = await smallDatabase(fixture, 3);
});
afterAll(async () => {
  await database.close();
  await fixture.close();
});

const TRANSACTIONS = 1000;
const AT_ONCE = 24;

const AGREEMENTS = statement<{ id: string }>('test.agreements', 'select id from core.agreement');
const ZONES = statement<{ id: string }>(
  'test.zones',
  'select agreement_id as id from core.zone where name is not null',
);
const SUMS = statement<{ id: string }>(
  'test.sums',
  'select agreement_id as id from core.completion_total where target > $1',
);
const ADD = statement<{ id: string }>(
  'test.add',
  'update core.target set value = value + 1 returning agreement_id as id',
);
const FAIL = statement('test.fail', 'select 1 / 0');

type Ids = string[];
const idsOf = (rows: { id: string }[]): Ids => rows.map(({ id }) => id).sort();

/** What one transaction of the n-th kind saw, committed or not. */
const KINDS: ((scope: TenantScope) => Promise<Ids[]>)[] = [
  async (scope) => {
    const rows = await Promise.all([scope.read(AGREEMENTS, []), scope.read(ZONES, [])]);
    await scope.close();
    return rows.map(idsOf);
  },
  async (scope) => {
    const seen = [idsOf(await scope.read(SUMS, [0]))];
    await scope.read(FAIL, []).catch(() => undefined);
    await scope.close();
    return seen;
  },
  async (scope) => {
    const seen: Ids[] = [];
    await writeUnaudited(scope, async (transaction) => {
      seen.push(idsOf(await transaction.query(AGREEMENTS, [])), idsOf(await transaction.query(ZONES, [])));
      throw new Error('given up');
    }).catch(() => undefined);
    return seen;
  },
  async (scope) =>
    writeUnaudited(scope, async (transaction) => [idsOf(await transaction.query(AGREEMENTS, []))]),
];

test('each of a thousand interleaved transactions sees the rows of its own tenant and no other', async () => {
  const viewers = fixture.viewers.filter(({ principal }) => principal.role !== 'app_platform');
  const wrong: string[] = [];
  let seen = 0;
  const transaction = async (n: number): Promise<void> => {
    const viewer = viewers[(n * 7) % viewers.length]!;
    const own = viewer.sees.map((name) => fixture.agreements[name].agreementId).sort();
    const lists = await KINDS[n % KINDS.length]!(new TenantScope(database, viewer.principal));
    for (const list of lists) {
      seen += 1;
      if (list.join() !== own.join()) wrong.push(`${viewer.name}: ${list.join()}`);
    }
  };
  await sideBySide(TRANSACTIONS, transaction);
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(TRANSACTIONS);
});

test('concurrent writes of two operators change only their own rows', async () => {
  const sums = async (): Promise<Map<string, number>> => {
    const rows = await fixture.world.ownerQuery<{ id: string; value: number }>(
      'select organisation_id as id, sum(value)::int as value from core.target group by 1',
    );
    return new Map(rows.map(({ id, value }) => [id, value]));
  };
  const before = await sums();
  const operators: Viewer[] = [fixture.viewer('operator A'), fixture.viewer('operator B')];
  await sideBySide(150, async (n) => {
    const { principal, sees } = operators[n % 3 === 0 ? 1 : 0]!;
    const changed = await writeUnaudited(new TenantScope(database, principal), async (transaction) =>
      transaction.query(ADD, []),
    );
    expect(idsOf(changed)).toEqual(sees.map((name) => fixture.agreements[name].agreementId).sort());
  });
  const after = await sums();
  const { A, B } = fixture.parties;
  expect(after.get(A)! - before.get(A)!).toBe(100 * 2);
  expect(after.get(B)! - before.get(B)!).toBe(50 * 2);
});

test('no connection keeps a scope afterwards', async () => {
  for (const { role, total, idle, waiting } of database.pools()) {
    expect({ role, busy: total - idle, waiting }).toEqual({ role, busy: 0, waiting: 0 });
  }
  for (const role of ['app_operator', 'app_purchaser', 'app_supervisor', 'app_city'] as const) {
    const clients = await Promise.all([0, 1, 2].map(async () => residue(database, role)));
    for (const one of clients) expect(one).toMatchObject(CLEAN);
  }
});

async function sideBySide(count: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) await work(n);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
