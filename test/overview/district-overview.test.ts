import type { StationFacts } from '../../src/demo/facts';
import { STATIONS } from '../../src/demo/stations';
import { databaseRoleOf, verifyAccessToken } from '../../src/access';
import { executionOfGroups } from '../../src/modules/funding';
import { progressOfGroups } from '../../src/modules/completion';
import { personMonthsOfGroups } from '../../src/modules/staffing';
import { TenantScope } from '../../src/platform/database/tenant-scope';
import { newId } from '../../src/platform/ids';
import { hundredths, percent, twoPlaces } from '../api/support/arithmetic';
import { CATALOGUE, type Figure } from '../api/support/recount';
import { startApi, type TestApi } from '../kit/api';
import { TEST_KEYS } from '../kit/settings';
import {
  type Counted,
  DISTRICTS_ALONE,
  districtOverview,
  MEASURES,
  type Progress,
  recountProgress,
  STATIONS_ALONE,
  termDays,
} from './support';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

const ON = '2024-12-31';
const CITY = 'admin@guangzhou-bureau.example';

/** The stations whose agreement has begun by a day, and the figures of their reports for the term of that day. */
function countedOn(on: string, district?: string): { facts: (typeof STATIONS)[number]; counted: Counted }[] {
  return STATIONS.filter(
    ({ agreement, district: { code } }) => agreement.startsOn <= on && (district ?? code) === code,
  ).map((facts) => {
    const term = facts.agreement.terms.findLast(({ startsOn }) => startsOn <= on)!;
    const { startsOn, endsOn, assessedTo = endsOn, figures } = term;
    const all = (of: 'target' | 'completed'): Figure[] =>
      figures.flatMap(({ indicator, measure, zone = null, completed, [of]: value }) =>
        value === null || completed === null
          ? []
          : [{ indicator, measure, zone, project: null, value: String(value) }],
      );
    const done = assessedTo <= on ? all('completed') : [];
    return { facts, counted: { targets: all('target'), done, ...termDays(startsOn, endsOn, on) } };
  });
}

/** What a report says was spent by a day, in hundredths. */
function spentBy({ money }: StationFacts, on: string): bigint {
  const lines = money && money.spentBy <= on ? money.categories : [];
  return lines.reduce((sum, { spent }) => sum + hundredths(spent), 0n);
}

test('the bureau of a district sees each of its stations, and no other', async () => {
  const { stations, on } = await districtOverview(await api.as('admin@liwan-bureau.example'), { on: ON });
  expect(on).toBe(ON);
  const expected = countedOn(ON, '440103');
  expect(stations.nodes.map(({ station: { name }, isInForce }) => [name, isInForce])).toEqual([
    ['广州市逢源街社工服务站', true],
    ['广州市中南街社工服务站', false],
  ]);
  expect(stations.totalCount).toBe(2);
  for (const { facts, counted } of expected) {
    const seen = stations.nodes.find(({ station: { name } }) => name === facts.station.name)!;
    expect(seen.indicators).toEqual(recountProgress([counted]));
    expect(seen.timeProgressPercent).toBe(percent(BigInt(counted.elapsed), BigInt(counted.days)));
    expect(seen.execution).toEqual({ spent: '0.00', fee: facts.agreement.annualFee, percent: '0.00' });
  }
});

test('staffing counts presence through the last full month', async () => {
  const { stations } = await districtOverview(await api.as('admin@liwan-bureau.example'), { on: ON });
  // As the station's report counts them; 20 posts, 8 months.
  expect(stations.nodes[0]!.staffing).toEqual({
    through: '2024-12',
    personMonths: '160.5',
    required: '160',
    percent: '100.31',
  });
  expect(stations.nodes[1]!.staffing).toMatchObject({ required: null, percent: null });
});

test('an agreement has the same figures alone and in its district, also in one operation', async () => {
  const client = await api.as('admin@liwan-bureau.example');
  const session = verifyAccessToken(client.token ?? '', TEST_KEYS, api.clock.now())!;
  const scope = new TenantScope(api.world.database, { ...session, role: databaseRoleOf(session) });
  const [row] = await api.world.ownerQuery<{ organisationId: string; agreementId: string; termId: string }>(
    `select a.organisation_id as "organisationId", a.id as "agreementId", t.id as "termId"
       from core.agreement a join core.term t on t.agreement_id = a.id where a.starts_on = '2024-05-01'`,
  );
  const groups = ['alone', 'together'].map((id) => ({ id, agreements: [row!] }));
  for (const batch of [progressOfGroups(ON, 5), personMonthsOfGroups(ON), executionOfGroups(ON)] as const) {
    const [alone, together] = await batch.fetch(scope, groups);
    expect(together).toEqual({ ...alone, id: 'together' });
  }
  await scope.close();
});

test.each(['2022-06-30', '2023-01-15', ON, '2025-04-30'])(
  'on %s the city sees its districts, each with the sums of its stations',
  async (on) => {
    const { districts, stations } = await districtOverview(await api.as(CITY), { on });
    const codes = [...new Set(countedOn(on).map(({ facts }) => facts.district.code))].sort();
    expect(districts.map(({ district: { code } }) => code)).toEqual(codes);
    for (const row of districts) {
      const own = countedOn(on, row.district.code);
      expect(row.indicators).toEqual(recountProgress(own.map(({ counted }) => counted)));
      expect(row.stations).toBe(own.length);
      expect(row.inForce).toBe(own.filter(({ facts }) => facts.agreement.endsOn >= on).length);
      const fee = own.reduce((sum, { facts }) => sum + hundredths(facts.agreement.annualFee), 0n);
      const spent = own.reduce((sum, { facts }) => sum + spentBy(facts, on), 0n);
      expect(row.execution).toEqual({
        spent: twoPlaces(spent),
        fee: twoPlaces(fee),
        percent: percent(spent, fee),
      });
    }
    expect(stations.totalCount).toBe(countedOn(on).length);
  },
);

test('the city may select one district; a district does not see another by its code', async () => {
  const city = await api.as(CITY);
  const one = await districtOverview(city, { on: ON, districtCode: '440111' });
  expect(one.districts.map(({ district: { code } }) => code)).toEqual(['440111']);
  expect(one.stations.nodes.map(({ station: { name } }) => name).sort()).toEqual([
    '广州市云城街社工服务站',
    '广州市钟落潭镇社工服务站',
  ]);
  const none = await districtOverview(await api.as('admin@tianhe-bureau.example'), {
    on: ON,
    districtCode: '440111',
  });
  expect([none.districts, none.stations.nodes, none.stations.totalCount]).toEqual([[], [], 0]);
});

test('a bureau may select one operator; of one outside its scope it sees nothing', async () => {
  const city = await api.as(CITY);
  const all = await districtOverview(city, { on: ON });
  const { agreement } = all.stations.nodes.find(({ station: { name } }) => name.includes('逢源街'))!;
  const own = all.stations.nodes.filter(
    ({ agreement: { operator } }) => operator.shortName === agreement.operator.shortName,
  );
  const { organisations } = await city.get<{ organisations: { nodes: { id: string; shortName: string }[] } }>(
    '{ organisations(kind: OPERATOR, first: 100) { nodes { id shortName } } }',
  );
  const operatorId = organisations.nodes.find(
    ({ shortName }) => shortName === agreement.operator.shortName,
  )!.id;
  const chosen = await districtOverview(city, { on: ON, operatorId });
  expect(chosen.stations).toMatchObject({ totalCount: own.length, nodes: own });
  expect(chosen.districts.reduce((sum, { stations }) => sum + stations, 0)).toBe(own.length);
  const elsewhere = await api.as('admin@tianhe-bureau.example');
  for (const id of [operatorId, newId(), 'malformed']) {
    const none = await districtOverview(elsewhere, { on: ON, operatorId: id });
    expect([none.districts, none.stations.nodes, none.stations.totalCount]).toEqual([[], [], 0]);
  }
});

test('every measure with a target is listed in the order of the catalogue, with the figures of the weakest', async () => {
  const { districtOverview: seen } = await (
    await api.as('admin@liwan-bureau.example')
  ).get<{
    districtOverview: { stations: { nodes: { indicators: Progress; measures: Progress['weakest'] }[] } };
  }>(MEASURES, { on: ON });
  for (const { indicators, measures } of seen.stations.nodes) {
    expect(measures).toHaveLength(indicators.measures);
    expect(measures).toEqual(expect.arrayContaining(indicators.weakest));
    const places = measures.map(({ indicator, measure }) =>
      CATALOGUE.findIndex(([code, of]) => code === indicator.code && of === measure.code),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

test('the last grade is shown from the day on which the assessment was closed', async () => {
  const bureau = await api.as('admin@liwan-bureau.example');
  const [before, today] = [await districtOverview(bureau, { on: ON }), await districtOverview(bureau)];
  const fengyuan = (of: typeof today): (typeof today.stations.nodes)[number] =>
    of.stations.nodes.find(({ station: { name } }) => name.includes('逢源街'))!;
  expect(fengyuan(before).lastAssessment).toBeNull();
  expect(fengyuan(today).lastAssessment).toEqual({ kind: 'MIDTERM', grade: 'EXCELLENT', total: '92.28' });
  expect(today.districts[0]!.grades).toEqual([
    { grade: 'EXCELLENT', stations: 1 },
    { grade: 'GOOD', stations: 0 },
    { grade: 'QUALIFIED', stations: 0 },
    { grade: 'UNQUALIFIED', stations: 0 },
  ]);
  expect(before.districts[0]!.grades.every(({ stations }) => stations === 0)).toBe(true);
});

describe('forty stations of a district', () => {
  beforeAll(async () => {
    await copyStations(
      Array.from({ length: 40 }, (_, at) => `复制站${at % 7}${String(at).padStart(3, '0')}`),
    );
  });

  /** New stations beside 元岗街's, inserted directly for speed. */
  async function copyStations(names: readonly string[]): Promise<void> {
    const rows = names.map((name) => ({ name, station: newId(), agreement: newId(), term: newId() }));
    const scope = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
    const own = 'c.organisation_id, c.agreement, c.station, c.purchaser_id, c.district_code';
    await api.world.ownerQuery(`
      create table public.copies as
        select c.*, a.organisation_id, a.purchaser_id, a.district_code from core.agreement a,
               json_to_recordset('${JSON.stringify(rows)}') as c(station uuid, agreement uuid, term uuid, name text)
         where a.district_code = '440106' and a.starts_on = '2022-02-01';
      insert into core.station (id, district_code, name, street) select station, district_code, name, '某街' from copies;
      insert into core.station_access (organisation_id, station_id, purchaser_id, district_code, name, street, listed)
        select organisation_id, station, purchaser_id, district_code, name, '某街', true from copies;
      insert into core.agreement (organisation_id, id, station_id, purchaser_id, district_code, service_model, starts_on, ends_on, registered_by, proposed_by, state)
        select organisation_id, agreement, station, purchaser_id, district_code, 'PROJECT_113X', '2024-01-01', '2024-12-31', gen_random_uuid(), organisation_id, 'CONFIRMED' from copies;
      insert into core.term (${scope}, id, position, name, starts_on, ends_on, confirmed)
        select ${own}, c.term, 0, '年度', '2024-01-01', '2024-12-31', true from copies c;
      insert into core.target (${scope}, term_id, indicator_code, measure_code, value, set_by)
        select ${own}, c.term, 'HOTLINE', 'CALLS', 100, gen_random_uuid() from copies c;
      drop table public.copies;`);
  }

  test('come page by page, each once, during concurrent registrations', async () => {
    const bureau = await api.as('admin@tianhe-bureau.example');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { stations }: Awaited<ReturnType<typeof districtOverview>> = await districtOverview(bureau, {
        on: ON,
        first: 6,
        after,
      });
      expect(stations.totalCount).toBeGreaterThanOrEqual(41);
      seen.push(...stations.nodes.map(({ station: { name } }) => name));
      // One before the cursor, one after it.
      await copyStations([`复制站0后来${seen.length}`, `复制站6后来${seen.length}`]);
      after = stations.pageInfo.hasNextPage ? stations.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((name) => !name.includes('后来'))).toHaveLength(41);
    expect(seen.filter((name) => name.includes('后来'))).not.toEqual([]);
  });

  test('take as many statements as one, and so do their sums by district', async () => {
    const bureau = await api.as('admin@tianhe-bureau.example');
    const ran = async (
      query: string,
      variables: Record<string, unknown>,
    ): Promise<Record<string, number>> => {
      const before = api.statements();
      await bureau.get(query, variables);
      return Object.fromEntries(
        [...api.statements()]
          .map(([name, times]): [string, number] => [name, times - (before.get(name) ?? 0)])
          .filter(([name, times]) => times > 0 && !name.startsWith('audit.')),
      );
    };
    const figures = {
      'scope.enter': 1,
      'member.confirm': 1,
      'progress.ofGroups': 1,
      'funding.executionOfGroups': 1,
      'staffing.personMonthsOfGroups': 1,
      'assessment.lastOfStations': 1,
    };
    const one = await ran(STATIONS_ALONE, { on: ON, first: 1 });
    expect(await ran(STATIONS_ALONE, { on: ON, first: 1000 })).toEqual(one);
    expect(one).toEqual({
      ...figures,
      'overview.stations': 1,
      'overview.stationCount': 1,
      'funding.report': 1,
      'assessment.ofAgreement': 1,
      'organisation.byIds': 1,
    });
    expect(await ran(DISTRICTS_ALONE, { on: ON })).toEqual({ ...figures, 'overview.districts': 1 });
  });
});
