import { parties, type Parties } from '../assessment/support/parties';
import { close, open, scoreAll } from '../assessment/support/questions';
import { SCHEDULE } from '../funding/support/money';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { newProposal, newStation, validRegistration, tryRegister, withdraw } from './support/agreements';
import { refusals, send, agreementOf, take } from './support/proposals';
import { codesAndPaths, type UserError } from './support/questions';

/** 作废协议: who voids which agreements, what prevents it, and what becomes free. */
let api: Api;
let who: Parties;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});

const reason = '登记有误';

test('only a bureau voids, what is confirmed and holds no money or closed assessment; the rest is listed', async () => {
  const agreement = await newStation(api, { annualFee: '1000', instalments: SCHEDULE });
  const { id } = agreement;
  for (const client of [who.operator, who.purchaser, who.mentors, who.assessor] as const) {
    const { errors } = await client.ask(
      'mutation($id: ID!) { voidAgreement(id: $id, reason: "无") { agreement { id } } }',
      {
        id,
      },
    );
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  }
  const proposal = await newProposal(api);
  expect(await refusals(who.bureau, 'voidAgreement', { id: proposal.id, reason })).toEqual([
    'NOT_CONFIRMED id',
  ]);
  await withdraw(api, proposal);
  expect(await refusals(who.bureau, 'voidAgreement', { id, reason: '' })).toEqual(['EMPTY_TEXT reason']);

  const lines = [{ category: '人员', amount: '900' }];
  await send(who.operator, 'setBudget', { agreementId: id, lines });
  const entry = async (mutation: string, client: Client, input: object): Promise<string> => {
    const query = `mutation($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) {
      ${mutation}(input: $input) { entryId userErrors { code path } } }`;
    const answer = await client.get<Record<string, { entryId: string }>>(query, {
      input: { agreementId: id, ...input },
    });
    return answer[mutation]!.entryId;
  };
  const receipt = await entry('recordReceipt', who.operator, {
    condition: 'SIGNING',
    receivedOn: '2024-02-01',
    amount: '1',
  });
  const payments = [
    await entry('recordPayment', who.purchaser, { fiscalYear: 2024, amount: '1' }),
    await entry('recordPayment', who.purchaser, { fiscalYear: 2024, amount: '2' }),
  ];
  const spent = await entry('recordExpenditure', who.operator, {
    category: '人员',
    spentOn: '2024-02-01',
    amount: '1',
  });
  const VOID = `mutation($id: ID!) { voidAgreement(id: $id, reason: "误") { userErrors { code path message } } }`;
  const { voidAgreement } = await who.bureau.get<{ voidAgreement: { userErrors: UserError[] } }>(VOID, {
    id,
  });
  expect(codesAndPaths(voidAgreement.userErrors)).toEqual(['VOID_WITH_FIGURES id']);
  const { message } = voidAgreement.userErrors[0]!;
  expect(message).toContain('(1 receipts, 2 payments, 1 expenditures, 0 assessments)');
  expect(message).toContain(
    'receipt 2024-02-01 CNY 1.00; payment 2024 CNY 1.00; payment 2024 CNY 2.00; expenditure 人员 2024-02-01 CNY 1.00.',
  );
  const reverse = async (mutation: string, client: Client, entryId: string): Promise<void> => {
    const input = { id: entryId, reason: '误录' };
    expect(await send(client, mutation, input)).toEqual([]);
  };
  await reverse('reverseReceipt', who.operator, receipt);
  for (const payment of payments) await reverse('reversePayment', who.purchaser, payment);
  expect(await refusals(who.bureau, 'voidAgreement', { id, reason })).toEqual(['VOID_WITH_FIGURES id']);
  await reverse('reverseExpenditure', who.operator, spent);
  expect(await take(who.bureau, 'voidAgreement', { id, reason })).toMatchObject({ state: 'VOID' });
});

test('a void one frees its days, and the proposal that was refused is confirmed then', async () => {
  const first = await newStation(api);
  const input = await validRegistration(api, { newStation: null, stationId: first.station.id });
  const { agreement } = await tryRegister(who.purchaser, input);
  const second = { id: agreement!.id };
  expect(await refusals(who.operator, 'confirmAgreement', second)).toEqual(['STATION_UNDER_AGREEMENT id']);
  expect(await agreementOf(who.operator, second)).toMatchObject({
    state: 'PROPOSED',
    operatorConfirmedAt: null,
  });
  await take(who.city, 'voidAgreement', { id: first.id, reason });
  expect(await take(who.operator, 'confirmAgreement', second)).toMatchObject({ state: 'CONFIRMED' });
  expect(await refusals(who.operator, 'confirmAgreement', { id: first.id })).toEqual(['NOT_PROPOSED id']);
});

test('one with a closed assessment is not voided, one with an open one is', async () => {
  for (const isClosed of [true, false]) {
    const { id } = await newStation(api);
    const assessment = await open(who.bureau, { agreementId: id, assessorId: who.assessorId });
    await scoreAll(who, assessment.id);
    if (isClosed) await close(who.bureau, assessment.id);
    expect(await refusals(who.bureau, 'voidAgreement', { id, reason })).toEqual(
      isClosed ? ['VOID_WITH_FIGURES id'] : [],
    );
  }
});

test('a bureau voids in its district only', async () => {
  const { id } = await newStation(api);
  const VOID = `mutation($id: ID!) { voidAgreement(id: $id, reason: "误") { userErrors { code } } }`;
  const { errors } = await who.otherBureau.ask(VOID, { id });
  expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
  expect(await agreementOf(who.operator, { id })).toMatchObject({ state: 'CONFIRMED' });
});
