import { Reading } from '../../forms/reading';
import { newLine, partsOf, pathOfLine } from './part-draft';

const LINES = [
  { ...newLine('zones', 'z1'), name: ' 一片 ' },
  { ...newLine('terms', 't1'), endsOn: '2024年7月31日' },
  { ...newLine('zones', 'z2'), close: true },
  { ...newLine('points', 'p1'), zoneId: 'z1' },
  { ...newLine('projects', ''), name: '颐养', word: 'ELDERLY' as const },
];

test('each line goes into the list of its part; what is empty stays', () => {
  const reading = new Reading();
  expect(partsOf(LINES, reading)).toEqual({
    terms: [{ id: 't1', name: null, startsOn: null, endsOn: '2024-07-31' }],
    zones: [
      { id: 'z1', name: '一片' },
      { id: 'z2', name: null, close: true },
    ],
    points: [{ id: 'p1', name: null, zoneId: 'z1' }],
    projects: [{ id: null, name: '颐养', kind: 'BASIC', domain: 'ELDERLY' }],
  });
  expect(reading.mistakes).toEqual([]);
  expect(LINES.map((_, at) => pathOfLine(LINES, at).join('.'))).toEqual([
    'zones.0',
    'terms.0',
    'zones.1',
    'points.0',
    'projects.0',
  ]);
});

test('nothing is sent of what does not change, and a new part needs its name, its days, its kind', () => {
  expect(partsOf([], new Reading())).toEqual({ terms: null, zones: null, points: null, projects: null });
  const reading = new Reading();
  partsOf([newLine('terms', ''), newLine('projects', ''), newLine('zones', 'z1')], reading);
  expect(reading.mistakes.map(({ path }) => path.join('.')).sort()).toEqual([
    'projects.0.kind',
    'projects.0.name',
    'terms.0.endsOn',
    'terms.0.name',
    'terms.0.startsOn',
  ]);
});
