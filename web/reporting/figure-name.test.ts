import { figureName } from './figure-name';

const CATALOGUE = [
  { code: 'HOME_VISIT', name: '入户探访', measures: [{ code: 'VISITS', name: '人次', unit: '人次' }] },
];

test('the path of a figure is said in words; what has none stands as it is', () => {
  expect(figureName(['年度', 'HOME_VISIT', 'VISITS', 'byZone', '东片', 'completed'], CATALOGUE)).toBe(
    '年度 · 入户探访：人次（人次） · 东片 · 完成量',
  );
  expect(figureName(['年度', 'timeProgressPercent'], CATALOGUE)).toBe('年度 · 时间进度');
  expect(figureName(['members', '社工01', 'total'], CATALOGUE)).toBe('人员 · 社工01 · 合计');
  expect(figureName(['neverHeardOf'], CATALOGUE)).toBe('neverHeardOf');
});
