import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import { parties, type Parties, pastTheServices } from '../assessment/support/parties';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  newProposal,
  newStation,
  register,
  validRegistration,
  tryRegister,
  withdraw,
} from './support/agreements';
import { enrol } from './support/people';
import { codeOf, refusals, agreementOf, type Step, STEPS, stepsOf, take } from './support/proposals';
import { codesAndPaths } from './support/questions';

/** 登记确认: who proposes, confirms, declines and withdraws an agreement, and who sees it meanwhile. */
let api: Api;
let who: Parties;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});

const STREET = '广州市荔湾区逢源街道办事处';
const reason = '日期有误';
const proposedBy = async (client: Client, changes = {}): Promise<{ id: string }> =>
  register(client, await validRegistration(api, changes));
const nameOf = async (client: Client): Promise<string> =>
  (await client.get<{ viewer: { organisation: { name: string } } }>('{ viewer { organisation { name } } }'))
    .viewer.organisation.name;

describe('a proposal', () => {
  it.each([
    ['operator', 'purchaser'],
    ['operator', 'bureau'],
    ['operator', 'city'],
    ['purchaser', 'operator'],
    ['purchaser', 'bureau'],
    ['purchaser', 'city'],
  ] as const)('of the %s is confirmed by the %s', async (proposer, other) => {
    const proposal = await proposedBy(who[proposer]);
    const before = await agreementOf(who[other], proposal);
    expect(before).toMatchObject({ state: 'PROPOSED', revision: 1, confirmedBy: null, confirmedAt: null });
    expect(before.proposedBy.name).toBe(await nameOf(who[proposer]));
    const after = await take(who[other], 'confirmAgreement', { ...proposal, expectedRevision: 1 });
    const name = await nameOf(who[other]);
    expect(after).toMatchObject({ state: 'CONFIRMED', confirmedBy: { name }, stateReason: null });
    expect(after.confirmedAt).not.toBeNull();
    expect([after.operatorConfirmedAt !== null, after.purchaserConfirmedAt !== null]).toEqual([
      other === 'operator',
      other === 'purchaser',
    ]);
    expect(after.events).toEqual([
      { step: 'PROPOSED', revision: 1, reason: null, by: { name: await nameOf(who[proposer]) } },
      { step: 'CONFIRMED', revision: 1, reason: null, by: { name } },
    ]);
    // The same step again returns the current state, and writes nothing; anyone else gets the state.
    expect(await take(who[other], 'confirmAgreement', proposal)).toEqual(after);
    expect(await refusals(who[proposer], 'confirmAgreement', proposal)).toEqual(['NOT_PROPOSED id']);
    expect(await refusals(who[other], 'declineAgreement', { ...proposal, reason })).toEqual([
      'NOT_PROPOSED id',
    ]);
    expect(await refusals(who[proposer], 'withdrawAgreement', { ...proposal, reason })).toEqual([
      'NOT_PROPOSED id',
    ]);
  });

  it.each([
    ['operator', 'purchaser'],
    ['operator', 'city'],
    ['purchaser', 'operator'],
    ['purchaser', 'bureau'],
  ] as const)(
    'of the %s is declined by the %s, with a reason that both parties read',
    async (proposer, other) => {
      const proposal = await proposedBy(who[proposer]);
      expect(await refusals(who[other], 'declineAgreement', { ...proposal, reason: ' ' })).toEqual([
        'EMPTY_TEXT reason',
      ]);
      const declined = await take(who[other], 'declineAgreement', { ...proposal, reason });
      expect(declined).toMatchObject({ state: 'DECLINED', stateReason: reason, confirmedBy: null });
      expect(await take(who[other], 'declineAgreement', { ...proposal, reason: '再次' })).toEqual(declined);
      for (const client of [who.operator, who.purchaser, who.bureau, who.city]) {
        const seen = await agreementOf(client, proposal);
        expect(seen).toEqual(declined);
        expect(seen.events.at(-1)).toMatchObject({
          step: 'DECLINED',
          reason,
          by: { name: await nameOf(who[other]) },
        });
      }
      expect(await refusals(who.bureau, 'confirmAgreement', proposal)).toEqual(['NOT_PROPOSED id']);
      expect(await refusals(who[proposer], 'withdrawAgreement', { ...proposal, reason })).toEqual([
        'NOT_PROPOSED id',
      ]);
    },
  );

  it.each(['operator', 'purchaser'] as const)(
    'of the %s is its own to withdraw, not to confirm',
    async (proposer) => {
      const other = proposer === 'operator' ? who.purchaser : who.operator;
      const proposal = await proposedBy(who[proposer]);
      expect(await refusals(who[proposer], 'confirmAgreement', proposal)).toEqual(['OWN_PROPOSAL id']);
      expect(await refusals(who[proposer], 'declineAgreement', { ...proposal, reason })).toEqual([
        'OWN_PROPOSAL id',
      ]);
      for (const client of [other, who.bureau, who.city]) {
        expect(await refusals(client, 'withdrawAgreement', { ...proposal, reason })).toEqual([
          'NOT_YOUR_PROPOSAL id',
        ]);
      }
      const withdrawn = await take(who[proposer], 'withdrawAgreement', { ...proposal, reason });
      expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', stateReason: reason });
      expect(await take(who[proposer], 'withdrawAgreement', { ...proposal, reason })).toEqual(withdrawn);
      expect(await refusals(other, 'confirmAgreement', proposal)).toEqual(['NOT_PROPOSED id']);
      expect(stepsOf(withdrawn)).toEqual(['PROPOSED 1', 'WITHDRAWN 1']);
    },
  );

  it('is seen by both parties and their bureaus, and to anyone else is like an unknown one, at every step', async () => {
    const proposal = await newProposal(api);
    for (const client of [who.operator, who.purchaser, who.bureau, who.city]) {
      expect(await agreementOf(client, proposal)).toMatchObject({ state: 'PROPOSED' });
    }
    const outsiders = [who.otherOperator, who.otherPurchaser, who.otherBureau, who.mentors, who.assessor];
    const answer = async (client: Client, query: string, id: string): Promise<string> =>
      (await client.ask(query, { id, reason, input: { agreementId: id } })).text.replaceAll(id, '<id>');
    const READ = 'query($id: ID!) { agreement(id: $id) { state } }';
    const NODE = 'query($id: ID!) { node(id: $id) { id } }';
    for (const client of outsiders) {
      const steps = (
        ['confirmAgreement', 'declineAgreement', 'withdrawAgreement', 'recordContract'] as const
      ).map((step) => STEPS[step]);
      for (const query of [READ, NODE, ...steps]) {
        const text = await answer(client, query, proposal.id);
        expect(text).toMatch(/NOT_FOUND|FORBIDDEN/);
        expect(text).toBe(await answer(client, query, newId()));
      }
    }
    expect(await agreementOf(who.operator, proposal)).toMatchObject({ state: 'PROPOSED', revision: 1 });
    await withdraw(api, proposal);
  });

  it('is for administrators: nobody below takes a step', async () => {
    const proposal = await newProposal(api);
    const members = [
      await api.as('worker@fengyuan.example'),
      await enrol(api, '逢源人家', MemberRole.MANAGER, 'manager@fengyuan-steps.example'),
      await enrol(api, STREET, MemberRole.MANAGER, 'manager@street-steps.example'),
      await enrol(api, '广州市荔湾区民政局', MemberRole.MANAGER, 'manager@bureau-steps.example'),
      await enrol(api, STREET, MemberRole.VIEWER, 'viewer@street-steps.example'),
    ];
    const input = await validRegistration(api);
    const asked: [Step, { id: string; reason?: string; input?: object }][] = [
      ['confirmAgreement', { id: proposal.id }],
      ['declineAgreement', { id: proposal.id, reason }],
      ['withdrawAgreement', { id: proposal.id, reason }],
      ['voidAgreement', { id: proposal.id, reason }],
      ['reviseProposal', { id: proposal.id, input }],
    ];
    for (const client of members) {
      for (const [step, variables] of asked) {
        expect([step, await codeOf(client, STEPS[step], variables)]).toEqual([step, 'FORBIDDEN']);
      }
    }
    expect(await agreementOf(who.operator, proposal)).toMatchObject({ state: 'PROPOSED', revision: 1 });
    await withdraw(api, proposal);
  });

  it('is not decided past the services: the database knows whose step it is', async () => {
    const proposal = await newProposal(api);
    const confirmed = await newStation(api);
    const set = async (client: Client, values: string, { id }: { id: string } = proposal): Promise<unknown> =>
      pastTheServices(api, client, `update core.agreement set ${values} where id = '${id}' returning id`);
    const confirmation = `state = 'CONFIRMED', confirmed_by = scope.organisation_id(), confirmed_at = now()`;
    const end = (state: string): string =>
      `state = '${state}', ended_by = scope.organisation_id(), state_reason = '无'`;
    for (const [client, values, of] of [
      [who.operator, confirmation],
      [who.operator, end('DECLINED')],
      [who.purchaser, end('WITHDRAWN')],
      [who.purchaser, `annual_fee = 1`],
      [who.purchaser, `annual_fee = 1, ${confirmation}`],
      [who.purchaser, `annual_fee = 1, revision = revision + 1`],
      [who.purchaser, 'operator_confirmed_at = now()'],
      [who.operator, `annual_fee = 1`, confirmed],
      [who.bureau, `annual_fee = 1`, confirmed],
      [who.operator, end('VOID'), confirmed],
      [who.purchaser, end('VOID'), confirmed],
      [who.bureau, end('DECLINED'), confirmed],
      [who.city, `state = 'PROPOSED'`, confirmed],
    ] as [Client, string, { id: string }?][]) {
      await expect(set(client, values, of ?? proposal)).rejects.toThrow('this step is not for this member');
    }
    for (const client of [who.otherOperator, who.otherPurchaser, who.otherBureau]) {
      expect(await set(client, confirmation)).toEqual([]);
    }
    await withdraw(api, proposal);
  });
});

describe('a bureau', () => {
  it.each(['bureau', 'city'] as const)(
    '(%s) registers agreements that are confirmed at once',
    async (bureau) => {
      const { id } = await register(
        who[bureau],
        await validRegistration(api, { contractNumber: ' 采购-2024-1 ' }),
      );
      expect(await agreementOf(who.operator, { id })).toMatchObject({
        state: 'CONFIRMED',
        confirmedBy: null,
        contractNumber: '采购-2024-1',
        proposedBy: { name: await nameOf(who[bureau]) },
      });
    },
  );

  it.each([
    ['operator', 'purchaser'],
    ['purchaser', 'operator'],
  ] as const)('may propose to both parties, who both confirm: the %s, then the %s', async (first, second) => {
    const proposal = await proposedBy(who.bureau, { asProposal: true });
    expect(await refusals(who.bureau, 'confirmAgreement', proposal)).toEqual(['OWN_PROPOSAL id']);
    const half = await take(who[first], 'confirmAgreement', proposal);
    expect(half).toMatchObject({ state: 'PROPOSED', confirmedBy: null });
    expect([half.operatorConfirmedAt !== null, half.purchaserConfirmedAt !== null]).toEqual([
      first === 'operator',
      first === 'purchaser',
    ]);
    expect(await take(who[first], 'confirmAgreement', proposal)).toEqual(half);
    // A revision begins anew.
    await take(who.bureau, 'reviseProposal', {
      ...proposal,
      input: await validRegistration(api, {
        ...(await stationOf(proposal)),
        endsOn: '2024-12-30',
        terms: TERM,
      }),
    });
    expect(await refusals(who[second], 'confirmAgreement', { ...proposal, expectedRevision: 1 })).toEqual([
      'STALE_PROPOSAL expectedRevision',
    ]);
    const once = await take(who[second], 'confirmAgreement', { ...proposal, expectedRevision: 2 });
    expect(once.state).toBe('PROPOSED');
    const both = await take(who[first], 'confirmAgreement', proposal);
    expect(both).toMatchObject({ state: 'CONFIRMED', confirmedBy: { name: await nameOf(who[first]) } });
    expect(stepsOf(both)).toEqual([
      'PROPOSED 1',
      'PARTY_CONFIRMED 1',
      'REVISED 2',
      'PARTY_CONFIRMED 2',
      'CONFIRMED 2',
    ]);
  });

  it('may have another bureau confirm its proposal alone, and asProposal changes nothing for a party', async () => {
    const proposal = await proposedBy(who.bureau, { asProposal: true });
    expect(await take(who.city, 'confirmAgreement', proposal)).toMatchObject({ state: 'CONFIRMED' });
    const own = await tryRegister(who.operator, await validRegistration(api, { asProposal: false }));
    expect(codesAndPaths(own.userErrors)).toEqual([]);
    expect(own.agreement!.state).toBe('PROPOSED');
    await withdraw(api, own.agreement!);
  });
});

const TERM = [{ name: '年度', startsOn: '2024-01-01', endsOn: '2024-12-30' }];

async function stationOf({ id }: { id: string }): Promise<{ newStation: null; stationId: string }> {
  const query = 'query($id: ID!) { agreement(id: $id) { station { id } } }';
  const { agreement } = await who.city.get<{ agreement: { station: { id: string } } }>(query, { id });
  return { newStation: null, stationId: agreement.station.id };
}
