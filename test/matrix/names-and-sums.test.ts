import { describeApi } from '../../src/api';
import type { Client } from '../kit/api';
import { Expectations } from './support/ask';
import { foreignIn } from './support/path-findings';
import { ofEachScope, type Person } from './support/people';
import { doorsOf, positionsOf } from './support/schema';
import { namedIn } from './support/walk';
import { type Matrix, startMatrix } from './support/world';
import { mayPass } from './verdicts';

/** What no id tells of: whose names are shown, and what is added up in a sum. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

/** Whoever may know members of staff by name; everyone else by a code. The assessor: while its assessment is open. */
const TOLD_NAMES = ['operator', 'purchaser', 'bureau', 'city', 'assessor'];

test('staff are named to the parties of the agreement and the assessor, to others and to keys by a code', async () => {
  const truth = await matrix.truth();
  const { Agreement: id } = matrix.sites.own.ids;
  for (const who of matrix.people) {
    const sees = new Expectations(truth, who).sees('Agreement', id);
    const { data } = await who.client.ask<{ node: { staffing: { members: { name: string }[] } } | null }>(
      `query($id: ID!) { node(id: $id) { ... on Agreement { staffing(from: "2022-01", to: "2022-12") { members { name } } } } }`,
      { id },
    );
    const named = TOLD_NAMES.includes(who.column) && !who.isKey ? '陈美玲' : '社工01';
    const told = data?.node?.staffing.members.map(({ name }) => name);
    expect([who.name, told]).toEqual([who.name, sees ? [named] : undefined]);
  }
});

const ANALYTICS = `query($after: String, $first: Int) {
  analytics(input: { groupBy: [DISTRICT, STATION, ZONE, PROJECT], from: "2017-01", to: "2026-12", after: $after, first: $first }) {
    rows { completed station { __typename id } zone { __typename id } project { __typename id } }
    pageInfo { endCursor }
  } }`;

interface Sums {
  analytics: {
    rows: { completed: string; station: { id: string } }[];
    pageInfo: { endCursor: string | null };
  };
}

test('sums are of what is in scope, with the cursor of another reader too', async () => {
  const truth = await matrix.truth();
  const readers = ofEachScope(matrix.people).filter((who) => mayPass('Query.analytics', who));
  const city = readers.find(({ column }) => column === 'city')!;
  const cursors = await pagesOf(city.client);
  for (const who of readers) {
    const whole = await who.client.get<Sums>(ANALYTICS, { first: 1000 });
    expect([who.name, stationsIn(whole)]).toEqual([who.name, await stationsWithWork(truth, who)]);
    for (const after of [null, ...cursors]) {
      const sums = await who.client.get<Sums>(ANALYTICS, { after, first: 1000 });
      expect(foreignIn(truth, who, namedIn(sums))).toEqual([]);
    }
  }
});

async function pagesOf(client: Client): Promise<string[]> {
  const cursors: string[] = [];
  for (let after: string | null = null; cursors.length < 4;) {
    const { analytics }: Sums = await client.get<Sums>(ANALYTICS, { after, first: 1 });
    after = analytics.pageInfo.endCursor;
    if (after === null) break;
    cursors.push(after);
  }
  return cursors;
}

function stationsIn({ analytics }: Sums): string[] {
  return [...new Set(analytics.rows.map(({ station }) => station.id))].sort();
}

async function stationsWithWork(truth: Awaited<ReturnType<Matrix['truth']>>, who: Person): Promise<string[]> {
  const { rows } = await matrix.sql.query<{ agreement: string; station: string }>(
    'select distinct agreement_id as agreement, station_id as station from core.service_record union select agreement_id, station_id from core.target',
  );
  const seen = truth.visible('Agreement', who);
  return [
    ...new Set(rows.filter(({ agreement }) => seen.has(agreement)).map(({ station }) => station)),
  ].sort();
}

test('what names a thing by its id goes in as an ID, so that it has a verdict', () => {
  const texts = doorsOf(describeApi())
    .flatMap(positionsOf)
    .filter(({ type, path }) => type.name !== 'ID' && /(^id|Ids?)$/.test(path.at(-1)!.name));
  expect(texts.map(({ name }) => name)).toEqual([]);
});
