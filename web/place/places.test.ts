import type { AgreementPlaceFragment, StationPlacesFragment } from '../generated/graphql';
import { addressOf, firstPlace, placeIn } from './places';

function agreement(
  id: string,
  ...terms: [id: string, startsOn: string, endsOn: string][]
): AgreementPlaceFragment {
  return {
    id,
    state: 'CONFIRMED',
    startsOn: terms[0]![1],
    endsOn: terms[terms.length - 1]![2],
    operator: { id: 'operator', name: '甲', shortName: null },
    terms: terms.map(([term, startsOn, endsOn]) => ({
      id: term,
      name: term,
      startsOn,
      endsOn,
      hasRecords: true,
    })),
  };
}

function station(id: string, ...agreements: AgreementPlaceFragment[]): StationPlacesFragment {
  return { id, name: id, district: { code: '440103', name: '荔湾区' }, agreements: { nodes: agreements } };
}

const first = agreement('first', ['f1', '2022-05-01', '2023-04-30']);
const second = agreement('second', ['s1', '2023-05-01', '2024-04-30'], ['s2', '2024-05-01', '2025-04-30']);

test.each([
  ['2024-04-30', 'second', 's1'],
  ['2024-05-01', 'second', 's2'],
  ['2026-11-29', 'second', 's2'],
  ['2022-12-31', 'first', 'f1'],
  ['2020-01-01', 'first', 'f1'],
])('on %s a page takes %s, in %s: what is in force, or else the last, or else the first', (on, id, term) => {
  expect(firstPlace([station('none'), station('one', first, second)], on)).toEqual({ agreement: id, term });
});

test('of terms that are over, a page takes the last one with records', () => {
  const without = (...idle: string[]): AgreementPlaceFragment => ({
    ...second,
    terms: second.terms.map((term) => ({ ...term, hasRecords: !idle.includes(term.id) })),
  });
  expect(placeIn(without('s2'), '2026-11-29')?.term).toBe('s1');
  expect(placeIn(without('s1'), '2026-11-29')?.term).toBe('s2');
  expect(placeIn(without('s1', 's2'), '2026-11-29')?.term).toBe('s2');
  // That of the day is taken also where nothing is recorded in it yet.
  expect(placeIn(without('s2'), '2024-05-01')?.term).toBe('s2');
});

test('a proposal is no place yet', () => {
  const proposal = { ...second, state: 'PROPOSED' as const };
  expect(firstPlace([station('one', first, proposal)], '2024-05-01')).toEqual({
    agreement: 'first',
    term: 'f1',
  });
});

test('without an agreement there is no place', () => {
  expect(firstPlace([station('none')], '2024-05-01')).toBeUndefined();
  expect(placeIn({ ...first, terms: [] }, '2024-05-01')).toBeUndefined();
});

test('an address carries the place and what else it says', () => {
  expect(addressOf('/console', undefined)).toBe('/console');
  expect(addressOf('/console/completion', { agreement: 'a', term: 't' }, { to: '2024-12-31' })).toBe(
    '/console/completion?agreement=a&term=t&to=2024-12-31',
  );
});
