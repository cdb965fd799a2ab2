import fc from 'fast-check';
import { InputRules } from '../../../platform/input-rules';
import { AssessmentParty } from '../assessment.enums';
import { checkScheme } from './scheme.rules';

const BANDS = { excellentFrom: '90', goodFrom: '80', qualifiedFrom: '60' };
const cents = (value: number): string => (value / 100).toFixed(2);

function codes(maxima: readonly string[], bands = BANDS): string[] {
  const rules = new InputRules();
  const parties = maxima.map((maximum, index) => ({
    party: AssessmentParty.OTHER,
    name: `评分方 ${index + 1}`,
    maximum,
  }));
  checkScheme(rules, { year: 2024, parties, bands });
  return rules.faults.map(({ code }) => code);
}

describe('a scheme', () => {
  it('is whole exactly when its maxima add up to 100, in hundredths', () => {
    const maximum = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(maximum, maximum, fc.boolean(), (first, second, isWhole) => {
        const rest = 10_000 - first - second + (isWhole ? 0 : 1);
        fc.pre(rest > 0);
        const expected = isWhole ? [] : ['MAXIMA_NOT_WHOLE'];
        expect(codes([cents(first), cents(second), cents(rest)])).toEqual(expected);
      }),
    );
  });

  it.each([
    ['90', '80', '60', []],
    ['100', '0.02', '0.01', []],
    ['90', '90', '60', ['BANDS_OUT_OF_ORDER']],
    ['90', '80', '80', ['BANDS_OUT_OF_ORDER']],
    ['60', '80', '90', ['BANDS_OUT_OF_ORDER']],
    ['90', '80', '0', ['BANDS_OUT_OF_ORDER']],
    ['90', '80', '-1', ['NEGATIVE']],
  ])('with bands from %s, %s and %s: %j', (excellentFrom, goodFrom, qualifiedFrom, expected) => {
    expect(codes(['100'], { excellentFrom, goodFrom, qualifiedFrom })).toEqual(expected);
  });

  it('is stored without zeros at the end, and without names of the parties that have none', () => {
    const rules = new InputRules();
    const items = [{ name: ' 管理 ', maximum: '100.0' }];
    const parties = [{ party: AssessmentParty.THIRD_PARTY, maximum: '100.00', items }];
    expect(checkScheme(rules, { year: 2024, parties, bands: BANDS })).toEqual({
      ...BANDS,
      parties: [{ party: 'THIRD_PARTY', maximum: '100', items: [{ name: '管理', maximum: '100' }] }],
    });
  });
});
