import fc from 'fast-check';
import { textOf } from '../messages';
import { EARLIEST_CAREER_DAY } from './calendar';
import { InputRules } from './input-rules';

/** The codes that a check adds. */
function codesOf(check: (rules: InputRules) => unknown): string[] {
  const rules = new InputRules();
  check(rules);
  for (const fault of rules.faults) {
    expect(textOf(fault, 'zh')).toMatch(/\p{Script=Han}/u);
    expect(textOf(fault, 'en')).toMatch(/^[^\p{Script=Han}]*[a-z]/u);
  }
  return rules.faults.map(({ code }) => code);
}

describe('a day', () => {
  it.each([
    ['2000-01-01', []],
    ['2100-12-31', []],
    ['1999-12-31', ['DAY_OUT_OF_RANGE']],
    ['2101-01-01', ['DAY_OUT_OF_RANGE']],
    ['9999-12-31', ['DAY_OUT_OF_RANGE']],
    ['0001-01-01', ['DAY_OUT_OF_RANGE']],
  ])('%s: %j', (day, codes) => {
    expect(codesOf((rules) => rules.day(day, ['startsOn']))).toEqual(codes);
  });

  it.each([
    ['1970-01-01', []],
    ['1969-12-31', ['DAY_OUT_OF_RANGE']],
    ['2101-01-01', ['DAY_OUT_OF_RANGE']],
  ])('of a career, %s: %j', (day, codes) => {
    expect(codesOf((rules) => rules.day(day, ['practisingSince'], EARLIEST_CAREER_DAY))).toEqual(codes);
  });
});

describe('a text', () => {
  it.each([
    ['', ['EMPTY_TEXT']],
    ['   ', ['EMPTY_TEXT']],
    ['　\t\n', ['EMPTY_TEXT']],
    ['a', []],
    ['  社工  ', []],
    ['一'.repeat(10), []],
    ['一'.repeat(11), ['TEXT_TOO_LONG']],
    ['🫖'.repeat(10), []],
    ['🫖'.repeat(11), ['TEXT_TOO_LONG']],
    [` ${'一'.repeat(10)} `, []],
    ['第一行\n二', []],
    ['a\u0000b', ['UNPRINTABLE_TEXT']],
    ['a\u0007b', ['UNPRINTABLE_TEXT']],
    ['a\u009fb', ['UNPRINTABLE_TEXT']],
    ['half a \ud83e', ['UNPRINTABLE_TEXT']],
  ])('%j of at most 10: %j', (value, codes) => {
    expect(codesOf((rules) => rules.text(value, ['note'], 10))).toEqual(codes);
  });

  it('is stored without the space around it', () => {
    expect(new InputRules().text('  两 个 \n', ['note'], 10)).toBe('两 个');
  });
});

describe('an amount', () => {
  it.each([
    ['0', '10', 2, []],
    ['10', '10', 2, []],
    ['10.01', '10', 2, ['TOO_LARGE']],
    ['-0.01', '10', 2, ['NEGATIVE']],
    ['0.001', '10', 2, ['TOO_MANY_DECIMALS']],
    ['9.99', '10', 2, []],
    ['9.990000', '10', 2, []],
    ['1.5', '10', 0, ['TOO_MANY_DECIMALS']],
    ['1.0', '10', 0, []],
  ])('%s of at most %s with %i decimals: %j', (value, most, places, codes) => {
    expect(codesOf((rules) => rules.amount(value, ['fee'], most, places))).toEqual(codes);
  });
});

test('a list is refused outside its bounds, and the check returns whether it is within them', () => {
  const rules = new InputRules();
  expect([0, 1, 3, 4].map((length) => rules.count(length, ['list'], 1, 3))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(rules.faults.map(({ code }) => code)).toEqual(['TOO_FEW', 'TOO_MANY']);
});

test('of names that must differ each but the first is at fault; empty ones are not compared', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('', 'a', 'b', 'c', '甲')), (names) => {
      const rules = new InputRules();
      rules.distinct(names.map((name, at) => ({ name, path: ['names', at] })));
      const repeated = names.flatMap((name, at) => (name !== '' && names.indexOf(name) < at ? [at] : []));
      expect(rules.faults.map(({ code, path }) => [code, path[1]])).toEqual(
        repeated.map((at) => ['DUPLICATE_NAME', at]),
      );
    }),
  );
});
