import { dayAt, dayOf } from '../../src/platform/calendar';
import { exact } from '../../src/platform/decimal';
import { type Client, startApi, type TestApi } from '../kit/api';
import { newStation } from '../api/support/agreements';
import { enrolStaff, keyOf, person, report } from '../staffing/support';
import { ask, type Cell, type Seen } from './api-figures';
import { busyCity } from './busy-city';
import {
  figures,
  line,
  expectSame,
  expectSameAssessments,
  expectSameBooks,
  expectSamePlans,
  expectSameStaff,
  expectSameZonesAndPosts,
  value,
} from './same-figures';
import { type BiClient, BiLogins, EVERY_READER, type Reader, READERS } from './support';

/** A login reads with SQL the same figures as an API key of the same organisation. */
let api: TestApi;
let logins: BiLogins;
beforeAll(async () => {
  api = await startApi();
  logins = new BiLogins(api.world);
  await busyCity(api);
}, 60_000);
afterAll(async () => {
  await logins.close();
  await api.close();
});

interface Both {
  bi: BiClient;
  key: Client;
  api: Seen;
}
const known = new Map<Reader, Promise<Both>>();
async function both(reader: Reader): Promise<Both> {
  const make = async (): Promise<Both> => {
    const [organisation, email] = READERS[reader];
    const key = await keyOf(api, await api.as(email));
    return { bi: await logins.as(organisation), key, api: await ask(key) };
  };
  const made = known.get(reader) ?? make();
  known.set(reader, made);
  return made;
}

describe.each(EVERY_READER)('the %s', (reader) => {
  test('sees the same stations and agreements', async () => {
    const { bi, api: seen } = await both(reader);
    const stations = await bi.rows('select * from stations');
    expectSame(
      stations.map((row) => line(row.station_id, row.station_name, row.street, row.district_name)),
      seen.stations.map(({ id, name, street, district }) => line(id, name, street, district.name)),
    );
    const agreements = await bi.rows('select * from agreements');
    expectSame(
      agreements.map((a) =>
        line(
          a.agreement_id,
          a.station_id,
          a.operator_name,
          a.purchaser_name,
          a.starts_on,
          a.ends_on,
          value(a.annual_fee),
          value(a.required_posts),
          value(a.required_certified_share),
        ),
      ),
      seen.agreements.map(({ id, station, operator, purchaser, startsOn, endsOn, ...numbers }) =>
        line(
          id,
          station.id,
          operator.name,
          purchaser.name,
          startsOn,
          endsOn,
          ...[numbers.annualFee, numbers.requiredPosts, numbers.requiredCertifiedShare].map(value),
        ),
      ),
    );
  });

  test('sees the same targets, sums and percentages by term, zone and project', async () => {
    const { bi, api: seen } = await both(reader);
    const key = 'term_id, indicator_code, measure_code';
    const shown = (row: Record<string, string | null>): string =>
      line(row.term_id, row.indicator_code, row.measure_code, row.part, ...figures(row as unknown as Cell));
    const rows = seen.terms.flatMap(({ id, completion }) =>
      completion.rows.map((row) => ({ ...row, key: [id, row.indicator.code, row.measure.code] })),
    );
    expectSame(
      (await bi.rows(`select ${key}, target, completed, percent from completion_by_term`)).map(shown),
      rows.map((row) => line(...row.key, undefined, ...figures(row.total))),
    );
    // Without a zone a figure is in the total alone; a zone without figures has no row.
    const some = ({ target, completed }: Cell): boolean => target !== null || !exact(completed).eq(0);
    const parts = async (view: string, id: string): Promise<string[]> =>
      (
        await bi.rows(
          `select ${key}, ${id} as part, target, completed, percent from ${view} where ${id} is not null`,
        )
      )
        .filter((row) => some(row as unknown as Cell))
        .map(shown);
    expectSame(
      await parts('completion_by_zone', 'zone_id'),
      rows.flatMap((row) =>
        row.byZone.filter(some).map((cell) => line(...row.key, cell.zone.id, ...figures(cell))),
      ),
    );
    const byProject = rows.flatMap((row) =>
      row.byProject.filter(some).map((cell) => line(...row.key, cell.project.id, ...figures(cell))),
    );
    expectSame(await parts('completion_by_project', 'project_id'), byProject);
    const totals = await bi.rows(
      `select count(*) from completion_by_term t
        where (target, completed) is distinct from
              (select (sum(target), sum(completed)) from completion_by_zone z
                where (z.term_id, z.indicator_code, z.measure_code) = (t.term_id, t.indicator_code, t.measure_code))`,
    );
    expect(totals).toEqual([{ count: '0' }]);
  });

  test('sees the same sums by month, in any grouping that analytics has', async () => {
    const { bi, api: seen } = await both(reader);
    for (const [dimension, column] of [
      ['STATION', 'station_id'],
      ['ZONE', 'zone_id'],
      ['PROJECT', 'project_id'],
    ] as const) {
      const rows = await bi.rows(
        `select to_char(month, 'YYYY-MM') as month, ${column} as part, indicator_code, measure_code, sum(completed) as completed
           from completion_by_month group by 1, 2, 3, 4`,
      );
      expectSame(
        rows.map((row) =>
          line(row.month, row.part, row.indicator_code, row.measure_code, value(row.completed)),
        ),
        (await seen.byMonth(dimension)).map((row) =>
          line(row.month, row.part, row.indicator.code, row.measure.code, value(row.completed)),
        ),
      );
    }
  });

  test('sees the same staff by code, person by person and month by month', async () => {
    const { bi, api: seen } = await both(reader);
    await expectSameStaff(bi, seen);
  });

  test('sees the same person-months by zone, and the same posts required', async () => {
    const { bi, api: seen } = await both(reader);
    await expectSameZonesAndPosts(bi, seen);
  });

  test('sees the same instalments, budget lines and fiscal budgets', async () => {
    const { bi, api: seen } = await both(reader);
    await expectSamePlans(bi, seen);
  });

  test('sees the same receipts, expenditures and payments', async () => {
    const { bi, api: seen } = await both(reader);
    await expectSameBooks(bi, seen);
  });

  test('sees the same assessments, scores, totals and grades', async () => {
    const { bi, api: seen } = await both(reader);
    await expectSameAssessments(bi, seen);
  });
});

test.each(EVERY_READER.filter((reader) => reader !== 'mentoring centre'))(
  'the %s sees the same single records',
  async (reader) => {
    const { bi, api: seen } = await both(reader);
    expectSame(
      (await bi.rows('select * from service_records')).map((row) =>
        line(
          row.record_id,
          row.agreement_id,
          row.occurred_on,
          row.indicator_code,
          row.measure_code,
          value(row.quantity),
          row.zone_id,
          row.project_id,
          row.point_id,
          row.revision,
        ),
      ),
      (await seen.records()).flatMap(({ agreementId, ...record }) =>
        record.quantities.map(({ measure, value: quantity }) =>
          line(
            record.id,
            agreementId,
            record.occurredOn,
            record.indicator.code,
            measure.code,
            value(quantity),
            record.zone?.id,
            record.project?.id,
            record.point?.id,
            record.revision,
          ),
        ),
      ),
    );
  },
);

test('the mentoring centre is refused single records, as by the API', async () => {
  const { bi, api: seen } = await both('mentoring centre');
  expect(await bi.attempt('select from service_records')).toBe('42501');
  expect(await seen.refusalOfRecords()).toEqual(['FORBIDDEN']);
});

test('views of months end with the current one in Guangzhou, unlike the API', async () => {
  const today = dayOf(new Date());
  const running = await newStation(api, {
    startsOn: dayAt(today, -60),
    endsOn: dayAt(today, 200),
    terms: [{ name: '期', startsOn: dayAt(today, -60), endsOn: dayAt(today, 200) }],
  });
  const admin = await api.as('admin@fengyuan.example');
  await enrolStaff(admin, running.id, person('甲', { employedFrom: dayAt(today, -60) }));
  // As stored by a server whose clock was ahead.
  await api.world.ownerQuery(`set session_replication_role = replica;
    insert into core.completion_month (organisation_id, agreement_id, station_id, purchaser_id, district_code, term_id,
           month, indicator_code, measure_code, completed, records)
    select t.organisation_id, t.agreement_id, t.station_id, t.purchaser_id, t.district_code, t.id,
           date_trunc('month', day), 'HOTLINE', 'CALLS', 1, 1
      from core.term t cross join (values ('${today}'::timestamp), ('${today}'::timestamp + interval '1 month')) d(day)
     where t.agreement_id = '${running.id}'`);
  const { bi } = await both('operator');
  const last = async (view: string): Promise<unknown> =>
    (
      await bi.rows(
        `select to_char(max(month), 'YYYY-MM') as last from ${view} where agreement_id = '${running.id}'`,
      )
    )[0]!.last;
  expect([await last('staffing_months'), await last('completion_by_month')]).toEqual([
    today.slice(0, 7),
    today.slice(0, 7),
  ]);
  const end = running.endsOn.slice(0, 7);
  expect((await report(admin, running, end, end)).total).toBe('1');
});

test('the compared figures cover the edge cases', async () => {
  const { bi } = await both('bureau of the city');
  const odd = await bi.rows(
    `select (select count(*) > 500 from service_records) as many,
            (select count(*) > 0 from completion_by_term where target = 0 or percent is null) as "no percent",
            (select count(*) > 5 from staffing_months where presence = 0.5) as halves,
            (select count(*) > 5 from staffing_months where certified and not experienced) as "only certified",
            (select count(*) > 5 from staffing_months where salary_paid is not null) as paid,
            (select count(*) > 0 from funding_budget_lines where budgeted is null) as dropped,
            (select 100000.01 = any (array(select sum(due) from funding_instalments group by agreement_id))) as fee,
            (select count(*) from assessments where total is null) = 1 as open`,
  );
  expect(odd.map((row) => Object.entries(row).filter(([, is]) => is !== 't'))).toEqual([[]]);
});
