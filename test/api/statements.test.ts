import { type Client, startApi, type TestApi } from '../kit/api';
import { newId } from '../../src/platform/ids';
import { type Agreement, demoAgreement, newStation } from './support/agreements';
import { COMPLETION, type NewRecord, record } from './support/questions';

/** The number of SQL statements of an operation does not depend on the number of rows. */
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

/** The statements that an operation runs, besides entering the tenant scope: name and count. */
async function statementsOf(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Record<string, number>> {
  const before = api.statements();
  await client.get(query, variables);
  const entered = (api.statements().get('scope.enter') ?? 0) - (before.get('scope.enter') ?? 0);
  expect(entered).toBe(1);
  const ran = [...api.statements()].map(([name, times]): [string, number] => [
    name,
    times - (before.get(name) ?? 0),
  ]);
  // The audit log is written after the responses, in batches of all requests.
  const aside = /^(scope\.enter$|audit\.)/;
  return Object.fromEntries(ran.filter(([name, times]) => times > 0 && !aside.test(name)));
}

const total = (ran: Record<string, number>): number =>
  Object.values(ran).reduce((sum, times) => sum + times, 0);

describe('a completion table', () => {
  const TWO = { 'agreement.byIds': 1, 'completion.table': 1 };

  it.each(['中南街', '逢源街'])('of %s is one transaction and two statements', async (street) => {
    const { id, terms } = await demoAgreement(api, street);
    const client = await api.as('worker@fengyuan.example');
    const reader = street === '逢源街' ? client : await api.as('worker@datong.example');
    expect(await statementsOf(reader, COMPLETION, { id, termId: terms[0]!.id })).toEqual(TWO);
    expect(
      await statementsOf(reader, COMPLETION, {
        id,
        termId: terms[0]!.id,
        from: terms[0]!.startsOn,
        to: terms[0]!.startsOn,
      }),
    ).toEqual(TWO);
  });

  it('of 60 zones and every indicator takes as many', async () => {
    const admin = await api.as('admin@fengyuan.example');
    const zones = Array.from({ length: 60 }, (_, at) => ({ name: `片${at}`, points: [`点${at}`] }));
    const agreement = await newStation(api, { zones });
    const { indicators } = await admin.get<{ indicators: { code: string; measures: { code: string }[] }[] }>(
      '{ indicators { code measures { code } } }',
    );
    await record(
      admin,
      agreement.id,
      indicators.flatMap(({ code, measures }, at): NewRecord[] => [
        {
          indicator: code,
          occurredOn: '2024-05-05',
          zoneId: agreement.zones[at]!.id,
          quantities: measures.map((measure) => ({ measure: measure.code, value: '1' })),
        },
      ]),
    );
    expect(await statementsOf(admin, COMPLETION, { id: agreement.id })).toEqual(TWO);
    expect(
      await statementsOf(admin, COMPLETION, { id: agreement.id, from: '2024-03-10', to: '2024-06-20' }),
    ).toEqual(TWO);
  });
});

describe('a hundred stations', () => {
  let supervisor: Client;
  beforeAll(async () => {
    supervisor = await api.as('admin@tianhe-bureau.example');
    await copyStations(await demoAgreement(api, '元岗街'), 99);
  });

  /** Copies of a station with its agreement, of two terms, projects, zones and points, inserted directly for speed. */
  async function copyStations(of: Agreement, copies: number): Promise<void> {
    const scope = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
    const rows = Array.from({ length: copies }, (_, at) => ({
      station: newId(),
      agreement: newId(),
      name: `复制站${String(at).padStart(3, '0')}`,
    }));
    const part = (table: string, columns: string, values: string, times = 2): string => `
      insert into core.${table} (${scope}, id, position, name ${columns})
      select c.organisation_id, c.agreement, c.station, c.purchaser_id, c.district_code, gen_random_uuid(), n, '${table}' || n ${values}
        from copies c cross join generate_series(0, ${times - 1}) n;`;
    await api.world.ownerQuery(`
      create table public.copies as
        select c.*, a.organisation_id, a.purchaser_id, a.district_code
          from json_to_recordset('${JSON.stringify(rows)}') as c(station uuid, agreement uuid, name text), core.agreement a where a.id = '${of.id}';
      insert into core.station (id, district_code, name, street) select station, district_code, name, '某街' from copies;
      insert into core.station_access (organisation_id, station_id, purchaser_id, district_code, name, street, listed)
        select organisation_id, station, purchaser_id, district_code, name, '某街', true from copies;
      insert into core.agreement (organisation_id, id, station_id, purchaser_id, district_code, service_model, starts_on, ends_on, registered_by, proposed_by, state)
        select organisation_id, agreement, station, purchaser_id, district_code, 'STATION_ZONE_POINT', '2024-01-01', '2024-12-31', gen_random_uuid(), organisation_id, 'CONFIRMED' from copies;
      ${part('term', ', starts_on, ends_on, confirmed', `, date '2024-01-01' + n * 100, date '2024-01-01' + n * 100 + 99, true`)}
      ${part('project', ', kind', `, 'SPECIAL'`)}
      ${part('zone', '', '')}
      insert into core.point (${scope}, id, position, name, zone_id)
        select z.organisation_id, z.agreement_id, z.station_id, z.purchaser_id, z.district_code, gen_random_uuid(), z.position, 'point' || z.position, z.id
          from core.zone z join copies c on c.agreement = z.agreement_id;
      drop table public.copies;`);
  }

  test('with their agreements, zones and points take two statements, also when points select their zone', async () => {
    const query = `{ stations(first: 100) { nodes { name agreements { nodes { startsOn zones { name points { name zone { name } } } } } } } }`;
    expect(await statementsOf(supervisor, query)).toEqual({
      'station.page': 1,
      'agreement.ofStationWithParts': 1,
    });
    const { stations } = await supervisor.get<{
      stations: {
        nodes: { agreements: { nodes: { zones: { points: { zone: { name: string } }[] }[] }[] } }[];
      };
    }>(query);
    expect(stations.nodes).toHaveLength(100);
    const zones = stations.nodes.flatMap(({ agreements }) =>
      agreements.nodes.flatMap((agreement) => agreement.zones),
    );
    expect(zones).toHaveLength(198);
    expect(zones.every(({ points }) => points.length === 1)).toBe(true);
  });

  test('with every field and every count take one statement each', async () => {
    const query = `{ stations(first: 100) { totalCount nodes { district { name } agreementOn(date: "2024-06-01") { id }
      agreements(first: 10) { totalCount nodes { station { name } operator { name } purchaser { name stations { totalCount nodes { name } } }
        terms { name } projects { name } points { name zone { name } } zones { name points { name } } } } } } }`;
    const ran = await statementsOf(supervisor, query);
    // The agreements of the list are those of the day as well: no batch of a field runs twice.
    expect(Object.entries(ran).filter(([, times]) => times > 1)).toEqual([]);
    expect(total(ran)).toBeLessThanOrEqual(13);
  });

  test('ten of them cost what a hundred cost', async () => {
    const query =
      'query($first: Int!) { stations(first: $first) { nodes { agreements { nodes { zones { points { name } } operator { name } terms { name } } } } } }';
    expect(await statementsOf(supervisor, query, { first: 10 })).toEqual(
      await statementsOf(supervisor, query, { first: 100 }),
    );
  });
});

test('a thousand records with all their fields cost what one costs', async () => {
  const agreement = await newStation(api);
  const [admin, worker] = [await api.as('admin@fengyuan.example'), await api.as('worker@fengyuan.example')];
  const point = agreement.zones[0]!.points[0]!.id;
  const rows = Array.from({ length: 500 }, (_, at): NewRecord => ({
    indicator: 'HOTLINE',
    occurredOn: `2024-0${(at % 9) + 1}-11`,
    quantities: [{ measure: 'CALLS', value: '1' }],
    pointId: point,
    projectId: agreement.projects[at % 5]!.id,
  }));
  await Promise.all([record(admin, agreement.id, rows), record(worker, agreement.id, rows)]);
  const query = `query($id: ID!, $first: Int!) { agreement(id: $id) { serviceRecords(first: $first) { totalCount nodes { note recordedBy
    indicator { name measures { name } } quantities { value measure { unit } } versions { revision quantities { value } }
    agreement { station { name } operator { name } } project { name } zone { name points { name } } point { name zone { name } } } } } }`;
  const one = await statementsOf(worker, query, { id: agreement.id, first: 1 });
  expect(await statementsOf(worker, query, { id: agreement.id, first: 1000 })).toEqual(one);
  expect(Object.values(one).every((times) => times === 1)).toBe(true);
  expect(total(one)).toBeLessThanOrEqual(9);
});

test('a page of organisations with the stations of each takes one statement per kind', async () => {
  const bureau = await api.as('admin@guangzhou-bureau.example');
  const ran = await statementsOf(
    bureau,
    '{ organisations(first: 100) { nodes { name stations { totalCount nodes { name } } } } }',
  );
  // Two for each kind that has stations: the rows and the count; the others run no statement.
  expect(total(ran)).toBeLessThanOrEqual(13);
  expect(Object.values(ran).every((times) => times === 1)).toBe(true);
});

test('nothing is counted that is not selected', async () => {
  const worker = await api.as('worker@fengyuan.example');
  expect(await statementsOf(worker, '{ stations { nodes { name } pageInfo { hasNextPage } } }')).toEqual({
    'station.page': 1,
  });
  expect(await statementsOf(worker, '{ stations { totalCount nodes { name } } }')).toEqual({
    'station.page': 1,
    'station.count': 1,
  });
});
