import { EMPTY_FINDING, findingOf } from './finding-draft';

const CONCERN = { ...EMPTY_FINDING, kind: 'CONCERN', text: '档案不全' } as const;

test.each([
  ['', { section: null, zoneId: null, pointId: null }],
  ['MANAGEMENT', { section: 'MANAGEMENT', zoneId: null, pointId: null }],
  ['zone z1', { section: null, zoneId: 'z1', pointId: null }],
  ['point p1', { section: null, zoneId: null, pointId: 'p1' }],
])('what it is about, "%s", is sent by its name', (about, expected) => {
  expect(findingOf('a', { ...CONCERN, about }).input).toMatchObject(expected);
});

test('a concern has a day by which it is due; a strength none', () => {
  const dueOn = '2024年7月1日';
  expect(findingOf('a', { ...CONCERN, dueOn }).input.dueOn).toBe('2024-07-01');
  expect(findingOf('a', { ...CONCERN, kind: 'STRENGTH', dueOn }).input.dueOn).toBeNull();
});

test('what is missing is named at its field', () => {
  const { mistakes } = findingOf('a', EMPTY_FINDING);
  expect(mistakes.map(({ path }) => path.join('.'))).toEqual(['kind', 'text']);
});
