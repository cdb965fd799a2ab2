import type { StoredTarget } from '../../../completion';
import type { FormFigure } from '../../fujian-1/figure';
import { planTargets } from './target-plan.rules';

/** A figure of the form; its cell is named after its zone. */
function figure(zone: string | null, target: string | null, changes: Partial<FormFigure> = {}): FormFigure {
  const cell = zone ?? '合计';
  return {
    sheet: '附件1-1',
    heading: '个案',
    indicator: 'CASEWORK',
    measure: 'OPENED',
    zone: zone === null ? null : { id: zone, name: zone },
    target,
    completed: '0',
    percent: null,
    published: null,
    cells: { target: cell, completed: `${cell}完成`, percent: null },
    ...changes,
  };
}

const stored = (zoneId: string | null, value: string, projectId: string | null = null): StoredTarget => ({
  termId: 'term',
  indicator: 'CASEWORK',
  measure: 'OPENED',
  zoneId,
  projectId,
  value,
});

function planned(figures: FormFigure[], targets: StoredTarget[]) {
  const { edits, faults } = planTargets(figures, targets);
  return {
    edits: edits.map(({ figure: { cells }, zoneId, was, becomes }) =>
      [cells.target, zoneId ?? '全站', was ?? '/', becomes ?? '/'].join(' '),
    ),
    faults: faults.map(({ severity, code, cell }) => `${severity} ${code} ${cell}`),
  };
}

const NOTHING = { edits: [], faults: [] };

test('equal targets are unchanged, and so is “/” where there is none', () => {
  const figures = [figure('东', '600'), figure('西', '400.00'), figure('南', null), figure(null, '1000')];
  expect(planned(figures, [stored('东', '600'), stored('西', '400')])).toEqual(NOTHING);
  expect(planned([figure(null, null)], [])).toEqual(NOTHING);
});

test('a target that is new, another, or no more', () => {
  const figures = [figure('东', '650'), figure('西', '400'), figure('南', null), figure(null, '1050')];
  expect(planned(figures, [stored('东', '600'), stored('南', '5')])).toEqual({
    edits: ['东 东 600 650', '西 西 / 400', '南 南 5 /'],
    faults: [],
  });
});

test('the total of zones is their sum, and no target of its own', () => {
  const figures = [figure('东', '6'), figure('西', null), figure(null, '10')];
  expect(planned(figures, [stored('东', '6')])).toEqual({
    edits: [],
    faults: ['WARNING TOTAL_DIFFERS 合计'],
  });
  expect(planned(figures, [stored(null, '10')]).edits).toEqual(['东 东 / 6', '合计 全站 10 /']);
});

test('a total without targets of zones is one of the whole station', () => {
  const figures = [figure('东', null), figure('西', null), figure(null, '10')];
  expect(planned(figures, [])).toEqual({ edits: ['合计 全站 / 10'], faults: [] });
  expect(planned(figures, [stored(null, '10')])).toEqual(NOTHING);
  expect(planned(figures, [stored('东', '10')]).edits).toEqual(['东 东 10 /', '合计 全站 / 10']);
});

test('a form without rows of zones can confirm their sum, and not change it', () => {
  const targets = [stored('东', '6'), stored('西', '4')];
  expect(planned([figure(null, '10')], targets)).toEqual(NOTHING);
  for (const target of ['12', null])
    expect(planned([figure(null, target)], targets)).toEqual({
      edits: [],
      faults: ['ERROR TARGET_IS_BY_PARTS 合计'],
    });
});

test('targets of projects are changed by nobody who does not name them', () => {
  const targets = [stored(null, '6', 'core'), stored(null, '4', 'key')];
  expect(planned([figure(null, '10')], targets)).toEqual(NOTHING);
  expect(planned([figure(null, '11')], targets).faults).toEqual(['ERROR TARGET_IS_BY_PARTS 合计']);
  const ofZone = [stored('东', '6', 'core'), stored('东', '4', 'key')];
  expect(planned([figure('东', '10')], ofZone)).toEqual(NOTHING);
  expect(planned([figure('东', '11')], ofZone).faults).toEqual(['ERROR TARGET_IS_BY_PARTS 东']);
});

test('zones on one sheet and their total on another belong together', () => {
  const total = figure(null, '10');
  const zones = [figure('东', '6', { sheet: '其他指标' }), figure('西', '4', { sheet: '其他指标' })];
  expect(planned([total, ...zones], [stored('东', '6'), stored('西', '4')])).toEqual(NOTHING);
});

test('targets that the form does not mention stay', () => {
  const other = { ...stored('东', '9'), indicator: 'HOTLINE' };
  expect(planned([figure('东', '6')], [stored('东', '6'), stored('西', '4'), other])).toEqual(NOTHING);
});
