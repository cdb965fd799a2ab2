import type { RegisterAgreementInput } from './agreement.input';
import { agreementFaults } from './agreement.rules';
import { InstalmentCondition, ServiceModel } from '../agreement.enums';

const term = (
  name: string,
  startsOn: string,
  endsOn: string,
): { name: string; startsOn: string; endsOn: string } => ({ name, startsOn, endsOn });

/** The fields of an input, without its class. */
type Given = Pick<RegisterAgreementInput, keyof RegisterAgreementInput>;

const VALID: Given = {
  newStation: { name: '某站', street: '某街', districtCode: '440103' },
  operatorId: 'o',
  purchaserId: 'p',
  serviceModel: ServiceModel.STATION_ZONE_POINT,
  startsOn: '2024-01-01',
  endsOn: '2024-12-31',
  zones: [{ name: '一', points: ['甲'] }],
  terms: [term('年度', '2024-01-01', '2024-12-31')],
};

const faults = (input: Given): string[] =>
  agreementFaults(input).map(({ code, path }) => `${code} ${path.join('.')}`);

type Case = [string, Partial<Given>, string[]];
const long = '长'.repeat(101);

describe('days and terms', () => {
  const half = term('上半年', '2024-01-01', '2024-06-30');
  it.each<Case>([
    ['two in order', { terms: [half, term('下半年', '2024-07-01', '2024-12-31')] }, []],
    [
      'with days between them and after them',
      { terms: [half, term('下半年', '2024-09-01', '2024-12-30')] },
      ['TERMS_LEAVE_GAP terms.1.startsOn', 'TERMS_LEAVE_GAP terms'],
    ],
    [
      'with days between them, as is said',
      { terms: [half, term('下半年', '2024-09-01', '2024-12-30')], allowGaps: true },
      [],
    ],
    [
      'beginning after the agreement',
      { terms: [term('年度', '2024-01-02', '2024-12-31')] },
      ['TERMS_LEAVE_GAP terms.0.startsOn'],
    ],
    [
      'of one day each',
      {
        startsOn: '2024-02-29',
        endsOn: '2024-03-01',
        terms: [term('一', '2024-02-29', '2024-02-29'), term('二', '2024-03-01', '2024-03-01')],
      },
      [],
    ],
    ['none', { terms: [] }, ['TOO_FEW terms']],
    ['more than 24', { terms: Array.from({ length: 25 }, () => half) }, ['TOO_MANY terms']],
    [
      'out of order',
      { terms: [term('下半年', '2024-07-01', '2024-12-31'), half] },
      ['TERMS_OVERLAP terms.1.startsOn'],
    ],
    [
      'sharing a day',
      { terms: [half, term('下半年', '2024-06-30', '2024-12-31')] },
      ['TERMS_OVERLAP terms.1.startsOn'],
    ],
    [
      'ending before it starts',
      { terms: [term('年度', '2024-06-30', '2024-06-29')] },
      ['ENDS_BEFORE_START terms.0.endsOn'],
    ],
    [
      'starting before the agreement',
      { terms: [term('年度', '2023-12-31', '2024-12-31')] },
      ['TERM_OUTSIDE_AGREEMENT terms.0'],
    ],
    [
      'ending after the agreement',
      { terms: [term('年度', '2024-01-01', '2025-01-01')] },
      ['TERM_OUTSIDE_AGREEMENT terms.0'],
    ],
    [
      'repeating a name',
      { terms: [half, term('上半年', '2024-07-01', '2024-12-31')] },
      ['DUPLICATE_NAME terms.1.name'],
    ],
    ['no name', { terms: [term('', '2024-01-01', '2024-12-31')] }, ['EMPTY_TEXT terms.0.name']],
    [
      'an agreement that ends before it starts',
      { startsOn: '2025-01-01' },
      ['ENDS_BEFORE_START endsOn', 'TERM_OUTSIDE_AGREEMENT terms.0'],
    ],
    ['an agreement of exactly six years', { endsOn: '2029-12-31', allowGaps: true }, []],
    ['an agreement of six years and a day', { endsOn: '2030-01-01' }, ['AGREEMENT_TOO_LONG endsOn']],
    [
      'an agreement of six years from a leap day',
      { startsOn: '2024-02-29', endsOn: '2030-02-28', terms: [term('一', '2024-02-29', '2030-02-28')] },
      [],
    ],
    [
      'an agreement of six years and a day from a leap day',
      { startsOn: '2024-02-29', endsOn: '2030-03-01', terms: [term('一', '2024-02-29', '2030-02-28')] },
      ['AGREEMENT_TOO_LONG endsOn'],
    ],
    ['an agreement that ends in 9999', { endsOn: '9999-12-31' }, ['DAY_OUT_OF_RANGE endsOn']],
    [
      'an agreement that starts in the last century',
      { startsOn: '1999-12-31' },
      ['DAY_OUT_OF_RANGE startsOn'],
    ],
    [
      'a term that ends in 9999',
      { terms: [term('年度', '1999-01-01', '9999-12-31')] },
      ['DAY_OUT_OF_RANGE terms.0.startsOn', 'DAY_OUT_OF_RANGE terms.0.endsOn'],
    ],
    [
      'an agreement of one day',
      { startsOn: '2024-02-29', endsOn: '2024-02-29', terms: [term('一', '2024-02-29', '2024-02-29')] },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults({ ...VALID, ...changes })).toEqual(expected);
  });
});

describe('the station', () => {
  it.each<Case>([
    ['existing', { newStation: null, stationId: 's' }, []],
    ['not named', { newStation: null }, ['STATION_MISSING stationId']],
    ['named twice', { stationId: 's' }, ['STATION_AMBIGUOUS newStation']],
    [
      'new, without a name or street',
      { newStation: { name: ' ', street: '', districtCode: '440103' } },
      ['EMPTY_TEXT newStation.name', 'EMPTY_TEXT newStation.street'],
    ],
    [
      'new, with names that are too long',
      { newStation: { name: long, street: long, districtCode: '440103' } },
      ['TEXT_TOO_LONG newStation.name', 'TEXT_TOO_LONG newStation.street'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults({ ...VALID, ...changes })).toEqual(expected);
  });
});

describe('money and posts', () => {
  const { SIGNING, MIDTERM_QUALIFIED, FINAL_QUALIFIED } = InstalmentCondition;
  const shares = (...given: [InstalmentCondition, string][]): Partial<Given> => ({
    instalments: given.map(([condition, share]) => ({ condition, share })),
  });
  it.each<Case>([
    [
      'all fields',
      {
        annualFee: '2400000.00',
        requiredPosts: '20',
        requiredCertifiedShare: '0.6',
        ...shares([SIGNING, '0.55'], [MIDTERM_QUALIFIED, '0.40'], [FINAL_QUALIFIED, '0.05']),
      },
      [],
    ],
    [
      'no fields',
      { annualFee: null, requiredPosts: null, requiredCertifiedShare: null, instalments: [] },
      [],
    ],
    ['one instalment of the whole fee', shares([SIGNING, '1']), []],
    [
      'thirds that sum to 1',
      shares([SIGNING, '0.333333'], [MIDTERM_QUALIFIED, '0.333333'], [FINAL_QUALIFIED, '0.333334']),
      [],
    ],
    [
      'thirds that do not sum to 1',
      shares([SIGNING, '0.333333'], [MIDTERM_QUALIFIED, '0.333333'], [FINAL_QUALIFIED, '0.333333']),
      ['SHARES_NOT_WHOLE instalments'],
    ],
    [
      'more than the whole fee',
      shares([SIGNING, '0.6'], [FINAL_QUALIFIED, '0.6']),
      ['SHARES_NOT_WHOLE instalments'],
    ],
    [
      'a repeated condition',
      shares([SIGNING, '0.5'], [SIGNING, '0.5']),
      ['DUPLICATE_INSTALMENT instalments.1.condition'],
    ],
    ['a share of zero', shares([SIGNING, '1'], [FINAL_QUALIFIED, '0']), ['ZERO_SHARE instalments.1.share']],
    [
      'a negative share',
      shares([SIGNING, '1.1'], [FINAL_QUALIFIED, '-0.1']),
      ['TOO_LARGE instalments.0.share', 'NEGATIVE instalments.1.share'],
    ],
    [
      'a share of seven decimals',
      shares([SIGNING, '0.0000001'], [FINAL_QUALIFIED, '0.9999999']),
      ['TOO_MANY_DECIMALS instalments.0.share', 'TOO_MANY_DECIMALS instalments.1.share'],
    ],
    ['a fee below zero', { annualFee: '-1' }, ['NEGATIVE annualFee']],
    ['a fee of half cents', { annualFee: '0.005' }, ['TOO_MANY_DECIMALS annualFee']],
    ['a fee above the maximum', { annualFee: '1000000000.01' }, ['TOO_LARGE annualFee']],
    ['posts below zero', { requiredPosts: '-1' }, ['NEGATIVE requiredPosts']],
    ['a certified share above 1', { requiredCertifiedShare: '1.01' }, ['TOO_LARGE requiredCertifiedShare']],
  ])('%s', (_, changes, expected) => {
    expect(faults({ ...VALID, ...changes })).toEqual(expected);
  });
});
