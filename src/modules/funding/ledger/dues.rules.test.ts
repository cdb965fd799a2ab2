import { InstalmentCondition } from '../../agreement';
import { belowReceived, type Dues, mostDue } from './dues.rules';

const { FINAL_QUALIFIED, SIGNING } = InstalmentCondition;

/** 60 % at signing, the rest at the end, unless said otherwise. */
const dues = (
  since: string,
  annualFee: string,
  received: [signing: string, final: string] = ['0', '0'],
  shares: [signing: string, final: string] = ['0.6', '0.4'],
): Dues => ({
  since,
  annualFee,
  instalments: [SIGNING, FINAL_QUALIFIED].map((condition, at) => ({
    condition,
    share: shares[at]!,
    received: received[at]!,
    receivedMeanwhile: received[at]!,
  })),
});

describe('a receipt may reach what is due', () => {
  const of = (schedules: Dues[]): string | null => mostDue(schedules, SIGNING).annualFee;

  it('on its own day, where less is due later', () => {
    expect(of([dues('2024-01-01', '1000'), dues('2024-07-01', '800')])).toBe('1000');
  });

  it('on a later day, where more is', () => {
    const shares: [string, string] = ['0.9', '0.1'];
    // 600, 480 and 810
    const later = [dues('2024-07-01', '800'), dues('2024-09-01', '900', undefined, shares)];
    expect(of([dues('2024-01-01', '1000'), ...later])).toBe('900');
  });

  it('of no instalment without a share', () => {
    const most = mostDue([dues('2024-01-01', '1000', undefined, ['1', '0'])], FINAL_QUALIFIED);
    expect(most.instalments.map(({ condition }) => condition)).toEqual([SIGNING]);
  });
});

describe('an amendment', () => {
  const BEFORE = dues('2024-01-01', '1000');
  const found = (after: Dues[], before = BEFORE): unknown[] =>
    belowReceived(before, after).map(({ code, path, args }) => [code, path.join('.'), ...args]);

  it('may bring what is due down to what has been received', () => {
    expect(found([dues('2024-07-01', '800', ['480', '320'])])).toEqual([]);
  });

  it('may not bring it below, by the fee', () => {
    expect(found([dues('2024-07-01', '800', ['480.01', '0'])])).toEqual([
      ['DUE_BELOW_RECEIVED', 'annualFee', { condition: SIGNING, due: '480.00', received: '480.01' }],
    ]);
  });

  it('may not bring it below, by a share', () => {
    expect(found([dues('2024-07-01', '1000', ['600', '0'], ['0.5', '0.5'])])).toEqual([
      ['DUE_BELOW_RECEIVED', 'instalments', { condition: SIGNING, due: '500.00', received: '600.00' }],
    ]);
    expect(found([dues('2024-07-01', '1000', ['0', '1'], ['1', '0'])])).toEqual([
      ['DUE_BELOW_RECEIVED', 'instalments', { condition: FINAL_QUALIFIED, due: '0.00', received: '1.00' }],
    ]);
  });

  it('may not bring it below on a later day on which another one takes over', () => {
    const after = [dues('2024-03-01', '900', ['500', '0']), dues('2024-10-01', '700', ['500', '0'])];
    expect(found(after)).toEqual([
      ['DUE_BELOW_RECEIVED', 'annualFee', { condition: SIGNING, due: '420.00', received: '500.00' }],
    ]);
  });

  it('may leave or raise what was below what has been received before', () => {
    expect(found([dues('2024-07-01', '1000', ['700', '0'])])).toEqual([]);
    expect(found([dues('2024-07-01', '1100', ['700', '0'])])).toEqual([]);
  });
});
