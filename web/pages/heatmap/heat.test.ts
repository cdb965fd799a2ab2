import type { HeatLineFragment } from '../../generated/graphql';
import { heatClass, heatMapOf } from './heat';

const DAYS = { elapsed: 245, days: 365 };

test.each([
  ['exactly as far as time', '245', '365', 'ON_TIME'],
  ['a hundredth less', '244.99', '365', 'BEHIND'],
  ['exactly four fifths of it', '196', '365', 'BEHIND'],
  ['a hundredth less than that', '195.99', '365', 'FAR_BEHIND'],
  ['nothing done', '0', '1', 'FAR_BEHIND'],
] as const)('%s: %s of %s after 245 of 365 days is %s', (_rule, completed, target, heat) => {
  expect(heatClass({ completed, target }, DAYS)).toBe(heat);
});

const CATALOGUE = [
  {
    code: 'A',
    name: '甲',
    measures: [
      { code: 'X', name: '个数' },
      { code: 'Y', name: '人次' },
    ],
  },
  { code: 'B', name: '乙', measures: [{ code: 'X', name: '次数' }] },
];

function line(id: string, ...codes: string[]): HeatLineFragment {
  return {
    station: { id, name: id, district: { code: '440103', name: '荔湾区' } },
    agreement: { id, operator: { id: 'o', name: '甲', shortName: null } },
    term: { id: 't', name: '年度', startsOn: '2024-05-01', endsOn: '2025-04-30' },
    isInForce: true,
    timeProgressPercent: '67.12',
    measures: codes.map((code) => ({
      completed: '1',
      target: '2',
      percent: '50.00',
      indicator: { code: code.charAt(0), name: code },
      measure: { code: code.charAt(1), name: code },
    })),
  };
}

test('the columns are what any station has a target for, in the order of the catalogue', () => {
  const { columns, rows } = heatMapOf([line('one', 'BX'), line('two', 'AY')], CATALOGUE, '2024-12-31');
  expect(columns.map(({ indicator, measure }) => `${indicator} ${measure}`)).toEqual(['甲 人次', '乙 次数']);
  expect(rows.map(({ cells }) => cells.map((cell) => cell?.heat))).toEqual([
    [undefined, 'FAR_BEHIND'],
    ['FAR_BEHIND', undefined],
  ]);
});

test('after the end of a term all of its days have passed, and no more', () => {
  const [row] = heatMapOf([line('one', 'AX')], CATALOGUE, '2026-01-01').rows;
  expect(row?.cells).toEqual([{ percent: '50.00', heat: 'FAR_BEHIND' }]);
});

test('before its first term a station has no cells', () => {
  const [row] = heatMapOf([{ ...line('one', 'AX'), term: null }], CATALOGUE, '2024-01-01').rows;
  expect(row?.cells).toEqual([undefined]);
});
