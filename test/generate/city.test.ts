import type { CityOptions } from '../../src/generate';
import { checkRollups, checkStates } from '../../src/verify';
import type { World } from '../kit/world';
import { checksums, cityWorld } from './support';

const OPTIONS: CityOptions = { operators: 3, stations: 4, records: 500, seed: 1 };

let city: World;
beforeAll(async () => {
  city = await cityWorld(OPTIONS);
});
afterAll(async () => {
  await city.close();
});

const count = async (sql: string): Promise<number> => {
  const [row] = await city.ownerQuery<{ count: number }>(`select count(*)::int as count from ${sql}`);
  return row!.count;
};

test('the same seed is the same city, in every row of every table', async () => {
  const again = await cityWorld(OPTIONS);
  try {
    expect(await checksums(again)).toEqual(await checksums(city));
  } finally {
    await again.close();
  }
});

test('another seed is another city', async () => {
  const other = await cityWorld({ ...OPTIONS, seed: 2 });
  try {
    const [own, others] = [await checksums(city), await checksums(other)];
    const catalogue = ['district', 'indicator', 'measure'];
    const filled = Object.keys(own).filter(
      (table) => !own[table]!.startsWith('0 ') && !catalogue.includes(table),
    );
    expect(filled.length).toBeGreaterThan(25);
    expect(filled.filter((table) => own[table] === others[table])).toEqual([]);
  } finally {
    await other.close();
  }
});

test('it has as much of everything as was asked for', async () => {
  expect(await count(`core.organisation where kind = 'OPERATOR'`)).toBe(OPTIONS.operators);
  expect(await count('core.station')).toBe(OPTIONS.stations);
  expect(await count('core.service_record')).toBe(OPTIONS.records);
  expect(await count(`core.agreement where state = 'CONFIRMED'`)).toBe(2 * OPTIONS.stations);
  expect(await count('(select from core.agreement group by service_model) m')).toBe(2);
});

test('some agreements are amended in mid-year, and one ends early', async () => {
  expect(await count(`core.amendment where kind = 'CHANGE'`)).toBeGreaterThan(0);
  expect(await count(`core.amendment where kind = 'EARLY_END'`)).toBeGreaterThan(0);
  expect(await count('core.target where amendment_id is not null')).toBeGreaterThan(0);
});

test('bureaus have registered its agreements; some renewals are proposed, declined and void', async () => {
  const rows = await city.ownerQuery<{ state: string; by: string; ended: string | null }>(
    `select distinct a.state, o.kind as by, e.kind as ended from core.agreement a
       join core.organisation o on o.id = a.proposed_by left join core.organisation e on e.id = a.ended_by order by 1`,
  );
  expect(rows).toEqual([
    { state: 'CONFIRMED', by: 'SUPERVISOR', ended: null },
    { state: 'DECLINED', by: 'OPERATOR', ended: 'PURCHASER' },
    { state: 'PROPOSED', by: 'OPERATOR', ended: null },
    { state: 'VOID', by: 'SUPERVISOR', ended: 'SUPERVISOR' },
  ]);
  expect(await count('core.station_name')).toBe(OPTIONS.stations);
  expect(await count('core.station_access where not listed')).toBe(0);
});

test('its rollups are the sums of its records', async () => {
  const { differences, cells, records } = await checkRollups(city.database);
  expect(differences).toEqual([]);
  expect(records).toBe(OPTIONS.records);
  expect(cells).toBeGreaterThan(records);
  expect(await checkStates(city.database)).toEqual([]);
});

test('some records were corrected and some voided, and history was kept by the triggers', async () => {
  expect(await count('core.service_record where voided_at is not null')).toBeGreaterThan(0);
  expect(await count('core.service_record where revision = 2')).toBeGreaterThan(0);
  expect(await count('core.service_record_version')).toBe(
    await count('core.service_record where revision = 2'),
  );
});

test('every month that was handed in says what is in its records, staff and money', async () => {
  expect(await count(`core.report_month where state = 'ACCEPTED'`)).toBeGreaterThan(0);
  expect(await count('core.report_month where snapshot_id is null')).toBe(0);
  const parts = await city.ownerQuery<{ report: string; months: number }>(
    `select p.report, count(distinct m.snapshot_id)::int as months from core.report_month m
       join core.snapshot_part p using (organisation_id, snapshot_id) group by 1 order by 1`,
  );
  const months = await count('core.report_month');
  expect(parts).toEqual(['COMPLETION', 'SPENDING', 'STAFFING'].map((report) => ({ report, months })));
  const [sums] = await city.ownerQuery<{ kept: number; done: number }>(
    `select (select sum(f.value)::float from core.snapshot_figure f join core.report_month m using (organisation_id, snapshot_id)
              where f.report = 'COMPLETION' and f.path[4:5] = array['total', 'completed']) as kept,
            (select sum(q.value::numeric)::float from core.report_month m
               join core.service_record r on r.organisation_id = m.organisation_id and r.agreement_id = m.agreement_id
                and date_trunc('month', r.occurred_on::timestamp) = m.month and r.voided_at is null
              cross join lateral jsonb_each_text(r.quantities) q) as done`,
  );
  expect(sums!.kept).toBeGreaterThan(0);
  expect(sums!.kept).toBe(sums!.done);
});
