import type { FormFigure } from '../sheet-import';
import { formRows, textFigures } from './form-figures.rules';

const figure = (changes: Partial<FormFigure>): FormFigure => ({
  sheet: '附件1-1',
  heading: '建档',
  indicator: 'CASE_FILE',
  measure: 'FILES',
  zone: null,
  target: '1800',
  completed: '2185',
  percent: '121.39',
  published: null,
  cells: { target: 'C9', completed: 'D9', percent: 'E9' },
  ...changes,
});
const printedOf = (changes: Partial<FormFigure>) =>
  formRows({ figures: [figure(changes)], textFigures: null, textPlace: null }).flatMap(({ printed }) =>
    printed.map(({ kind, printed: text, place }) => [kind, text, place]),
  );

describe('a row of 附件1', () => {
  test('has its figures at their cells; a formula that was not calculated shows no ratio', () => {
    expect(printedOf({})).toEqual([
      ['TARGET', '1800', '附件1-1 C9'],
      ['COMPLETED', '2185', '附件1-1 D9'],
    ]);
    expect(printedOf({ target: null, published: '/' })).toEqual([
      ['TARGET', '/', '附件1-1 C9'],
      ['COMPLETED', '2185', '附件1-1 D9'],
      ['PERCENT', '/', '附件1-1 E9'],
    ]);
  });

  test.each([
    // As it is typed.
    ['121%', '121%'],
    ['约121%', '约121%'],
    // All digits of a calculated cell, which shows two of them.
    ['121.388888888889%', '121.39%'],
    ['123%', '123%'],
    // The ratio itself, or the percentage without its sign.
    ['1.21388888888889', '121.39%'],
    ['1.2139', '121.39%'],
    ['121.39', '121.39%'],
  ])('shows the ratio %s as %s', (published, expected) => {
    expect(printedOf({ published })[2]).toEqual(['PERCENT', expected, '附件1-1 E9']);
  });

  test('shows no ratio where its cell has none, which is a fault of the cell', () => {
    expect(printedOf({ published: '良好' })).toHaveLength(2);
  });
});

test('the paragraph below the form has the visits that its table has too', () => {
  const none = { registeredPopulation: null, filesHouseholds: null, filesPersons: null };
  const text = { ...none, visitsPersonTimes: '754', visitedPersons: null, residentsServed: null };
  const textPlace = { sheet: '附件1-1', cell: 'A2' };
  expect(textFigures({ figures: [], textFigures: text, textPlace })).toMatchObject([
    { indicator: 'HOME_VISIT', measure: 'VISITS', zoneId: null, printed: '754', place: '附件1-1 A2' },
  ]);
  expect(textFigures({ figures: [], textFigures: null, textPlace: null })).toEqual([]);
});
