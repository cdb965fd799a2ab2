import { dayAt, dayOf, monthsAfter } from '../../src/platform/calendar';
import { parties, type Parties } from '../assessment/support/parties';
import { enrolStaff, person } from '../staffing/support';
import type { Api } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  type Agreement,
  confirm,
  newProposal,
  register,
  type Registration,
  validRegistration,
  tryConfirm,
  tryRegister,
  withdraw,
  withdrawAs,
  ZONES,
} from './support/agreements';
import { organisationId } from './support/people';
import { refusals, agreementOf, take } from './support/proposals';
import { codesAndPaths, completion, setTargets } from './support/questions';

/** What a proposal says: its bounds, its targets, its revisions, and what it does not take before it is confirmed. */
let api: Api;
let who: Parties;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});

/** What a proposal says, changed. */
async function revision({ station }: Agreement, changes: Registration = {}): Promise<Registration> {
  return validRegistration(api, { newStation: null, stationId: station.id, ...changes });
}
const over = (startsOn: string, endsOn: string): Registration => ({
  startsOn,
  endsOn,
  terms: [{ name: '期', startsOn, endsOn }],
});
const calls = { indicator: 'HOTLINE', measure: 'CALLS' };
const targetsOf = async ({ id }: { id: string }): Promise<string[]> => {
  const rows = await api.world.ownerQuery<{ row: string }>(
    `select concat_ws(' ', m.name, coalesce(z.name, '-'), coalesce(p.name, '-'), t.indicator_code, t.value) as row
       from core.target t join core.term m on m.id = t.term_id left join core.zone z on z.id = t.zone_id
       left join core.project p on p.id = t.project_id where t.agreement_id = $1 order by 1`,
    [id],
  );
  return rows.map(({ row }) => row);
};

describe('a revision', () => {
  let proposal: Agreement;
  beforeEach(async () => {
    proposal = await newProposal(api);
  });
  afterEach(async () => {
    await withdraw(api, proposal);
  });

  test('keeps the ids of parts that keep their name, and counts up', async () => {
    const [east, west] = proposal.zones;
    const zones = [
      { name: '北片', points: ['西一', '北一'] },
      { name: ' 西片 ', points: ['西二'] },
      { name: '东片', points: ['东一', '东二'] },
    ];
    const revised = await take(who.operator, 'reviseProposal', {
      id: proposal.id,
      input: await revision(proposal, { zones, annualFee: '100', projects: [] }),
    });
    expect(revised).toMatchObject({ state: 'PROPOSED', revision: 2 });
    expect(revised.zones.map(({ name }) => name)).toEqual(['北片', '西片', '东片']);
    expect(revised.zones[1]!.id).toBe(west!.id);
    expect(revised.zones[2]).toEqual(east);
    const pointOf = (name: string): string | undefined =>
      proposal.points.find((point) => point.name === name)?.id;
    expect(revised.zones[0]!.points[0]).toEqual({ id: pointOf('西一'), name: '西一' });
    expect(revised.zones[0]!.points[1]!.id).not.toBe(pointOf('南一'));
    const seen = await confirm(api, proposal);
    expect(seen.projects).toEqual([]);
    expect(seen.terms).toEqual(proposal.terms);
  });

  test('moves days and terms, also into each other’s place', async () => {
    const two = (first: string, second: string): Registration[] => [
      { name: first, startsOn: '2024-01-01', endsOn: '2024-06-30' },
      { name: second, startsOn: '2024-07-01', endsOn: '2024-12-31' },
    ];
    const first = await revision(proposal, { terms: two('上', '下') });
    await take(who.operator, 'reviseProposal', { id: proposal.id, input: first });
    const swapped = await revision(proposal, { terms: two('下', '上') });
    const { revision: number } = await take(who.operator, 'reviseProposal', {
      id: proposal.id,
      input: swapped,
    });
    expect(number).toBe(3);
    const { terms } = await confirm(api, proposal);
    expect(terms.map(({ name, startsOn }) => `${name} ${startsOn}`)).toEqual([
      '下 2024-01-01',
      '上 2024-07-01',
    ]);
  });

  test('is the proposer’s alone, keeps the parties and the station, and is refused with all its faults', async () => {
    const revise = async (client = who.operator, changes: Registration = {}): Promise<string[]> =>
      refusals(client, 'reviseProposal', { id: proposal.id, input: await revision(proposal, changes) });
    for (const client of [who.purchaser, who.bureau, who.city]) {
      expect(await revise(client)).toEqual(['NOT_YOUR_PROPOSAL id']);
    }
    const other = await newProposal(api);
    expect(
      (
        await revise(who.operator, {
          operatorId: who.otherAssessorId,
          purchaserId: who.assessorId,
          stationId: other.station.id,
          annualFee: '-1',
          targets: [{ term: '无', ...calls, value: '1' }],
        })
      ).sort(),
    ).toEqual([
      'NEGATIVE annualFee',
      'PARTIES_ARE_FIXED operatorId',
      'PARTIES_ARE_FIXED purchaserId',
      'PARTIES_ARE_FIXED stationId',
      'TERM_NOT_FOUND targets.0.term',
    ]);
    await withdraw(api, other);
    expect(await agreementOf(who.operator, proposal)).toMatchObject({ revision: 1 });
    await confirm(api, proposal);
    expect(await revise()).toEqual(['NOT_PROPOSED id']);
  });

  test('keeps the targets of the parts that stay, or replaces them by those given', async () => {
    const [{ id: termId }, [east, west]] = [proposal.terms[0]!, proposal.zones];
    const errors = await setTargets(
      who.operator,
      proposal.id,
      [east!, west!].map(({ id: zoneId }) => ({ termId, zoneId, ...calls, value: '5' })),
    );
    expect(errors).toEqual([]);
    expect(await agreementOf(who.operator, proposal)).toMatchObject({ revision: 2 });
    const kept = await revision(proposal, { zones: ZONES.slice(1) });
    await take(who.operator, 'reviseProposal', { id: proposal.id, input: kept });
    expect(await targetsOf(proposal)).toEqual(['年度 西片 - HOTLINE 5.00']);
    const replaced = await revision(proposal, { targets: [{ term: '年度', ...calls, value: '7' }] });
    await take(who.operator, 'reviseProposal', { id: proposal.id, input: replaced });
    expect(await targetsOf(proposal)).toEqual(['年度 - - HOTLINE 7.00']);
    const { rows } = await completion(who.purchaser, proposal.id);
    expect(rows.map(({ total }) => total.target)).toEqual(['7']);
    const none = await revision(proposal, { targets: [] });
    await take(who.operator, 'reviseProposal', { id: proposal.id, input: none });
    expect(await targetsOf(proposal)).toEqual([]);
  });

  test('does not take a zone from staff', async () => {
    await enrolStaff(who.operator, proposal.id, person('甲', { zoneIds: [proposal.zones[0]!.id] }));
    const input = await revision(proposal, { zones: ZONES.slice(1) });
    expect(await refusals(who.operator, 'reviseProposal', { id: proposal.id, input })).toEqual([
      'ZONE_HAS_STAFF zones',
    ]);
    expect((await agreementOf(who.operator, proposal)).zones).toHaveLength(3);
  });
});

describe('targets in the registration', () => {
  const targets = [
    { term: '年度', zone: ' 东片', project: '核心', ...calls, value: '10' },
    { term: '年度', zone: '西片', project: '重点', ...calls, value: '20' },
  ];

  test('are those of the agreement, registered by a bureau or proposed by a party', async () => {
    for (const client of [who.bureau, who.operator, who.purchaser]) {
      const agreement = await register(client, await validRegistration(api, { targets }));
      expect(await targetsOf(agreement)).toEqual([
        '年度 东片 核心 HOTLINE 10.00',
        '年度 西片 重点 HOTLINE 20.00',
      ]);
      const { rows } = await completion(who.city, agreement.id);
      expect(rows.map(({ total }) => total.target)).toEqual(['30']);
      await withdrawAs(client, agreement);
    }
  });

  test.each([
    ['an unknown term', { term: '下年' }, ['TERM_NOT_FOUND targets.0.term']],
    ['an unknown zone', { zone: '北片' }, ['ZONE_NOT_FOUND targets.0.zone']],
    ['an unknown project', { project: '特色' }, ['PROJECT_NOT_FOUND targets.0.project']],
    ['an unknown indicator', { indicator: 'X' }, ['UNKNOWN_INDICATOR targets.0.indicator']],
    ['an unknown measure', { measure: 'X' }, ['UNKNOWN_MEASURE targets.0.measure']],
    ['less than nothing', { value: '-1' }, ['NEGATIVE_QUANTITY targets.0.value']],
    ['a part of a call', { value: '0.5' }, ['TOO_MANY_DECIMALS targets.0.value']],
    ['a target twice', { zone: '西片', project: '重点' }, ['TARGET_TWICE targets.1']],
    [
      'one without a zone beside one with it',
      { zone: null },
      ['TARGETS_MIX_ZONES targets.0.zone', 'TARGETS_MIX_ZONES targets.1.zone'],
    ],
  ])('are refused with their path: %s', async (_, changes, expected) => {
    const input = await validRegistration(api, { targets: [{ ...targets[0]!, ...changes }, targets[1]!] });
    for (const client of [who.bureau, who.operator]) {
      const { agreement, userErrors } = await tryRegister(client, input);
      expect(agreement).toBeNull();
      expect(codesAndPaths(userErrors).sort()).toEqual(expected);
    }
  });
});

describe('bounds', () => {
  const faultsOf = async (changes: Registration): Promise<string[]> => {
    const { agreement, userErrors } = await tryRegister(who.operator, await validRegistration(api, changes));
    if (agreement) await withdraw(api, agreement);
    return codesAndPaths(userErrors);
  };

  test('an agreement lasts at most six years', async () => {
    expect(await faultsOf(over('2024-01-01', '2029-12-31'))).toEqual([]);
    expect(await faultsOf(over('2024-01-01', '2030-01-01'))).toEqual(['AGREEMENT_TOO_LONG endsOn']);
  });

  test('it starts at most 18 months ahead, and may lie in the past', async () => {
    const ahead = (months: number): string => monthsAfter(`${dayOf(api.clock.now()).slice(0, 7)}-01`, months);
    expect(await faultsOf(over(ahead(18), dayAt(ahead(18), 300)))).toEqual([]);
    expect(await faultsOf(over(ahead(19), dayAt(ahead(19), 300)))).toEqual(['STARTS_TOO_LATE startsOn']);
    expect(await faultsOf(over('2001-01-01', '2001-12-31'))).toEqual([]);
  });

  test('it has at most 500 points, and at most 500 zones', async () => {
    const names = (of: string, count: number): string[] =>
      Array.from({ length: count }, (_, at) => `${of}${at}`);
    expect(await faultsOf({ zones: [{ name: '一', points: names('点', 500) }] })).toEqual([]);
    expect(await faultsOf({ zones: [{ name: '一', points: names('点', 501) }] })).toEqual(['TOO_MANY zones']);
    const zones = names('片', 501).map((name) => ({ name, points: [`${name}点`] }));
    expect(await faultsOf({ zones: zones.slice(1) })).toEqual([]);
    expect(await faultsOf({ zones })).toContain('TOO_MANY zones');
  });
});

test('a new station takes its name with the confirmation, and a taken one is refused at once', async () => {
  const newStation = { name: '先到先得站', street: '某街', districtCode: '440103' };
  const first = await newProposal(api, { newStation });
  const second = await register(who.purchaser, await validRegistration(api, { newStation }));
  expect(codesAndPaths((await tryConfirm(who.operator, second)).userErrors)).toEqual([]);
  expect(codesAndPaths((await tryConfirm(who.purchaser, first)).userErrors)).toEqual([
    'STATION_NAME_TAKEN id',
  ]);
  expect(await agreementOf(who.purchaser, first)).toMatchObject({ state: 'PROPOSED', revision: 1 });
  const third = await tryRegister(who.operator, await validRegistration(api, { newStation }));
  expect(codesAndPaths(third.userErrors)).toEqual(['STATION_NAME_TAKEN newStation.name']);
  await withdraw(api, first);
});

test('an operator and a street have at most 20 open proposals; one that ends makes room', async () => {
  const purchaserId = await organisationId(api, '广州市荔湾区人民政府中南街道办事处');
  const another = async (): Promise<Agreement[]> => {
    const input = await validRegistration(api, { purchaserId });
    const { agreement, userErrors } = await tryRegister(who.operator, input);
    expect(codesAndPaths(userErrors)).toEqual(agreement ? [] : ['TOO_MANY_PROPOSALS operatorId']);
    return agreement ? [agreement] : [];
  };
  const open = (await Promise.all(Array.from({ length: 23 }, another))).flat();
  expect(open).toHaveLength(20);
  await withdraw(api, open[0]!);
  await take(who.otherPurchaser, 'declineAgreement', { id: open[1]!.id, reason: '重复' });
  open.push(...(await another()), ...(await another()), ...(await another()));
  expect(open).toHaveLength(22);
  // Of another street, or registered by a bureau as confirmed, they are not counted.
  await withdraw(api, await newProposal(api));
  await register(who.bureau, await validRegistration(api, { purchaserId }));
  for (const proposal of open) await withdraw(api, proposal);
});

test('a proposal lapses 180 days after it was made, as if withdrawn', async () => {
  const proposal = await newProposal(api);
  const setBack = async (days: number): Promise<unknown> =>
    api.world.ownerQuery(
      `update core.agreement set registered_at = now() - interval '${days} days' + interval '5 minutes' where id = $1`,
      [proposal.id],
    );
  await setBack(180);
  expect(await agreementOf(who.purchaser, proposal)).toMatchObject({ state: 'PROPOSED' });
  await setBack(181);
  expect(await agreementOf(who.purchaser, proposal)).toMatchObject({ state: 'WITHDRAWN' });
  for (const client of [who.purchaser, who.bureau, who.city]) {
    expect(await refusals(client, 'confirmAgreement', proposal)).toEqual(['NOT_PROPOSED id']);
    expect(await refusals(client, 'declineAgreement', { id: proposal.id, reason: '晚' })).toEqual([
      'NOT_PROPOSED id',
    ]);
  }
  expect(
    await refusals(who.operator, 'reviseProposal', { id: proposal.id, input: await revision(proposal) }),
  ).toEqual(['NOT_PROPOSED id']);
  const target = { termId: proposal.terms[0]!.id, ...calls, value: '1' };
  expect(codesAndPaths(await setTargets(who.operator, proposal.id, [target]))).toEqual([
    'NOT_CONFIRMED agreementId',
  ]);
});
