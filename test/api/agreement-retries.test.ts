import { parties, type Parties } from '../assessment/support/parties';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { newProposal, newStation, validRegistration, tryRegister } from './support/agreements';
import { propose, takeStep } from './support/amendments';
import { agreementOf, stepsOf, take, refusals } from './support/proposals';
import { codesAndPaths } from './support/questions';
import { tryRenew } from './support/renewals';

/** A retry of a registration, a renewal, a revision or an amendment finds what the first call wrote. */
let api: Api;
let who: Parties;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});

const REUSED = ['IDEMPOTENCY_KEY_REUSED idempotencyKey'];
let keys = 0;
const newKey = (): string => `agreement-${(keys += 1)}`;

async function openProposals(client: Client): Promise<number> {
  const { agreements } = await client.get<{ agreements: { totalCount: number } }>(
    '{ agreements(states: [PROPOSED]) { totalCount } }',
  );
  return agreements.totalCount;
}

describe('a registration', () => {
  test('repeated with its key returns the existing proposal, also while the first is under way', async () => {
    const input = await validRegistration(api, { idempotencyKey: newKey() });
    const before = await openProposals(who.operator);
    const [first, second] = await Promise.all([
      tryRegister(who.operator, input),
      tryRegister(who.operator, input),
    ]);
    const third = await tryRegister(who.operator, input);
    expect([second, third]).toEqual([first, first]);
    expect(first.userErrors).toEqual([]);
    expect(await openProposals(who.operator)).toBe(before + 1);
    // As it is by now: confirmed.
    await take(who.purchaser, 'confirmAgreement', { id: first.agreement!.id });
    expect((await tryRegister(who.operator, input)).agreement).toMatchObject({
      id: first.agreement!.id,
      state: 'CONFIRMED',
    });
  });

  test('of a bureau, which takes the days at once, is answered too', async () => {
    const input = await validRegistration(api, { idempotencyKey: newKey() });
    const first = await tryRegister(who.bureau, input);
    expect(first.agreement).toMatchObject({ state: 'CONFIRMED' });
    expect(await tryRegister(who.bureau, input)).toEqual(first);
    const again = { ...input, idempotencyKey: newKey() };
    expect(codesAndPaths((await tryRegister(who.bureau, again)).userErrors)).not.toEqual([]);
  });

  test('compares texts as they are stored; other content under its key is refused', async () => {
    const input = await validRegistration(api, { idempotencyKey: newKey(), contractNumber: '合 1' });
    const { agreement } = await tryRegister(who.operator, input);
    const same = { ...input, contractNumber: ' 合  1 ' };
    expect((await tryRegister(who.operator, same)).agreement?.id).toBe(agreement!.id);
    const other = await tryRegister(who.operator, { ...input, contractNumber: '合 2' });
    expect(codesAndPaths(other.userErrors)).toEqual(REUSED);
  });

  test('that is refused leaves its key free, and the parties do not share keys', async () => {
    const idempotencyKey = newKey();
    const input = await validRegistration(api, { idempotencyKey });
    expect((await tryRegister(who.operator, { ...input, terms: [] })).agreement).toBeNull();
    const own = await tryRegister(who.operator, input);
    const theirs = await tryRegister(
      who.purchaser,
      await validRegistration(api, { idempotencyKey, contractNumber: '另' }),
    );
    expect([own.userErrors, theirs.userErrors]).toEqual([[], []]);
    expect(own.agreement!.id).not.toBe(theirs.agreement!.id);
    for (const [client, { agreement }] of [
      [who.operator, own],
      [who.purchaser, theirs],
    ] as const) {
      await take(client, 'withdrawAgreement', { id: agreement!.id, reason: '不再需要' });
    }
  });
});

test('a revision repeated with its key is one revision', async () => {
  const proposal = await newProposal(api);
  const name = proposal.station.name;
  const input = await validRegistration(api, {
    newStation: { name, street: '某街', districtCode: '440103' },
    annualFee: '5',
    idempotencyKey: newKey(),
  });
  await take(who.operator, 'reviseProposal', { id: proposal.id, input });
  const again = await take(who.operator, 'reviseProposal', { id: proposal.id, input });
  expect(stepsOf(again)).toEqual(['PROPOSED 1', 'REVISED 2']);
  const other = { ...input, annualFee: '6' };
  expect(await refusals(who.operator, 'reviseProposal', { id: proposal.id, input: other })).toEqual(REUSED);
  await take(who.operator, 'withdrawAgreement', { id: proposal.id, reason: '不再需要' });
});

test('a renewal repeated with its key returns the current state, whatever became of the agreement renewed', async () => {
  const earlier = await newStation(api);
  const input = {
    agreementId: earlier.id,
    startsOn: '2025-01-01',
    endsOn: '2025-12-31',
    idempotencyKey: newKey(),
  };
  const first = await tryRenew(who.operator, input);
  expect(first.userErrors).toEqual([]);
  expect(await tryRenew(who.operator, input)).toEqual(first);
  const other = await tryRenew(who.operator, { ...input, endsOn: '2025-06-30' });
  expect(codesAndPaths(other.userErrors)).toEqual(REUSED);
  await take(who.bureau, 'voidAgreement', { id: earlier.id, reason: '登记有误' });
  expect((await tryRenew(who.operator, input)).agreement?.id).toBe(first.agreement!.id);
  const anew = await tryRenew(who.operator, { ...input, idempotencyKey: newKey() });
  expect(codesAndPaths(anew.userErrors)).toEqual(['NOT_CONFIRMED agreementId']);
});

describe('an amendment', () => {
  const feeOf = (agreementId: string) => ({
    agreementId,
    effectiveOn: '2024-07-01',
    annualFee: '2450000',
    idempotencyKey: newKey(),
  });

  test('of a bureau repeated with its key answers what is in force', async () => {
    const input = {
      ...feeOf((await newStation(api, { annualFee: '2400000' })).id),
      documentNumber: '荔民〔2024〕1 号',
    };
    const first = await propose(who.bureau, input);
    expect(first.amendment).toMatchObject({ state: 'CONFIRMED' });
    expect(await propose(who.bureau, input)).toEqual(first);
    const unkeyed = await propose(who.bureau, { ...input, idempotencyKey: null });
    expect(codesAndPaths(unkeyed.userErrors)).toEqual(['NOTHING_CHANGES agreementId']);
    const other = await propose(who.bureau, { ...input, annualFee: '2460000' });
    expect(codesAndPaths(other.userErrors)).toEqual(REUSED);
  });

  test('of a party is answered as it is, confirmed and in a void agreement too', async () => {
    const { id } = await newStation(api, { annualFee: '2400000' });
    const input = feeOf(id);
    const { amendment } = await propose(who.operator, input);
    expect((await propose(who.operator, input)).amendment).toEqual(amendment);
    await takeStep(who.purchaser, 'confirmAmendment', amendment!.id);
    expect((await propose(who.operator, input)).amendment).toMatchObject({
      id: amendment!.id,
      state: 'CONFIRMED',
    });
    await take(who.bureau, 'voidAgreement', { id, reason: '登记有误' });
    expect((await propose(who.operator, input)).amendment?.id).toBe(amendment!.id);
    expect(stepsOf(await agreementOf(who.operator, { id }))).toEqual([
      'PROPOSED 1',
      'CONFIRMED 1',
      'AMENDMENT_PROPOSED 1',
      'AMENDMENT_CONFIRMED 1',
      'VOID 1',
    ]);
  });

  test('writes a fee with two decimals, like the one that it was', async () => {
    const { id } = await newStation(api, { annualFee: '2400000' });
    const { amendment } = await propose(who.operator, feeOf(id));
    expect(amendment!.changes).toEqual([
      { field: 'annualFee', aspect: 'value', subject: null, was: '2400000.00', becomes: '2450000.00' },
    ]);
  });
});
