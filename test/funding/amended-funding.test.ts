import { overviewRow } from '../api/support/overview';
import { amend, type AmendmentInput, propose, takeReasonedStep, takeStep } from '../api/support/amendments';
import type { Agreement } from '../api/support/agreements';
import { codesAndPaths } from '../api/support/questions';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { errorsOf, funding, fundedStation, mutate, tryMutate, warningsOf } from './support/money';

/** The fee and the instalments in force on a day: 2,400,000 in 2024, 55 %, 40 % and 5 %, until an amendment. */
let api: Api;
let admin: Client;
let city: Client;
let street: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
  city = await api.as('admin@guangzhou-bureau.example');
  street = await api.as('admin@fengyuan-street.example');
});
beforeEach(async () => {
  agreement = await fundedStation(api);
});

async function change(effectiveOn: string, input: Record<string, unknown>): Promise<void> {
  await amend({ proposer: admin, confirmer: city }, { agreementId: agreement.id, effectiveOn, ...input });
}

/** What confirming an amendment answers, of which nothing is stored. */
async function refused(effectiveOn: string, input: Record<string, unknown>): Promise<string[]> {
  const given: AmendmentInput = { agreementId: agreement.id, effectiveOn, ...input };
  const { amendment } = await propose(admin, given);
  const before = await funding(admin, agreement.id);
  const { userErrors } = await takeStep(city, 'confirmAmendment', amendment!.id);
  expect(await funding(admin, agreement.id)).toEqual(before);
  await takeReasonedStep(admin, 'withdrawAmendment', amendment!.id, '改用其他方案');
  return codesAndPaths(userErrors);
}

async function receive(condition: string, amount: string, receivedOn: string): Promise<void> {
  await mutate(admin, 'recordReceipt', { agreementId: agreement.id, condition, amount, receivedOn });
}

const SHARES = (...shares: string[]): { condition: string; share: string }[] =>
  ['SIGNING', 'MIDTERM_QUALIFIED', 'FINAL_QUALIFIED'].flatMap((condition, at) =>
    shares[at] === undefined ? [] : [{ condition, share: shares[at] }],
  );

describe('a report as of a day', () => {
  const on = async (day: string): Promise<unknown[]> => {
    const { annualFee, instalments, outstanding } = await funding(admin, agreement.id, day);
    return [annualFee, outstanding, ...instalments.map(({ due }) => due)];
  };

  it('takes the fee that is in force on it', async () => {
    await receive('SIGNING', '1000000', '2024-02-01');
    await change('2024-07-01', { annualFee: '2600000.01' });
    expect(await on('2024-06-30')).toEqual([
      '2400000.00',
      '1400000.00',
      '1320000.00',
      '960000.00',
      '120000.00',
    ]);
    // 55 % and 40 % of 2,600,000.01 are 1,430,000.0055 and 1,040,000.004; the last takes the rest
    expect(await on('2024-07-01')).toEqual([
      '2600000.01',
      '1600000.01',
      '1430000.01',
      '1040000.00',
      '130000.00',
    ]);
  });

  it('takes the shares that are in force on it, and the difference of rounding with the last of them', async () => {
    await change('2024-04-01', { annualFee: '100000.01' });
    await change('2024-10-01', { instalments: SHARES('0.333333', '0.666667') });
    expect(await on('2024-09-30')).toEqual(['100000.01', '100000.01', '55000.01', '40000.00', '5000.00']);
    // 33,333.3033… and the rest; nothing is due at the end any more
    expect(await on('2024-10-01')).toEqual(['100000.01', '100000.01', '33333.30', '66666.71']);
  });

  it('compares what is spent with the fee in force on it, as every overview does', async () => {
    const { id } = agreement;
    await mutate(admin, 'setBudget', {
      agreementId: id,
      expectedVersion: 0,
      lines: [{ category: '人员', amount: '2400000' }],
    });
    await mutate(admin, 'recordExpenditure', {
      agreementId: id,
      category: '人员',
      amount: '600000',
      spentOn: '2024-03-01',
    });
    await change('2024-07-01', { annualFee: '3000000' });
    const executionOn = async (day: string): Promise<unknown[]> => {
      const row = await overviewRow<{ execution: { fee: string; percent: string } }>(
        admin,
        id,
        day,
        'execution { fee percent }',
      );
      const own = row!.execution;
      const { executionPercent, budgetLines } = await funding(admin, id, day);
      return [own.fee, own.percent, executionPercent, budgetLines[0]!.shareOfFeePercent];
    };
    expect(await executionOn('2024-06-30')).toEqual(['2400000.00', '25.00', '25.00', '25.00']);
    expect(await executionOn('2024-07-01')).toEqual(['3000000.00', '20.00', '20.00', '20.00']);
  });
});

describe('an amendment brings nothing that is due below what is received', () => {
  beforeEach(async () => {
    await receive('SIGNING', '1300000', '2024-02-01');
  });

  it('by the fee', async () => {
    // 55 % of 2,300,000 are 1,265,000; of 2,363,636.37 1,300,000.00
    expect(await refused('2024-07-01', { annualFee: '2300000' })).toEqual(['DUE_BELOW_RECEIVED annualFee']);
    await change('2024-07-01', { annualFee: '2363636.37' });
  });

  it('by the shares', async () => {
    // 54 % of 2,400,000 are 1,296,000
    const instalments = SHARES('0.54', '0.41', '0.05');
    expect(await refused('2024-07-01', { instalments })).toEqual(['DUE_BELOW_RECEIVED instalments']);
    await change('2024-07-01', { instalments, annualFee: '2407407.41' });
  });

  it('even where what was received came later than its day', async () => {
    expect(await refused('2024-01-01', { annualFee: '2000000' })).toEqual(['DUE_BELOW_RECEIVED annualFee']);
  });

  it('by a bureau either, whose amendments are in force at once', async () => {
    const { amendment, userErrors } = await propose(city, {
      agreementId: agreement.id,
      effectiveOn: '2024-07-01',
      annualFee: '2300000',
      documentNumber: '穗民函〔2024〕1号',
    });
    expect(amendment).toBeNull();
    expect(codesAndPaths(userErrors)).toEqual(['DUE_BELOW_RECEIVED annualFee']);
    const stored = await admin.get(`{ agreement(id: "${agreement.id}") { annualFee amendments { id } } }`);
    expect(stored).toEqual({ agreement: { annualFee: '2400000.00', amendments: [] } });
  });

  it('but on days before it was received, if another amendment raises it in time', async () => {
    await receive('FINAL_QUALIFIED', '120000', '2024-11-01');
    await change('2024-10-01', { annualFee: '2500000' });
    // 5 % of 2,380,000 are 119,000, and 125,000 from October on; 55 % are 1,309,000
    await change('2024-03-01', { annualFee: '2380000' });
    expect((await funding(admin, agreement.id, '2024-09-30')).annualFee).toBe('2380000.00');
  });
});

describe('a receipt without a note', () => {
  const errors = async (amount: string, receivedOn: string): Promise<string[]> =>
    errorsOf(admin, 'recordReceipt', { agreementId: agreement.id, condition: 'SIGNING', amount, receivedOn });

  it('reaches what is due on its day, though less is due later', async () => {
    await change('2024-07-01', { annualFee: '2000000' });
    expect(await errors('1320000.01', '2024-06-30')).toEqual(['RECEIPT_ABOVE_DUE amount']);
    expect(await errors('1100000.01', '2024-07-01')).toEqual(['RECEIPT_ABOVE_DUE amount']);
    await receive('SIGNING', '1320000', '2024-06-30');
    expect(warningsOf(await funding(admin, agreement.id, '2024-06-30'))).toEqual([]);
    expect(warningsOf(await funding(admin, agreement.id, '2024-07-01'))).toEqual([
      'RECEIVED_ABOVE_DUE SIGNING',
    ]);
  });

  it('reaches what an amendment makes due later', async () => {
    await change('2024-07-01', { annualFee: '3000000' });
    expect(await errors('1650000.01', '2024-06-30')).toEqual(['RECEIPT_ABOVE_DUE amount']);
    await receive('SIGNING', '1650000', '2024-06-30');
  });

  it('is of no instalment that is no longer agreed', async () => {
    await change('2024-07-01', { instalments: SHARES('0.6', '0.4') });
    const input = { agreementId: agreement.id, condition: 'FINAL_QUALIFIED', amount: '1' };
    expect(await errorsOf(admin, 'recordReceipt', { ...input, receivedOn: '2024-08-01' })).toEqual([
      'INSTALMENT_NOT_FOUND condition',
    ]);
    expect(
      await errorsOf(admin, 'recordReceipt', { ...input, receivedOn: '2024-08-01', note: '补拨' }),
    ).toEqual(['INSTALMENT_NOT_FOUND condition']);
  });
});

test('money after an early end stays, and is pointed out', async () => {
  await receive('SIGNING', '1320000', '2024-10-01');
  await mutate(street, 'recordPayment', {
    agreementId: agreement.id,
    fiscalYear: 2024,
    amount: '5',
    paidOn: '2024-11-01',
  });
  await change('2024-08-11', { endsOn: '2024-08-10' });
  const report = await funding(admin, agreement.id);
  expect(report).toMatchObject({ received: '1320000.00', annualFee: '2400000.00' });
  expect(report.fiscalYears[0]).toMatchObject({ fiscalYear: 2024, paid: '1320005.00' });
  expect(warningsOf(report)).toContain('RECEIVED_AFTER_END');
});

test.each([1, 2, 3])(
  'of a receipt and an amendment that lowers what is due, at once, one is refused (%i)',
  async () => {
    const { amendment } = await propose(admin, {
      agreementId: agreement.id,
      effectiveOn: '2024-03-01',
      annualFee: '1000000',
    });
    const receipt = { agreementId: agreement.id, condition: 'SIGNING', amount: '1000000' };
    const [lowered, recorded] = await Promise.all([
      takeStep(city, 'confirmAmendment', amendment!.id),
      tryMutate(street, 'recordReceipt', { ...receipt, receivedOn: '2024-04-01' }),
    ]);
    const refusals = [lowered, recorded].map(({ userErrors }) => codesAndPaths(userErrors).join());
    expect([
      ['DUE_BELOW_RECEIVED annualFee', ''],
      ['', 'RECEIPT_ABOVE_DUE amount'],
    ]).toContainEqual(refusals);
    const { received, instalments } = await funding(admin, agreement.id);
    expect([received, instalments[0]!.due]).toEqual(
      refusals[1] === '' ? ['1000000.00', '1320000.00'] : ['0.00', '550000.00'],
    );
  },
);
