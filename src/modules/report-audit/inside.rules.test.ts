import { exact } from '../../platform/decimal';
import { FigureKind } from './audit.enums';
import type { ReadFigure } from './figure';
import { checkInside } from './inside.rules';
import { readPrinted } from './printed-value.rules';

const { TARGET, COMPLETED, PERCENT } = FigureKind;

const figure = (
  kind: FigureKind,
  text: string,
  zoneId: string | null = null,
  measure = 'GROUPS',
): ReadFigure => ({
  indicator: 'GROUPWORK',
  measure,
  subject: null,
  zoneId,
  kind,
  printed: text,
  value: readPrinted(text, kind) ?? 'NONE',
  place: `${zoneId ?? '合计'} ${kind}`,
});
const check = (figures: ReadFigure[], zoneIds = ['一', '二', '三']) =>
  checkInside(figures, { zoneIds, stepOf: () => exact('1'), firstMeasureOf: () => 'GROUPS' });
const faultsIn = (figures: ReadFigure[]) =>
  check(figures).faults.flatMap((faults, at) =>
    faults.map(({ fault, expected }) => [figures[at]?.place, fault, expected]),
  );
const ratio = (target: string, completed: string, percent: string) => [
  figure(TARGET, target),
  figure(COMPLETED, completed),
  figure(PERCENT, percent),
];

describe('a ratio', () => {
  test.each([
    ['8', '9', '112.5%', []],
    ['8', '9', '112.50%', []],
    ['8', '9', '113%', []],
    ['8', '9', '112%', []],
    ['40000', '47982', '119.96%', []],
    ['40000', '47982', '119.95%', []],
    ['8', '9', '111%', [['合计 PERCENT', 'RATIO_WRONG', '112.50%']]],
    ['8', '9', '112.0%', [['合计 PERCENT', 'RATIO_WRONG', '112.50%']]],
    ['8', '9', '/', [['合计 PERCENT', 'RATIO_WRONG', '112.50%']]],
    ['/', '9', '100%', [['合计 PERCENT', 'RATIO_WRONG', '/']]],
    ['0', '9', '/', []],
    ['/', '9', '/', []],
  ])('of %s and %s is printed as %s', (target, completed, percent, expected) => {
    expect(faultsIn(ratio(target, completed, percent))).toEqual(expected);
  });

  test('that is wrong names what either part would have to be', () => {
    const { possible } = check(ratio('200', '150', '80%'));
    expect(possible[2]).toEqual([
      { part: 'TARGET', rounding: 'HALF_UP_0', least: '187', most: '188' },
      { part: 'COMPLETED', rounding: 'HALF_UP_0', least: '159', most: '160' },
      { part: 'TARGET', rounding: 'TRUNCATED_0', least: '186', most: '187' },
      { part: 'COMPLETED', rounding: 'TRUNCATED_0', least: '160', most: '161' },
    ]);
  });

  test('of nothing fits any target from some number on', () => {
    const { possible } = check([figure(COMPLETED, '3'), figure(PERCENT, '0%')]);
    expect(possible[1]).toEqual([
      { part: 'TARGET', rounding: 'HALF_UP_0', least: '601', most: null },
      { part: 'TARGET', rounding: 'TRUNCATED_0', least: '301', most: null },
    ]);
  });
});

describe('zones', () => {
  const zones = (total: string, ...values: string[]) => [
    figure(COMPLETED, total),
    ...values.map((value, at) => figure(COMPLETED, value, ['一', '二', '三'][at] ?? null)),
  ];

  test.each([
    ['6', ['1', '2', '3'], []],
    ['7', ['1', '2', '3'], [['合计 COMPLETED', 'ZONES_DIFFER', '6']]],
    ['/', ['1', '2', '3'], [['合计 COMPLETED', 'ZONES_DIFFER', '6']]],
    // The rest may be of the whole station.
    ['7', ['1', '2', '/'], []],
    ['7', ['1', '2'], []],
    ['2', ['1', '2'], [['合计 COMPLETED', 'ZONES_DIFFER', '3']]],
  ])('whose total is %s, of %j', (total, values, expected) => {
    expect(faultsIn(zones(total, ...values))).toEqual(expected);
  });
});

describe('a figure that is printed twice', () => {
  test.each([
    ['315816.00', '31.58万元', false],
    ['315816.00', '31.6万元', false],
    ['315816.00', '31.5万元', false],
    ['315816.00', '31.4万元', true],
    ['315816.00', '约32万', false],
    ['315816.00', '32.5万', true],
    ['130', '约130人次', false],
    ['128', '约130人次', false],
    ['118', '约130人次', true],
    ['/', '0', true],
  ])('as %s and as %s', (one, other, differs) => {
    const faults = faultsIn([figure(COMPLETED, one), figure(COMPLETED, other)]);
    expect(faults.map(([, fault]) => fault)).toEqual(differs ? ['TEXT_DIFFERS', 'TEXT_DIFFERS'] : []);
  });
});

describe('a target of a zone', () => {
  const targets = (...values: string[]) =>
    values.map((value, at) => figure(TARGET, value, ['一', '二', '三'][at] ?? null));

  test('is out of line where it is more than three times that of each other zone, or less than a third', () => {
    expect(faultsIn(targets('10', '31', '31'))).toEqual([['一 TARGET', 'TARGET_OUT_OF_LINE', '31']]);
    expect(faultsIn(targets('94', '31', '30'))).toEqual([['一 TARGET', 'TARGET_OUT_OF_LINE', null]]);
    expect(faultsIn(targets('93', '31', '31'))).toEqual([]);
    expect(faultsIn(targets('10', '300', '9'))).toEqual([['二 TARGET', 'TARGET_OUT_OF_LINE', null]]);
  });

  test('is not compared with a single other one', () => {
    expect(faultsIn(targets('10', '300'))).toEqual([]);
  });

  test('counts for one occasion where the zones have other numbers of them', () => {
    const persons = (...values: string[]) =>
      values.map((value, at) => figure(TARGET, value, ['一', '二', '三'][at] ?? null, 'PARTICIPANTS'));
    expect(faultsIn([...targets('12', '4', '5'), ...persons('480', '160', '200')])).toEqual([]);
    expect(faultsIn([...targets('12', '12', '12'), ...persons('105', '480', '480')])).toEqual([
      ['一 TARGET', 'TARGET_OUT_OF_LINE', '480'],
    ]);
  });
});
