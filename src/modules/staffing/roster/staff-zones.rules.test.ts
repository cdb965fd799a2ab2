import { InputRules } from '../../../platform/input-rules';
import { zonesSince } from './staff-zones.rules';

const AGREEMENT = {
  startsOn: '2024-01-10',
  endsOn: '2024-12-31',
  closed: {
    zones: [
      { id: 'z1', name: '东片', opensOn: '0001-01-01', closesOn: '2024-09-01' },
      { id: 'z2', name: '新片', opensOn: '2024-05-01', closesOn: '9999-12-31' },
    ],
    projects: [],
    points: [],
    moves: [],
  },
};
const NONE = { zoneIds: [], zoneChanges: [] };
const SOME = { zoneIds: ['z3'], zoneChanges: [] };

function since(
  before: Parameters<typeof zonesSince>[2],
  given: Parameters<typeof zonesSince>[3],
  today: string,
): string[] {
  const rules = new InputRules();
  const day = zonesSince(rules, AGREEMENT, before, given, today);
  return [day, ...rules.faults.map(({ code, path }) => `${code} ${path.join('.')}`)];
}

test.each<[string, Parameters<typeof zonesSince>[2], string, string]>([
  ['today', SOME, '2024-06-15', '2024-06-15'],
  ['the first day where the member had no zone yet', NONE, '2024-06-15', '2024-01-10'],
  [
    'the first day where the only zones so far are none',
    { zoneIds: [], zoneChanges: [{ since: '2024-02-01', zoneIds: [], setAt: '' }] },
    ...(['2024-06-15', '2024-01-10'] as const),
  ],
  [
    'today where the member had a zone before',
    { zoneIds: ['z3'], zoneChanges: [{ since: '2024-02-01', zoneIds: [], setAt: '' }] },
    ...(['2024-06-15', '2024-06-15'] as const),
  ],
  ['the first day of an agreement that has not begun', SOME, '2024-01-09', '2024-01-10'],
  ['the last day of one that is over', SOME, '2025-03-01', '2024-12-31'],
])('by default zones count from %s', (_, before, today, expected) => {
  expect(since(before, { zoneIds: ['z3'] }, today)).toEqual([expected]);
});

test.each<[string | null, string[], string[]]>([
  ['2024-01-10', ['z3'], []],
  ['2024-12-31', ['z3'], []],
  ['2024-01-09', ['z3'], ['OUTSIDE_AGREEMENT from']],
  ['2025-01-01', ['z3'], ['OUTSIDE_AGREEMENT from']],
  ['2024-08-31', ['z1'], []],
  ['2024-09-01', ['z3', 'z1'], ['PART_CLOSED zoneIds.1']],
  ['2024-04-30', ['z2'], ['PART_CLOSED zoneIds.0']],
  ['2024-05-01', ['z2'], []],
])('from %s, the zones %j: %j', (from, zoneIds, faults) => {
  expect(since(SOME, { from, zoneIds }, '2024-06-15').slice(1)).toEqual(faults);
});
