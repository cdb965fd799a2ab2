import type { CompletionSheetFragment } from '../../generated/graphql';
import { sheetOf } from './sheet';

const zone = { id: 'z1', name: '片区一' };
const project = { id: 'p1', name: '为老服务' };
const figures = (target: string | null, completed: string, percent: string | null) => ({
  target,
  completed,
  percent,
});

type Row = CompletionSheetFragment['rows'][number];

function row(indicator: string, measure: string, total: ReturnType<typeof figures>): Row {
  return {
    indicator: { code: indicator, name: indicator },
    measure: { code: measure, name: measure, unit: '个' },
    byZone: [{ ...total, zone }],
    byProject: [{ ...total, project }],
    total,
  };
}

const rows = [
  row('CASE', 'OPENED', figures('100', '63', '63.00')),
  row('CASE', 'SESSIONS', figures('300', '355', '118.33')),
  row('GIFTS', 'VALUE', figures(null, '315816.00', null)),
];
const table = { from: '2024-05-01', to: '2024-12-31', timeProgressPercent: '67.12', zones: [zone], rows };

test('an indicator spans the lines of its measures', () => {
  expect(sheetOf(table).lines.map(({ span }) => span)).toEqual([2, 0, 1]);
});

test('what is below the share of time is behind; what has no target never is', () => {
  expect(sheetOf(table).lines.map(({ total }) => total.isBehind)).toEqual([true, false, false]);
  expect(sheetOf({ ...table, timeProgressPercent: '63.00' }).lines[0]?.total.isBehind).toBe(false);
});

test('columns are the zones, or where there are none the projects that anything was agreed for or done in', () => {
  expect(sheetOf(table).columns).toEqual([{ kind: 'ZONE', ...zone }]);
  expect(sheetOf({ ...table, zones: [] }).columns).toEqual([{ kind: 'PROJECT', ...project }]);
  expect(sheetOf({ ...table, zones: [], rows: [] }).columns).toEqual([]);
  const idle = { ...figures(null, '0.00', null), project: { id: 'p0', name: '家庭服务' } };
  const some = rows.map((it) => ({ ...it, byProject: [idle, ...it.byProject] }));
  const sheet = sheetOf({ ...table, zones: [], rows: some });
  expect(sheet.columns.map(({ id }) => id)).toEqual(['p1']);
  expect(sheet.lines[0]?.cells).toHaveLength(1);
  expect(sheet.lines[0]?.cells[0]?.completed).toBe('63');
});

test('figures stay the decimal texts of the API', () => {
  expect(sheetOf(table).lines[2]?.cells[0]).toMatchObject({
    target: null,
    completed: '315816.00',
    percent: null,
  });
});
