import { demoAccounts } from '../../src/demo';
import { dayAt, dayOf } from '../../src/platform/calendar';
import { verifyDatabase } from '../../src/verify';
import { FIND_TERMS, READY_QUERIES, WHO_AM_I } from '../../src/explorer/ready-queries';
import type { TestApi } from '../kit/api';
import { explorerQueries } from '../kit/explorer-queries';
import { startLivingApi } from '../kit/living-demo';

const STATION = '示例街社工服务站';
const STREET = 'admin@example-street.example';
const WORKER = 'worker@example-centre.example';
const BUREAU = 'admin@example-bureau.example';

let api: TestApi;
/** Days of Guangzhou. */
let today: string;
let yesterday: string;
beforeAll(async () => {
  api = await startLivingApi();
  today = dayOf(api.clock.now());
  yesterday = dayAt(today, 0);
}, 60_000);
afterAll(() => api.close());

interface Month {
  month: string;
  state: string;
  isLate: boolean;
  isMissing: boolean;
  figures: object[] | null;
  changesSince: object[];
  events: { state: string }[];
}

async function monthsOf(email: string): Promise<Month[]> {
  const { reportMonths } = await (
    await api.as(email)
  ).get<{ reportMonths: { nodes: Month[] } }>(
    `{ reportMonths { nodes { month state isLate isMissing figures { completed } changesSince { report }
         events { state } } } }`,
  );
  return reportMonths.nodes;
}

test('every account of the demo signs in', async () => {
  for (const { email } of demoAccounts()) expect((await api.as(email)).token).toBeDefined();
});

test.each([STREET, WORKER, BUREAU])(
  '%s reads months in each of the states, one of them late',
  async (email) => {
    const months = await monthsOf(email);
    expect([...new Set(months.map(({ state }) => state))].sort()).toEqual([
      'ACCEPTED',
      'HANDED_IN',
      'OPEN',
      'SENT_BACK',
    ]);
    expect(months.filter(({ isLate }) => isLate)).toHaveLength(1);
    expect(months.some(({ isMissing }) => isMissing)).toBe(false);
  },
);

test('a closed month says what is stored; one that was sent back says what has changed', async () => {
  for (const { state, figures, changesSince, events } of await monthsOf(STREET)) {
    const isKept = state !== 'OPEN';
    expect((figures ?? []).length > 0).toBe(isKept);
    // Somebody who was enrolled later changes nothing in the months before.
    expect(changesSince.length > 0).toBe(state === 'SENT_BACK');
    expect(events.at(-1)?.state ?? 'OPEN').toBe(state);
  }
});

interface AgreementWithRecords {
  startsOn: string;
  endsOn: string;
  serviceRecords: { totalCount: number; nodes: { occurredOn: string }[] };
}

test('records reach yesterday, and go back to the beginning of a year that has ended', async () => {
  const { agreements } = await (
    await api.as(WORKER)
  ).get<{ agreements: { nodes: AgreementWithRecords[] } }>(
    `{ agreements(first: 5) { nodes { startsOn endsOn serviceRecords(first: 100) { totalCount nodes { occurredOn } } } } }`,
  );
  const [earlier, current, ...more] = agreements.nodes.sort((one, other) =>
    one.startsOn < other.startsOn ? -1 : 1,
  );
  expect(more).toEqual([]);
  const days = current!.serviceRecords.nodes.map(({ occurredOn }) => occurredOn);
  expect(days[0]).toBe(yesterday);
  expect(days.filter((day) => day === yesterday).length).toBeGreaterThan(1);
  expect(current!.startsOn <= today && current!.endsOn >= today).toBe(true);
  expect(earlier!.serviceRecords.nodes[0]).toEqual({ occurredOn: earlier!.endsOn });
  expect(earlier!.serviceRecords.totalCount).toBeGreaterThan(1000);
});

interface RecordPage {
  serviceRecords: { nodes: { id: string }[]; pageInfo: { endCursor: string } };
}

test.each([2, 5, 40, 100])('the records of the city go by pages of %i, none left out', async (first) => {
  const city = await api.as('admin@guangzhou-bureau.example');
  const expected = await api.world.ownerQuery<{ id: string }>(
    'select id from core.service_record order by occurred_on desc, id desc limit 300',
  );
  const seen: string[] = [];
  let after: string | null = null;
  while (seen.length < Math.min(300, 12 * first)) {
    const page: RecordPage = await city.get<RecordPage>(
      `query($first: Int, $after: String) { serviceRecords(first: $first, after: $after) {
         nodes { id } pageInfo { endCursor } } }`,
      { first, after },
    );
    seen.push(...page.serviceRecords.nodes.map(({ id }) => id));
    after = page.serviceRecords.pageInfo.endCursor;
  }
  expect(seen.slice(0, 300)).toEqual(expected.map(({ id }) => id).slice(0, seen.length));
});

test('the recount of the database finds nothing wrong', async () => {
  const said: string[] = [];
  expect(await verifyDatabase(api.world.serverUrl, (line) => said.push(line))).toBe(true);
  expect(said).toHaveLength(1);
});

test('it is in a district of its own, with money, staff, surveys and an open assessment', async () => {
  const { districtOverview } = await (
    await api.as(BUREAU)
  ).get<{ districtOverview: { stations: { nodes: object[] } } }>(
    `{ districtOverview { stations(first: 10) { nodes { station { name } isInForce
         staffing { required } execution { percent } assessmentsAhead { kind isLate } lastAssessment { grade } } } } }`,
  );
  expect(districtOverview.stations.nodes).toMatchObject([
    {
      station: { name: STATION },
      isInForce: true,
      assessmentsAhead: [{ kind: 'MIDTERM', isLate: false }, { kind: 'FINAL' }],
      lastAssessment: { grade: 'GOOD' },
    },
  ]);
  const { assessments } = await (
    await api.as('admin@assessor.example')
  ).get<{ assessments: { nodes: object[] } }>(
    `{ assessments(filter: { states: [OPEN] }) { nodes { kind sealed scores { party score scoredAt }
         findings { kind state } agreement { station { name } } } } }`,
  );
  expect(assessments.nodes).toMatchObject([
    {
      kind: 'MIDTERM',
      sealed: true,
      agreement: { station: { name: STATION } },
      findings: [{ kind: 'STRENGTH' }, { kind: 'CONCERN', state: 'OPEN' }],
    },
  ]);
});

test('the report of the year before is published as it was, and stands still', async () => {
  const { agreements } = await (
    await api.as(STREET)
  ).get<{ agreements: { nodes: { publishedReports: { nodes: object[] } }[] } }>(
    `{ agreements(first: 2) { nodes { publishedReports(first: 5) { nodes { number kind changesSince { report } } } } } }`,
  );
  const reports = agreements.nodes.flatMap(({ publishedReports }) => publishedReports.nodes);
  expect(reports).toMatchObject([{ number: 1, kind: 'YEAR', changesSince: [] }]);
});

describe('ready queries', () => {
  const { audienceOf, prepare, termsOf } = explorerQueries();

  test.each([
    WORKER,
    STREET,
    BUREAU,
    'admin@guangzhou-bureau.example',
    'admin@mentoring-centre.example',
    'admin@assessor.example',
    'admin@platform.example',
  ])('of %s answer without an error, about the year in force', async (email) => {
    const client = await api.as(email);
    const { viewer } = await client.get<{ viewer: unknown }>(WHO_AM_I);
    const audience = audienceOf(viewer);
    const terms = audience === 'PLATFORM' ? [] : termsOf(await client.ask(FIND_TERMS));
    const [chosen] = terms;
    const found = terms.map(({ label }) => label.split(' · ')[1]).slice(0, 1);
    expect(found).toEqual(audience === 'PLATFORM' ? [] : [STATION]);
    expect(terms.slice(0, 1).every(({ startsOn, endsOn }) => startsOn <= today && endsOn >= today)).toBe(
      true,
    );
    for (const query of READY_QUERIES.filter(({ audiences }) => audiences.some((one) => one === audience))) {
      const prepared = prepare(query, terms, chosen);
      expect(prepared).toBeDefined();
      const answer = await client.get(prepared!.query, prepared!.variables);
      const text = JSON.stringify(answer);
      expect(text).not.toMatch(/"userErrors":\[\{/);
      // Nothing is proposed.
      if (query.id === 'proposals') continue;
      expect(text).not.toMatch(/^\{"\w+":(null|\{"totalCount":0)/);
      const isOfTerm = query.need === 'term' || query.need === 'terms';
      expect(isOfTerm && !text.includes(STATION)).toBe(false);
    }
  });
});
