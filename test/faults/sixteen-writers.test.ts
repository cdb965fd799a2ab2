import type pg from 'pg';
import { checkRollups } from '../../src/verify';
import { demoAgreement, newStation } from '../api/support/agreements';
import { hundredths } from '../api/support/arithmetic';
import { operatorOf } from '../api/support/people';
import type { ServiceRecord } from '../api/support/questions';
import { startApi, type TestApi } from '../kit/api';
import { asSuperuser, cluster } from '../kit/templates';
import { type Ledger, newLedger, write, type Writer } from './support/writers';

/**
 * Sixteen writers over HTTP, ten of them at one station, concurrently record, import (500 records per call), retry,
 * correct and void. The expected state is derived from the responses alone.
 */
const STREETS = ['中南街', '云城街', '元岗街', '钟落潭镇', '逢源街', '逢源街'];
const HOT = 10;

let api: TestApi;
let writers: Writer[];
let ledger: Ledger;
let before: Map<string, Sum>;
beforeAll(async () => {
  api = await startApi({ POOL_SIZE: '16', POOL_WAIT_MS: '20000', COST_PER_MINUTE: '1000000000' });
  const hot = await newStation(api);
  const admin = await api.as('admin@fengyuan.example');
  const worker = await api.as('worker@fengyuan.example');
  const others = await Promise.all(
    STREETS.map(async (street, at) => {
      const client = await api.as(operatorOf(street));
      const agreement = await demoAgreement(api, street);
      return { name: `other ${at}`, agreement, worker: client, admin: client, steps: 8 };
    }),
  );
  writers = [
    ...Array.from({ length: HOT }, (_, at) => ({
      name: `hot ${at}`,
      agreement: hot,
      worker,
      admin,
      steps: 13,
    })),
    ...others,
  ];
  before = await kept();
  ledger = newLedger();
  await Promise.all(writers.map(async (writer) => write(writer, ledger)));
}, 60_000);
afterAll(async () => {
  await api.world.close();
});

interface Sum {
  completed: bigint;
  records: bigint;
}

/** Both stored rollups, by cell, without empty cells. */
async function kept(): Promise<Map<string, Sum>> {
  const rows = await api.world.ownerQuery<{ cell: string; completed: string; records: string }>(
    `select concat_ws(' ', agreement_id, term_id, month, coalesce(zone_id::text, '-'), coalesce(project_id::text, '-'),
            indicator_code, measure_code) as cell, completed::text, records::text
       from (select *, null as month from core.completion_term) t
      where records <> 0 or completed <> 0
     union all
     select concat_ws(' ', agreement_id, term_id, to_char(month, 'YYYY-MM'), coalesce(zone_id::text, '-'),
            coalesce(project_id::text, '-'), indicator_code, measure_code), completed::text, records::text
       from core.completion_month where records <> 0 or completed <> 0`,
  );
  return new Map(
    rows.map(({ cell, completed, records }) => [
      cell,
      { completed: hundredths(completed), records: BigInt(records) },
    ]),
  );
}

/** The last accepted revision of every record. */
function latestRecords(): { agreementId: string; record: ServiceRecord; voided: number }[] {
  return [...ledger.records.values()].map(({ agreementId, revisions, voided }) => {
    const last = Math.max(...revisions.keys());
    return { agreementId, voided, record: revisions.get(last)! };
  });
}

/** The expected rollups: the initial ones plus the accepted writes. */
function expected(): Map<string, Sum> {
  const sums = new Map([...before].map(([cell, sum]) => [cell, { ...sum }]));
  for (const { agreementId, record, voided } of latestRecords()) {
    if (voided > 0) continue;
    const { terms } = writers.find(({ agreement }) => agreement.id === agreementId)!.agreement;
    const { occurredOn: day, zone, project, indicator, quantities } = record;
    const term = terms.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)!;
    for (const { measure, value } of quantities) {
      const place = [zone?.id ?? '-', project?.id ?? '-', indicator.code, measure.code];
      for (const cell of [[], [day.slice(0, 7)]].map((month) =>
        [agreementId, term.id, ...month, ...place].join(' '),
      )) {
        const sum = sums.get(cell) ?? { completed: 0n, records: 0n };
        sums.set(cell, { completed: sum.completed + hundredths(value), records: sum.records + 1n });
      }
    }
  }
  return sums;
}

test('the rollups equal the accepted writes, cell by cell, and the sums of the records', async () => {
  expect(await kept()).toEqual(expected());
  const { differences, records } = await checkRollups(api.server.database);
  expect(differences).toEqual([]);
  expect(records).toBeGreaterThan(ledger.records.size);
});

test('every accepted write is stored exactly once, and nothing else', async () => {
  const rows = await api.world.ownerQuery<{
    id: string;
    revision: number;
    voided: boolean;
    versions: number;
  }>(
    `select r.id, r.revision, r.voided_at is not null as voided,
            (select count(*)::int from core.service_record_version v where v.id = r.id) as versions
       from core.service_record r where r.recorded_at >= $1`,
    [api.clock.now()],
  );
  const found = new Map(rows.map(({ id, ...rest }) => [id, rest]));
  const accepted = new Map(
    latestRecords().map(({ record: { id, revision }, voided }) => [
      id,
      { revision, voided: voided > 0, versions: revision - 1 },
    ]),
  );
  expect(found).toEqual(accepted);
  for (const { revisions, voided } of ledger.records.values()) {
    // One response per revision, without gaps: of two corrections of one revision one was refused.
    expect([...revisions.keys()].sort((a, b) => a - b)).toEqual(Array.from(revisions, (_, at) => at + 1));
    expect(voided).toBeLessThanOrEqual(1);
  }
});

test('the writers contended: at least half of the writes at one station, some conflicts, some retries', () => {
  const counts = [...ledger.accepted.values()];
  const all = counts.reduce((sum, count) => sum + count, 0);
  expect(ledger.accepted.get(writers[0]!.agreement.id)! * 2).toBeGreaterThanOrEqual(all);
  expect(ledger.refusals.length).toBeGreaterThan(0);
  expect(ledger.retried).toBeGreaterThan(20);
  const revisions = latestRecords().map(({ record }) => record.revision);
  expect(revisions.filter((revision) => revision > 1).length).toBeGreaterThan(20);
  expect(latestRecords().filter(({ voided }) => voided > 0).length).toBeGreaterThan(5);
});

test('a statement that bypasses the triggers is found', async () => {
  const { id } = latestRecords().find(({ voided }) => voided === 0)!.record;
  const tamper = async (value: string): Promise<void> => {
    await api.world.ownerQuery(`
      begin; set local session_replication_role = replica;
      update core.service_record set quantities = (
        select jsonb_object_agg(key, (value::numeric + ${value})::text) from jsonb_each_text(quantities)) where id = '${id}';
      commit`);
  };
  await tamper('1');
  const { count } = await checkRollups(api.server.database);
  expect(count).toBeGreaterThanOrEqual(2);
  await tamper('-1');
  expect((await checkRollups(api.server.database)).differences).toEqual([]);
});

/** Deadlocks of this database so far. Statistics are reported when a connection ends: the server's are closed by then. */
async function deadlocks(): Promise<number> {
  const [row] = await api.world.ownerQuery<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  return row!.deadlocks;
}

test('there was no deadlock, and one would have been counted', async () => {
  await api.server.stop();
  expect(await deadlocks()).toBe(0);

  await asSuperuser(
    cluster(),
    async (one) =>
      asSuperuser(
        cluster(),
        async (other) => {
          const lock = async (client: pg.Client, key: number): Promise<unknown> =>
            client.query('select pg_advisory_xact_lock($1)', [key]).catch((error: unknown) => error);
          for (const client of [one, other]) await client.query('begin');
          await Promise.all([lock(one, 1), lock(other, 2)]);
          await Promise.all([lock(one, 2), lock(other, 1)]);
        },
        api.world.name,
      ),
    api.world.name,
  );
  expect(await deadlocks()).toBe(1);
});
