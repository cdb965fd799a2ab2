import { percentOf } from '../../../../platform/decimal';
import { SheetBuilder, type SheetDraft } from '../../../../platform/sheets';
import { putFigure } from './figure-cells';

function draft(put: (sheet: SheetBuilder) => void): SheetDraft {
  const sheet = new SheetBuilder();
  put(sheet);
  return sheet.build({ name: '附件1', widths: [] });
}

/** The ratio as the formula has a spreadsheet compute it: ROUND(D*10000/C,0)/10000, half away from zero. */
const computed = (completed: number, target: number): number =>
  Math.floor((completed * 10_000) / target + 0.5) / 10_000;

test('a ratio that falls between two hundredths is half up: 119.96, where the plain quotient shows 119.95', () => {
  const percent = percentOf('47982', '40000');
  const { rows } = draft((sheet) => putFigure(sheet, 5, 2, { target: '40000', completed: '47982', percent }));
  expect(rows[5]![4]).toEqual({
    value: { number: '1.1996' },
    look: 'PERCENT',
    formula: 'IF(OR(C6="/",C6=0),"/",ROUND(D6*10000/C6,0)/10000)',
  });
  expect(((47_982 / 40_000) * 100).toFixed(2)).toBe('119.95');
});

test('what the formula computes is the exact value, for every exact tie of many targets', () => {
  let ties = 0;
  for (const target of [16, 32, 80, 160, 480, 960, 4000, 40_000])
    for (let completed = 1; completed <= 3 * target && ties < 40_000; completed += 1) {
      if ((completed * 20_000) % target !== 0 || (completed * 10_000) % target === 0) continue;
      ties += 1;
      const exact = Number(percentOf(String(completed), String(target))) * 100;
      expect(Math.round(exact)).toBe(Math.round(computed(completed, target) * 10_000));
    }
  expect(ties).toBeGreaterThan(1000);
});

test('without a target, or with one of zero, there is no ratio', () => {
  const { rows } = draft((sheet) => {
    putFigure(sheet, 0, 0, { target: null, completed: '4', percent: null });
    putFigure(sheet, 1, 0, { target: '0', completed: '4', percent: null });
  });
  expect(rows.map((cells) => cells.map((cell) => cell?.value))).toEqual([
    [{ text: '/' }, { number: '4' }, { text: '/' }],
    [{ number: '0' }, { number: '4' }, { text: '/' }],
  ]);
});

test('a total is a live sum only where it is one: what has no zone is in the total alone', () => {
  const figures = ['3', '4'].map((completed) => ({ target: '2', completed, percent: null }));
  const { rows } = draft((sheet) =>
    putFigure(sheet, 2, 0, { target: '4', completed: '9', percent: null }, { rows: [0, 1], figures }),
  );
  expect(rows[2]!.slice(0, 2)).toEqual([
    { value: { number: '4' }, look: 'NUMBER', formula: 'SUM(A1:A2)' },
    { value: { number: '9' }, look: 'NUMBER' },
  ]);
});
