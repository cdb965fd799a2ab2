import type { StationFacts, TermFacts } from '../../src/demo/facts';
import { STATIONS } from '../../src/demo/stations';
import type { Api } from '../kit/api';
import { demoApi } from '../kit/shared-api';
import { type Agreement, demoAgreement } from './support/agreements';
import { days, hundredths, percent } from './support/arithmetic';
import { operatorOf, readersOf } from './support/people';
import { completion, type Table } from './support/questions';
import { CATALOGUE, type Figure, recount, type Row } from './support/recount';

/** The API returns the figures of the five stations' reports, one by one, to every viewer that may read them. */
let api: Api;
const agreements = new Map<string, Agreement>();
beforeAll(async () => {
  api = await demoApi();
  for (const { street } of STATIONS) agreements.set(street, await demoAgreement(api, street));
});

const TERMS = STATIONS.flatMap((facts) =>
  facts.agreement.terms.map((term) => ({ street: facts.street, name: term.name, facts, term })),
);

function figures(term: TermFacts, field: 'target' | 'completed'): Figure[] {
  return term.figures.flatMap(({ indicator, measure, zone, completed, [field]: value }) =>
    // A completed figure of zero is no record; a target of which nobody says what was done is not shown beside a 0.
    value === null || completed === null || (field === 'completed' && Number(value) === 0)
      ? []
      : [{ indicator, measure, zone: zone ?? null, project: null, value: String(value) }],
  );
}

function expectedRows({ agreement }: StationFacts, targets: Figure[], done: Figure[]): Row[] {
  const zones = (agreement.zones ?? []).map(({ name }) => name);
  const projects = (agreement.projects ?? []).map(({ name }) => name);
  return recount(zones, projects, targets, done);
}

function idsOf(street: string, name: string): { id: string; termId: string } {
  const { id, terms } = agreements.get(street)!;
  return { id, termId: terms.find((term) => term.name === name)!.id };
}

describe.each(TERMS)('the table of $street, $name', ({ street, name, facts, term }) => {
  it.each(readersOf(street))('is the recount of the report to the last digit, for %s', async (reader) => {
    const { id, termId } = idsOf(street, name);
    const expected: Table = {
      term: { id: termId, name },
      from: term.startsOn,
      to: term.endsOn,
      timeProgressPercent: '100.00',
      zones: (facts.agreement.zones ?? []).map((zone) => ({ name: zone.name })),
      rows: expectedRows(facts, figures(term, 'target'), figures(term, 'completed')),
    };
    expect(expected.rows.length).toBeGreaterThan(0);
    expect(await completion(await api.as(reader), id, { termId })).toEqual(expected);
  });

  test('shows everything completed up to the last day assessed, and nothing of it on the day before', async () => {
    const { id, termId } = idsOf(street, name);
    const client = await api.as(operatorOf(street));
    const from = term.assessedFrom ?? term.startsOn;
    const to = term.assessedTo ?? term.endsOn;
    const length = BigInt(days(term.startsOn, term.endsOn).length);
    const walked = days(from, to);
    const over = BigInt(days(term.startsOn, to).length);

    const assessed = await completion(client, id, { termId, from, to });
    expect(assessed.rows).toEqual(expectedRows(facts, figures(term, 'target'), figures(term, 'completed')));
    expect(assessed.timeProgressPercent).toBe(percent(over, length));

    const before = await completion(client, id, { termId, from, to: walked.at(-2)! });
    expect(before.rows).toEqual(expectedRows(facts, figures(term, 'target'), []));
    expect(before.timeProgressPercent).toBe(percent(over - 1n, length));
  });
});

test('the catalogue of the recount has the measures of the five stations', () => {
  const known = new Set(CATALOGUE.map(([indicator, measure]) => `${indicator} ${measure}`));
  const used = TERMS.flatMap(({ term }) => term.figures.map((f) => `${f.indicator} ${f.measure}`));
  expect(used.filter((measure) => !known.has(measure))).toEqual([]);
});

test('逢源街 shows what its report prints: 96.46 % of the hotline calls, 5 typical cases of 6, money with cents', async () => {
  const { id } = agreements.get('逢源街')!;
  const { rows } = await completion(await api.as('worker@fengyuan.example'), id);
  const total = (code: string): Row['total'] | undefined =>
    rows.find(({ indicator }) => indicator.code === code)?.total;
  // 1965 + 1754 + 3033 = 6752 of 2400 + 2300 + 2300 = 7000
  expect(total('HOTLINE')).toEqual({ target: '7000', completed: '6752', percent: '96.46' });
  expect(total('TYPICAL_CASE')).toEqual({ target: '6', completed: '5', percent: '83.33' });
  expect(total('PROFESSIONAL_TRAINING')).toEqual({ target: '1440', completed: '1419.5', percent: '98.58' });
  expect(total('PROJECT_EVALUATION')).toEqual({ target: '2', completed: '0', percent: '0.00' });
  expect(total('RESOURCE_LINKED')).toEqual({ target: null, completed: '315816.00', percent: null });
});

test.each(STATIONS)(
  'every figure above zero of $street is exactly one record of the last day assessed',
  async ({ street, agreement }) => {
    const expected = agreement.terms.flatMap((term) =>
      figures(term, 'completed').map(
        ({ indicator, measure, zone, value }) =>
          `${term.assessedTo ?? term.endsOn} ${indicator} ${measure} ${zone ?? '-'} ${hundredths(value).toString()}`,
      ),
    );
    const client = await api.as(operatorOf(street));
    const { agreement: answer } = await client.get<{
      agreement: {
        serviceRecords: {
          totalCount: number;
          nodes: {
            occurredOn: string;
            indicator: { code: string };
            zone: { name: string } | null;
            point: { name: string } | null;
            project: { name: string } | null;
            revision: number;
            quantities: { measure: { code: string }; value: string }[];
          }[];
        };
      };
    }>(
      `query($id: ID!) { agreement(id: $id) { serviceRecords(first: 1000) { totalCount nodes {
       occurredOn indicator { code } zone { name } point { name } project { name } revision quantities { measure { code } value } } } } }`,
      { id: agreements.get(street)!.id },
    );
    const { nodes, totalCount } = answer.serviceRecords;
    const stored = nodes.map(({ occurredOn, indicator, zone, quantities: [quantity, another] }) => {
      expect(another).toBeUndefined();
      const { measure, value } = quantity!;
      return `${occurredOn} ${indicator.code} ${measure.code} ${zone?.name ?? '-'} ${hundredths(value).toString()}`;
    });
    expect(stored.sort()).toEqual(expected.sort());
    expect(totalCount).toBe(expected.length);
    expect(
      nodes.filter(({ point, project, revision }) => point !== null || project !== null || revision !== 1),
    ).toEqual([]);
  },
);

test.each(STATIONS)(
  'the agreement of $street is the one of its report',
  async ({ street, agreement, station, operator, purchaser }) => {
    const { id } = agreements.get(street)!;
    const client = await api.as(operatorOf(street));
    const answer = await client.get(
      `query($id: ID!) { agreement(id: $id) {
       serviceModel startsOn endsOn annualFee requiredPosts requiredCertifiedShare
       station { name street district { code } } operator { name shortName } purchaser { name }
       projects { kind domain name } zones { name points { name } } points { name } terms { name startsOn endsOn } } }`,
      { id },
    );
    expect(answer).toEqual({
      agreement: {
        serviceModel: agreement.serviceModel,
        startsOn: agreement.startsOn,
        endsOn: agreement.endsOn,
        annualFee: agreement.annualFee,
        requiredPosts: agreement.requiredPosts ?? null,
        requiredCertifiedShare: agreement.requiredCertifiedShare ?? null,
        station: {
          name: station.name,
          street,
          district: { code: STATIONS.find((f) => f.street === street)!.district.code },
        },
        operator: { name: operator.name, shortName: operator.shortName },
        purchaser: { name: purchaser },
        projects: (agreement.projects ?? []).map(({ kind, domain, name }) => ({
          kind,
          domain: domain ?? null,
          name,
        })),
        zones: (agreement.zones ?? []).map(({ name, points }) => ({
          name,
          points: points.map((point) => ({ name: point })),
        })),
        points: [...(agreement.zones ?? []).flatMap(({ points }) => points), ...(agreement.points ?? [])].map(
          (point) => ({ name: point }),
        ),
        terms: agreement.terms.map(({ name, startsOn, endsOn }) => ({ name, startsOn, endsOn })),
      },
    });
  },
);
