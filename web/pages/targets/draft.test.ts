import { atCells, changesOf, pasted } from './draft';
import { cellKey, type TargetGrid } from './grid';

const files = {
  indicator: { code: 'CASE_FILE', name: '建档' },
  measure: { code: 'FILES', name: '档案数', unit: '个' },
};
const calls = {
  indicator: { code: 'HOTLINE', name: '热线' },
  measure: { code: 'CALLS', name: '次数', unit: '次' },
};
const sites = [
  { zoneId: 'z1', projectId: null, name: '东片' },
  { zoneId: null, projectId: null, name: '' },
];
const stored = { ...files, value: '600', since: '2024-01-01', zone: null, project: null, amendment: null };
const grid: TargetGrid = {
  sites,
  lines: [
    { ...files, cells: [stored, undefined], total: '600' },
    { ...calls, cells: [undefined, undefined], total: null },
  ],
};
const [line, next] = grid.lines;
const [zone, whole] = sites;
const [east, station, below] = [cellKey(line!, zone!), cellKey(line!, whole!), cellKey(next!, zone!)];

test('only cells with another value are sent; an empty one, or a slash, takes a target out', () => {
  const sent = (typed: Record<string, string>): unknown[] =>
    changesOf(grid, typed, 't').targets.map(({ value, zoneId }) => [zoneId, value]);
  expect(sent({})).toEqual([]);
  expect(sent({ [east]: '６００', [station]: '', [below]: '/' })).toEqual([]);
  expect(sent({ [east]: '1,200', [station]: '3' })).toEqual([
    ['z1', '1200'],
    [null, '3'],
  ]);
  expect(sent({ [east]: '' })).toEqual([['z1', null]]);
  expect(sent({ [east]: ' / ' })).toEqual([['z1', null]]);
});

test('what is no number is a mistake at its cell', () => {
  expect(changesOf(grid, { [below]: '七百' }, 't').mistakes.map(({ path }) => path)).toEqual([[below]]);
});

test('a refusal of the server is shown at the cell that it is about', () => {
  const { cells } = changesOf(grid, { [east]: '5', [station]: '6' }, 't');
  const refusal = (...path: string[]) => ({ message: '', path });
  expect(
    atCells([refusal('targets', '1', 'zoneId'), refusal('targets'), refusal('agreementId')], cells).map(
      ({ path }) => path,
    ),
  ).toEqual([[station], ['targets'], ['agreementId']]);
});

test('cells of a spreadsheet go to the right and down, and not beyond the table', () => {
  const rows = [['1', ' 2 ', '3'], ['4', '5'], ['6']];
  expect(pasted(grid, { line: 1, site: 0 }, rows)).toEqual({ [below]: '1', [cellKey(next!, whole!)]: '2' });
  expect(Object.values(pasted(grid, { line: 0, site: 0 }, rows))).toEqual(['1', '2', '4', '5']);
});
