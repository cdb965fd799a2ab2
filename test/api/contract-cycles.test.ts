import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  confirm,
  newStation,
  register,
  validRegistration,
  tryRegister,
  withdrawAs,
} from './support/agreements';
import {
  type Cycle,
  cycleOf,
  type CycleInput,
  cyclesOf,
  registerCycle,
  REGISTER_CYCLE,
  tryRegisterCycle,
} from './support/cycles';
import { enrol, organisationId, signInAnew } from './support/people';
import { codesAndPaths, type UserError } from './support/questions';
import { renew } from './support/renewals';

/** 承接周期: for reference above yearly agreements, seen by its parties and their bureaus. */
let api: Api;
let operator: Client;
let street: Client;
let bureau: Client;
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
  bureau = await api.as('admin@liwan-bureau.example');
});

let numbered = 0;
async function validCycle(changes: CycleInput = {}): Promise<CycleInput> {
  numbered += 1;
  return {
    operatorId: await organisationId(api, '逢源人家'),
    purchaserId: await organisationId(api, '广州市荔湾区逢源街道办事处'),
    procurementNumber: `GZ-${numbered} 号`,
    amount: '7200000',
    startsOn: '2024-01-01',
    endsOn: '2026-12-31',
    ...changes,
  };
}

test('the street or a bureau registers it; the parties and their bureaus see it, no one else', async () => {
  for (const client of [street, bureau, await api.as('admin@guangzhou-bureau.example')]) {
    const input = await validCycle();
    const cycle = await registerCycle(client, input);
    expect(cycle).toMatchObject({
      procurementNumber: input.procurementNumber,
      amount: '7200000.00',
      startsOn: '2024-01-01',
      endsOn: '2026-12-31',
      agreements: [],
      operator: { name: '广州市荔湾区逢源人家服务中心' },
    });
    const seers = [operator, street, bureau, await api.as('worker@fengyuan.example')];
    for (const seer of seers) expect((await cyclesOf(seer)).get(cycle.id)).toEqual(cycle);
    for (const account of [
      'admin@datong.example',
      'admin@zhongnan-street.example',
      'admin@tianhe-bureau.example',
    ]) {
      expect((await cyclesOf(await api.as(account))).has(cycle.id)).toBe(false);
    }
    for (const account of ['mentoring-centre', 'assessor', 'platform']) {
      const { errors } = await (
        await api.as(`admin@${account}.example`)
      ).ask('{ contractCycles { totalCount } }');
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    }
  }
});

test.each([
  'admin@fengyuan.example',
  'worker@fengyuan.example',
  'admin@mentoring-centre.example',
  'admin@platform.example',
])('%s may not register one', async (account) => {
  const { errors } = await (await api.as(account)).ask(REGISTER_CYCLE, { input: await validCycle() });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
});

describe('a cycle is refused', () => {
  test.each<[string, CycleInput, string[]]>([
    ['that ends before it starts', { endsOn: '2023-12-31' }, ['ENDS_BEFORE_START endsOn']],
    ['without a number', { procurementNumber: ' ' }, ['EMPTY_TEXT procurementNumber']],
    ['of a negative amount', { amount: '-1' }, ['NEGATIVE amount']],
    [
      'of parties that there are not',
      { operatorId: newId(), purchaserId: 'none' },
      ['NOT_AN_OPERATOR operatorId', 'NOT_A_PURCHASER purchaserId'],
    ],
  ])('%s', async (_, changes, expected) => {
    const { cycle, userErrors } = await tryRegisterCycle(street, await validCycle(changes));
    expect([cycle, codesAndPaths(userErrors)]).toEqual([null, expected]);
  });

  test('for another street, by a street; for another district, by its bureau; with a number that the parties have', async () => {
    const zhongnan = await api.as('admin@zhongnan-street.example');
    const errorsOf = async (client: Client, input: CycleInput): Promise<string[]> =>
      codesAndPaths((await tryRegisterCycle(client, input)).userErrors);
    expect(await errorsOf(zhongnan, await validCycle())).toEqual(['NOT_YOUR_ORGANISATION purchaserId']);
    const tianhe = await api.as('admin@tianhe-bureau.example');
    expect(await errorsOf(tianhe, await validCycle())).toEqual(['PURCHASER_NOT_OF_DISTRICT purchaserId']);
    const input = await validCycle();
    await registerCycle(street, input);
    expect(await errorsOf(bureau, input)).toEqual(['CYCLE_NUMBER_TAKEN procurementNumber']);
  });
});

test('a mistake in a cycle is corrected by the street or a bureau; for others it does not exist', async () => {
  const cycle = await registerCycle(street, await validCycle());
  const taken = await registerCycle(street, await validCycle());
  const correct = `mutation($input: CorrectContractCycleInput!) {
    correctContractCycle(input: $input) { cycle { procurementNumber amount startsOn endsOn } userErrors { code path message } } }`;
  interface Corrected {
    cycle: object | null;
    userErrors: UserError[];
  }
  const ask = async (client: Client, input: CycleInput): Promise<Corrected> =>
    (await client.get<{ correctContractCycle: Corrected }>(correct, { input })).correctContractCycle;
  const corrected = { procurementNumber: `${cycle.procurementNumber} 补`, amount: '7300000.00' };
  expect(await ask(street, { id: cycle.id, ...corrected })).toEqual({
    cycle: { ...corrected, startsOn: '2024-01-01', endsOn: '2026-12-31' },
    userErrors: [],
  });
  expect((await ask(bureau, { id: cycle.id, endsOn: '2027-12-31' })).cycle).toMatchObject(corrected);
  const errorsOf = async (input: CycleInput): Promise<string[]> =>
    codesAndPaths((await ask(street, { id: cycle.id, ...input })).userErrors);
  expect(await errorsOf({ procurementNumber: taken.procurementNumber })).toEqual([
    'CYCLE_NUMBER_TAKEN procurementNumber',
  ]);
  expect(await errorsOf({ startsOn: '2028-01-01' })).toEqual(['ENDS_BEFORE_START endsOn']);
  for (const account of ['admin@zhongnan-street.example', 'admin@tianhe-bureau.example']) {
    const client = await api.as(account);
    for (const id of [cycle.id, newId(), 'none']) {
      const { errors } = await client.ask(correct, { input: { id, amount: '1' } });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    }
  }
  const { errors } = await operator.ask(correct, { input: { id: cycle.id, amount: '1' } });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
});

describe('an agreement', () => {
  let cycle: Cycle;
  beforeAll(async () => {
    cycle = await registerCycle(street, await validCycle());
  });

  test('says which year of its cycle it is, and its renewal that it is the next', async () => {
    const agreement = await newStation(api, { cycleId: cycle.id, cycleYear: 1 });
    const first = { cycle: { id: cycle.id, procurementNumber: cycle.procurementNumber }, cycleYear: 1 };
    for (const client of [operator, street, bureau])
      expect(await cycleOf(client, agreement.id)).toEqual(first);
    const mentoring = await api.as('admin@mentoring-centre.example');
    expect(await cycleOf(mentoring, agreement.id)).toEqual({ cycle: null, cycleYear: null });

    const next = { agreementId: agreement.id, startsOn: '2025-01-01', endsOn: '2025-12-31' };
    const second = await renew(operator, next);
    expect(await cycleOf(operator, second.id)).toEqual({ ...first, cycleYear: 2 });
    expect((await cyclesOf(street)).get(cycle.id)!.agreements).toEqual([
      { id: agreement.id, cycleYear: 1 },
      { id: second.id, cycleYear: 2 },
    ]);
    // Another operator has no part in the cycle, nor has what lies beyond it.
    const operatorId = await organisationId(api, '大同');
    const other = await renew(street, { ...next, operatorId });
    const beyond = await renew(operator, { ...next, endsOn: '2027-01-01' });
    for (const { id } of [other, beyond]) {
      expect(await cycleOf(street, id)).toEqual({ cycle: null, cycleYear: null });
    }
    for (const proposal of [second, beyond]) await withdrawAs(operator, proposal);
    await withdrawAs(street, other);
  });

  test('of another district’s cycle is refused as of one that there is not', async () => {
    const foreign = await registerCycle(
      await api.as('admin@guangzhou-bureau.example'),
      await validCycle({
        operatorId: await organisationId(api, '北斗星'),
        purchaserId: await organisationId(api, '广州市天河区人民政府元岗街道办事处'),
      }),
    );
    for (const cycleId of [foreign.id, newId(), 'none']) {
      const input = await validRegistration(api, { cycleId, cycleYear: 1 });
      for (const client of [operator, street, bureau]) {
        expect(codesAndPaths((await tryRegister(client, input)).userErrors)).toEqual([
          'CYCLE_NOT_FOUND cycleId',
        ]);
      }
    }
  });

  test.each<[string, (of: Cycle) => Record<string, unknown>, string[]]>([
    ['a year of no cycle', () => ({ cycleYear: 1 }), ['CYCLE_MISSING cycleId']],
    ['a cycle without a year', ({ id }) => ({ cycleId: id }), ['CYCLE_YEAR_OUT_OF_RANGE cycleYear']],
    ['year 0', ({ id }) => ({ cycleId: id, cycleYear: 0 }), ['CYCLE_YEAR_OUT_OF_RANGE cycleYear']],
    ['year 4 of 3', ({ id }) => ({ cycleId: id, cycleYear: 4 }), ['CYCLE_YEAR_OUT_OF_RANGE cycleYear']],
    [
      'days outside of it',
      ({ id }) => ({
        cycleId: id,
        cycleYear: 1,
        startsOn: '2023-12-31',
        terms: [{ name: '年度', startsOn: '2023-12-31', endsOn: '2024-12-31' }],
      }),
      ['OUTSIDE_CYCLE cycleId'],
    ],
  ])('cannot name %s', async (_, changes, expected) => {
    const { userErrors } = await tryRegister(operator, await validRegistration(api, changes(cycle)));
    expect(codesAndPaths(userErrors)).toEqual(expected);
  });

  test('cannot name the cycle of other parties, even where the bureau sees it', async () => {
    const input = { cycleId: cycle.id, cycleYear: 1, operatorId: await organisationId(api, '大同') };
    const { userErrors } = await tryRegister(bureau, await validRegistration(api, input));
    expect(codesAndPaths(userErrors)).toEqual(['CYCLE_OF_OTHERS cycleId']);
  });

  test('is put into its cycle by a revision, and keeps it when it is confirmed', async () => {
    const registration = await validRegistration(api);
    const proposal = await register(operator, registration);
    await operator.get(
      'mutation($id: ID!, $input: RegisterAgreementInput!) { reviseProposal(id: $id, input: $input) { userErrors { code } } }',
      { id: proposal.id, input: { ...registration, cycleId: cycle.id, cycleYear: 3 } },
    );
    expect((await cycleOf(street, proposal.id))!.cycleYear).toBe(3);
    await confirm(api, proposal);
    expect((await cycleOf(street, proposal.id))!.cycleYear).toBe(3);
  });

  test('is what a member limited to stations sees of a cycle', async () => {
    const agreement = await newStation(api, { cycleId: cycle.id, cycleYear: 1 });
    const other = await registerCycle(street, await validCycle());
    const email = 'limited-to-cycle@fengyuan.example';
    await enrol(api, '逢源人家', MemberRole.MANAGER, email);
    await api.world.ownerQuery(
      `with limited as (update core.member set station_limited = true, access_version = access_version + 1
         where email = $1 returning organisation_id, id)
       insert into core.member_station (organisation_id, member_id, station_id) select organisation_id, id, $2 from limited`,
      [email, agreement.station.id],
    );
    const limited = await signInAnew(api, email);
    const seen = await cyclesOf(limited);
    expect([...seen.keys()]).toEqual([cycle.id]);
    expect(seen.get(cycle.id)!.agreements).toEqual([{ id: agreement.id, cycleYear: 1 }]);
    expect(seen.has(other.id)).toBe(false);
  });
});
