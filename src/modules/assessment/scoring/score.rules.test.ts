import fc from 'fast-check';
import { InputRules } from '../../../platform/input-rules';
import { checkGiven, isSameScore } from './score.rules';

const PART = { maximum: '20', itemNames: ['管理', '服务'], itemMaxima: ['5', '15'] };
const cents = (value: number): string => (value / 100).toFixed(2);

function checked(score: string, ...items: [name: string, score: string][]): [string[], string[]] {
  const rules = new InputRules();
  const given = { score, items: items.map(([name, one]) => ({ name, score: one })) };
  const values = checkGiven(rules, given, PART);
  return [rules.faults.map(({ code, path }) => `${code} ${path.join('.')}`), values];
}

describe('the sub-scores of a score', () => {
  it('are stored in the order of the scheme', () => {
    expect(checked('20', ['服务', '15'], ['管理', '5'])).toEqual([[], ['5', '15']]);
  });

  it.each<[string, [string, string][], string[]]>([
    ['20', [], ['SUB_SCORES_MISSING items']],
    ['20', [['管理', '5']], ['SUB_SCORES_MISSING items']],
    [
      '20',
      [
        ['管理', '5'],
        ['管理', '5'],
        ['服务', '15'],
      ],
      ['SUB_SCORE_TWICE items.1.name'],
    ],
    [
      '20',
      [
        ['管理', '5.01'],
        ['服务', '14.99'],
      ],
      ['SCORE_ABOVE_MAXIMUM items.0.score'],
    ],
    [
      '19.99',
      [
        ['管理', '5'],
        ['服务', '15'],
      ],
      ['SUB_SCORES_DO_NOT_ADD_UP items'],
    ],
    [
      '21',
      [
        ['管理', '5'],
        ['服务', '15'],
      ],
      ['SCORE_ABOVE_MAXIMUM score', 'SUB_SCORES_DO_NOT_ADD_UP items'],
    ],
  ])('%s of %j: %j', (score, items, expected) => {
    expect(checked(score, ...items)[0]).toEqual(expected);
  });

  it('add up exactly, in hundredths', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(1500), fc.nat(2000), (first, second, score) => {
        const [faults] = checked(cents(score), ['管理', cents(first)], ['服务', cents(second)]);
        expect(faults).toEqual(first + second === score ? [] : ['SUB_SCORES_DO_NOT_ADD_UP items']);
      }),
    );
  });
});

describe('a score', () => {
  const before = { score: '20', items: ['5', '15'], onPaper: false, reason: null, scoredAt: new Date(0) };
  it.each([
    ['20.00', ['5.0', '15'], false, true],
    ['19', ['5', '14'], false, false],
    ['20', ['4', '16'], false, false],
    ['20', ['5', '15'], true, false],
    ['20', [], false, false],
  ])('of %s with %j, on paper %s, is the same: %s', (score, items, onPaper, expected) => {
    expect(isSameScore(before, { score, items, onPaper })).toBe(expected);
  });
});
