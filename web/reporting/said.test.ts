import { saidOf } from './said';

const visits = {
  indicator: { code: 'HOME_VISIT', name: '探访' },
  measure: { code: 'VISITS', name: '人次', unit: '人次' },
};
const files = {
  indicator: { code: 'CASE_FILE', name: '建档' },
  measure: { code: 'FILES', name: '档案', unit: '个' },
};
const east = { id: 'east', name: '东片' };
const west = { id: 'west', name: '西片' };

test('the figures of a month are a table of measures by zones; what is in none comes last', () => {
  const { zones, rows } = saidOf(
    [
      { ...visits, zone: east, completed: '3.5' },
      { ...visits, zone: null, completed: '4' },
      { ...files, zone: west, completed: '2' },
    ],
    [west, east, { id: 'idle', name: '中片' }],
  );
  expect(zones).toEqual([west, east, null]);
  expect(rows.map(({ total, byZone }) => [total, byZone.get('east'), byZone.get(null)])).toEqual([
    ['7.5', '3.5', '4'],
    ['2', undefined, undefined],
  ]);
});

test('without zones there is one column', () => {
  expect(saidOf([{ ...visits, zone: null, completed: '4' }], [east]).zones).toEqual([]);
});
