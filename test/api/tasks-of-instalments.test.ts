import { parties, type Parties } from '../assessment/support/parties';
import { close, must, open, scoreAll } from '../assessment/support/questions';
import { mutate } from '../funding/support/money';
import { startApi, type TestApi } from '../kit/api';
import { type Agreement, newStation } from './support/agreements';
import { amend } from './support/amendments';
import { calendarOf, during, waiting } from './support/tasks';

/** Instalments as tasks of the street, from their release on until the last fen. */
let api: TestApi;
let who: Parties;
let calendar: ReturnType<typeof calendarOf>;
beforeAll(async () => {
  api = await startApi({ COST_PER_MINUTE: '1000000000' });
  who = await parties(api);
  calendar = calendarOf(api);
}, 60_000);
afterAll(async () => {
  await api.close();
});

/** A station whose agreement lasts from some days ago to some days from now. */
async function station(from: number, to: number, changes: Record<string, unknown> = {}): Promise<Agreement> {
  return newStation(api, { ...during(calendar.day(from), calendar.day(to)), ...changes });
}

describe('an instalment to pay', () => {
  const INSTALMENTS = {
    annualFee: '100.01',
    instalments: [
      { condition: 'SIGNING', share: '0.5' },
      { condition: 'MIDTERM_QUALIFIED', share: '0.25' },
      { condition: 'FINAL_QUALIFIED', share: '0.25' },
    ],
  };
  const pay = async (agreement: Agreement, condition: string, amount: string): Promise<void> => {
    const input = { agreementId: agreement.id, condition, amount, receivedOn: calendar.today };
    await mutate(who.purchaser, 'recordReceipt', input);
  };

  test('waits for the street’s administrator from the day it is released until it is wholly received', async () => {
    const agreement = await station(-100, 100, INSTALMENTS);
    const signing = [`PAY_INSTALMENT Instalment at signing ${calendar.day(-100)}`];
    expect(await waiting(who.purchaser, agreement)).toEqual(signing);
    for (const client of [who.operator, who.bureau, who.city, who.otherPurchaser]) {
      expect(await waiting(client, agreement, 'PAY_INSTALMENT')).toEqual([]);
    }
    await pay(agreement, 'SIGNING', '50.00');
    // 50.005 are rounded half up.
    expect(await waiting(who.purchaser, agreement)).toEqual(signing);
    await pay(agreement, 'SIGNING', '0.01');
    expect(await waiting(who.purchaser, agreement)).toEqual([]);
  });

  /** Closes an assessment; by default with enough points. */
  async function assess(
    agreement: Agreement,
    kind: string,
    scores?: [string, string, string, string],
  ): Promise<void> {
    const days = { kind, from: calendar.day(-100), to: calendar.day(-1) };
    const { id } = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId, ...days });
    await scoreAll(who, id, scores);
    must(await close(who.bureau, id));
  }

  test('is released by the assessment that its condition names', async () => {
    const agreement = await station(-100, 100, INSTALMENTS);
    await pay(agreement, 'SIGNING', '50.01');
    await assess(agreement, 'MIDTERM', ['10', '5', '10', '15']);
    // 40 points are not enough.
    expect(await waiting(who.purchaser, agreement, 'PAY_INSTALMENT')).toEqual([]);
    const passed = await station(-100, 100, INSTALMENTS);
    await pay(passed, 'SIGNING', '50.01');
    await assess(passed, 'MIDTERM');
    expect(await waiting(who.purchaser, passed, 'PAY_INSTALMENT')).toEqual([
      `PAY_INSTALMENT Instalment after the midterm assessment ${calendar.today}`,
    ]);
    await pay(passed, 'MIDTERM_QUALIFIED', '25.00');
    expect(await waiting(who.purchaser, passed, 'PAY_INSTALMENT')).toEqual([]);
  });

  /** What the funding report says that is due. */
  async function duesOf({ id }: Agreement): Promise<{ condition: string; due: string; received: string }[]> {
    const { agreement } = await who.purchaser.get<{
      agreement: { funding: { instalments: { condition: string; due: string; received: string }[] } };
    }>('query($id: ID!) { agreement(id: $id) { funding { instalments { condition due received } } } }', {
      id,
    });
    return agreement.funding.instalments;
  }

  test.each([
    ['1000.01', ['0.333333', '0.333333', '0.333334']],
    ['0.05', ['0.5', '0.3', '0.2']],
    ['999.99', ['0.7', '0.3', null]],
  ])(
    'of a fee of %s waits until the last fen that the funding report says is due',
    async (annualFee, shares) => {
      const instalments = INSTALMENTS.instalments.flatMap(({ condition }, at) => {
        const share = shares[at];
        return share == null ? [] : [{ condition, share }];
      });
      const agreement = await station(-100, 100, { annualFee, instalments });
      for (const kind of ['MIDTERM', 'FINAL']) await assess(agreement, kind);
      const tasks = async (): Promise<number> =>
        (await waiting(who.purchaser, agreement, 'PAY_INSTALMENT')).length;
      const settle = async (): Promise<void> => {
        const dues = (await duesOf(agreement)).filter(({ due, received }) => due !== received);
        expect(await tasks()).toBe(dues.length);
        for (const [at, { condition, due, received }] of dues.entries()) {
          const missing = Math.round((Number(due) - Number(received)) * 100);
          if (missing > 1) await pay(agreement, condition, ((missing - 1) / 100).toFixed(2));
          expect(await tasks()).toBe(dues.length - at);
          await pay(agreement, condition, '0.01');
          expect(await tasks()).toBe(dues.length - at - 1);
        }
      };
      await settle();
      // A higher fee from today on leaves something to pay of each.
      const more = { agreementId: agreement.id, effectiveOn: calendar.today, annualFee: '2000.03' };
      await amend({ proposer: who.operator, confirmer: who.purchaser }, more);
      expect(await tasks()).toBe(instalments.length);
      await settle();
    },
  );
});
