import type { AnalysisChoicesQuery } from '../generated/graphql';
import { analysisOf, boundsOf, firstAnalysis } from './analysis';

function choices(...terms: [startsOn: string, endsOn: string][]): AnalysisChoicesQuery {
  const agreement = {
    id: 'a',
    state: 'CONFIRMED' as const,
    startsOn: terms[0]?.[0] ?? '',
    endsOn: '2030-12-31',
    operator: { id: 'o', name: '甲', shortName: null },
    terms: terms.map(([startsOn, endsOn]) => ({
      id: startsOn,
      name: startsOn,
      startsOn,
      endsOn,
      hasRecords: true,
    })),
  };
  const station = {
    id: 's',
    name: '站',
    district: { code: '440103', name: '荔湾区' },
    agreements: { nodes: terms.length > 0 ? [agreement] : [] },
  };
  return {
    indicators: [
      { code: 'CASE_FILE', name: '建档', measures: [{ code: 'FILES', name: '档案数', unit: '个' }] },
    ],
    districts: [],
    viewer: { stations: null },
    stations: { nodes: [station] },
  };
}

test.each([
  ['of the term of today, up to the last full month', '2024-08-15', '2024-05', '2024-07'],
  ['of the whole term, once it has ended', '2026-11-29', '2024-05', '2025-04'],
  ['of the first month, while there is no full one', '2024-05-20', '2024-05', '2024-05'],
])('an analysis begins %s', (_rule, today, from, to) => {
  expect(firstAnalysis(choices(['2024-05-01', '2025-04-30']), today)).toEqual({
    indicator: 'CASE_FILE',
    measure: 'FILES',
    period: { from, to },
  });
});

test('without an agreement it is of the last twelve full months', () => {
  expect(firstAnalysis(choices(), '2024-08-15').period).toEqual({ from: '2023-08', to: '2024-07' });
});

test('an address names an analysis only as a whole', () => {
  const whole = 'indicator=A&measure=B&from=2024-05&to=2024-06';
  expect(analysisOf(new URLSearchParams(whole))).toEqual({
    indicator: 'A',
    measure: 'B',
    period: { from: '2024-05', to: '2024-06' },
  });
  expect(analysisOf(new URLSearchParams('indicator=A&measure=B&from=2024-05'))).toBeUndefined();
});

test('ten years can be chosen from, this month included', () => {
  expect(boundsOf('2024-12-31')).toEqual({ from: '2015-01', to: '2024-12' });
});
