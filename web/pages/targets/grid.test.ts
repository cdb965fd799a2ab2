import type { TargetCellFragment } from '../../generated/graphql';
import { amendmentsOf, cellKey, gridOf, wholeGrid } from './grid';

const zones = [
  { id: 'z1', name: '东片' },
  { id: 'z2', name: '西片' },
];
const projects = [{ id: 'p1', name: '核心' }];
const files = {
  indicator: { code: 'CASE_FILE', name: '建档' },
  measure: { code: 'FILES', name: '档案数', unit: '个' },
};
const calls = {
  indicator: { code: 'HOTLINE', name: '热线' },
  measure: { code: 'CALLS', name: '次数', unit: '次' },
};

function target(
  of: typeof files,
  value: string,
  at: { zone?: (typeof zones)[number]; project?: (typeof projects)[number] } = {},
  amendment: TargetCellFragment['amendment'] = null,
): TargetCellFragment {
  return { ...of, value, since: '2024-01-01', zone: at.zone ?? null, project: at.project ?? null, amendment };
}

const [east, west] = zones;

test('only what is agreed has a line or a column; a sum is exact', () => {
  const targets = [
    target(files, '0.1', { zone: west! }),
    target(files, '0.2', { zone: east! }),
    target(calls, '7'),
  ];
  const { sites, lines } = gridOf({ zones, projects, targets });
  expect(sites.map(({ name }) => name)).toEqual(['东片', '西片', '']);
  expect(lines.map(({ cells, total }) => [...cells.map((cell) => cell?.value), total])).toEqual([
    ['0.2', '0.1', undefined, '0.3'],
    [undefined, undefined, '7', '7'],
  ]);
});

test('a target of a project within a zone has a column of its own', () => {
  const targets = [target(files, '5', { zone: east!, project: projects[0]! })];
  expect(gridOf({ zones, projects, targets }).sites).toEqual([
    { zoneId: 'z1', projectId: 'p1', name: '东片 / 核心' },
  ]);
});

test('what may be agreed is every measure of the catalogue, in every place', () => {
  const catalogue = [files, calls].map(({ indicator, measure }) => ({ ...indicator, measures: [measure] }));
  const { sites, lines } = wholeGrid({ zones, projects, targets: [target(calls, '7')] }, catalogue);
  expect(sites.map(({ name }) => name)).toEqual(['东片', '西片', '核心', '']);
  expect(lines.map(({ indicator, total }) => [indicator.name, total])).toEqual([
    ['建档', null],
    ['热线', '7'],
  ]);
  const keys = lines.flatMap((line) => sites.map((site) => cellKey(line, site)));
  expect(new Set(keys).size).toBe(8);
});

test('each amendment is named once, the earliest first', () => {
  const amendment = (id: string, effectiveOn: string) => ({
    id,
    effectiveOn,
    reason: '',
    documentNumber: null,
  });
  const targets = [
    target(files, '1', { zone: east! }, amendment('b', '2024-07-01')),
    target(files, '2', { zone: west! }, amendment('a', '2024-03-01')),
    target(calls, '3', {}, amendment('b', '2024-07-01')),
    target(calls, '4', { zone: east! }),
  ];
  expect(amendmentsOf(targets).map(({ id }) => id)).toEqual(['a', 'b']);
});
