import { enrolOrganisation, MemberRole, OrganisationKind } from '../../src/access';
import { AuthScope } from '../../src/platform/database/auth-scope';
import { log } from '../audit/support';
import { parties, type Parties } from '../assessment/support/parties';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, newStation, register, validRegistration, tryConfirm } from './support/agreements';
import { propose, takeReasonedStep, takeStep } from './support/amendments';
import { accept, acceptedMonths, handIn, sendBack } from './support/months';
import { enrol } from './support/people';
import { calendarOf, countsOf, COUNTS, during, type Task, TASKS, tasksOf, waiting } from './support/tasks';

/** 待办: who has which, in which order, and how many statements they take. Confirmations among them. */
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

const inForce = (): Record<string, unknown> => during(`${calendar.month(1)}-01`, `${calendar.month(-6)}-28`);
const station = async (): Promise<Agreement> => newStation(api, inForce());

/** A proposal that is confirmed by others. */
async function proposal(by: Client, changes: Record<string, unknown> = {}): Promise<Agreement> {
  return register(by, await validRegistration(api, { ...inForce(), ...changes }));
}

/** An organisation without an account. */
async function addParty(kind: OrganisationKind, name: string, districtCode: string | null): Promise<string> {
  return AuthScope.run(
    api.world.database,
    async (scope) => enrolOrganisation(scope, { kind, name, shortName: null, districtCode }),
    'app_enrolment',
  );
}

describe('an agreement to confirm', () => {
  const task = ({ startsOn, endsOn }: Agreement): string =>
    `CONFIRM_AGREEMENT Agreement from ${startsOn} to ${endsOn} ${calendar.day(180)}`;
  const everyone = (): Client[] => [who.operator, who.purchaser, who.bureau, who.city];
  const seen = async (agreement: Agreement): Promise<number[]> =>
    Promise.all(everyone().map(async (client) => (await waiting(client, agreement)).length));

  test('waits for the administrators of the other party alone, until it lapses or is confirmed', async () => {
    const agreement = await proposal(who.operator);
    expect(await waiting(who.purchaser, agreement)).toEqual([task(agreement)]);
    expect(await seen(agreement)).toEqual([0, 1, 0, 0]);
    const street = '广州市荔湾区逢源街道办事处';
    const manager = await enrol(api, street, MemberRole.MANAGER, 'manager@street-tasks.example');
    expect(await waiting(manager, agreement)).toEqual([]);
    await tryConfirm(who.purchaser, agreement);
    expect(await waiting(who.purchaser, agreement, 'CONFIRM_AGREEMENT')).toEqual([]);

    const other = await proposal(who.purchaser);
    expect(await seen(other)).toEqual([1, 0, 0, 0]);
    await api.world.ownerQuery(
      `update core.agreement set registered_at = now() - interval '181 days' where id = $1`,
      [other.id],
    );
    expect(await seen(other)).toEqual([0, 0, 0, 0]);
  });

  test('of a bureau, where it needs both, waits for each of them until it has confirmed', async () => {
    const agreement = await proposal(who.operator);
    // As from before bureaus confirmed what they register.
    await api.world.ownerQuery(
      `update core.agreement set proposed_by =
         (select organisation_id from core.member where email = 'admin@liwan-bureau.example') where id = $1`,
      [agreement.id],
    );
    expect(await seen(agreement)).toEqual([1, 1, 0, 0]);
    await tryConfirm(who.operator, agreement);
    expect(await seen(agreement)).toEqual([0, 1, 0, 0]);
    await tryConfirm(who.purchaser, agreement);
    expect(await waiting(who.purchaser, agreement, 'CONFIRM_AGREEMENT')).toEqual([]);
  });

  test('of a party without an account waits for its bureau, and where the district has none for the city’s', async () => {
    const purchaserId = await addParty(OrganisationKind.PURCHASER, '无人街道办事处', '440103');
    expect(await seen(await proposal(who.operator, { purchaserId }))).toEqual([0, 0, 1, 0]);
    const remote = await proposal(who.operator, {
      purchaserId: await addParty(OrganisationKind.PURCHASER, '海珠某街道办事处', '440105'),
      newStation: { name: '海珠某站', street: '某街', districtCode: '440105' },
    });
    expect(await seen(remote)).toEqual([0, 0, 0, 1]);
  });

  test('that ended more than 120 days ago is no task', async () => {
    const [recent, old] = [calendar.day(-120), calendar.day(-121)];
    expect(await seen(await proposal(who.operator, during(calendar.day(-200), recent)))).toEqual([
      0, 1, 0, 0,
    ]);
    expect(await seen(await proposal(who.operator, during(calendar.day(-200), old)))).toEqual([0, 0, 0, 0]);
  });
});

describe('an amendment to confirm', () => {
  const amendmentOf = async (by: Client, agreement: Agreement, more: object = {}) => {
    const effectiveOn = calendar.day(10);
    const given = { agreementId: agreement.id, effectiveOn, annualFee: '100', ...more };
    const { amendment, userErrors } = await propose(by, given);
    if (!amendment) throw new Error(JSON.stringify(userErrors));
    return amendment;
  };
  const to = async (client: Client, agreement: Agreement): Promise<string[]> =>
    waiting(client, agreement, 'CONFIRM_AMENDMENT');

  test('waits for the other party by the day it is to be in force, and is named by its number', async () => {
    const agreement = await station();
    const { id } = await amendmentOf(who.operator, agreement);
    const day = calendar.day(10);
    expect(await to(who.purchaser, agreement)).toEqual([`CONFIRM_AMENDMENT Amendment from ${day} on ${day}`]);
    for (const client of [who.operator, who.bureau, who.city])
      expect(await to(client, agreement)).toEqual([]);
    const [task] = await tasksOf(who.purchaser, { kinds: ['CONFIRM_AMENDMENT'] });
    expect(task!.subjectId).toBe(id);
    await takeReasonedStep(who.purchaser, 'declineAmendment', id, '不同意');
    expect(await to(who.purchaser, agreement)).toEqual([]);

    const second = await amendmentOf(who.purchaser, agreement, { documentNumber: '荔民〔2026〕7号' });
    expect(await to(who.operator, agreement)).toEqual([`CONFIRM_AMENDMENT 荔民〔2026〕7号 ${day}`]);
    expect(await to(who.purchaser, agreement)).toEqual([]);
    await takeStep(who.operator, 'confirmAmendment', second.id);
    expect(await to(who.operator, agreement)).toEqual([]);
  });

  test('from a day in an accepted month waits for the bureau alone', async () => {
    const agreement = await station();
    await acceptedMonths(who.operator, who.purchaser, agreement.id, calendar.month(1));
    const effectiveOn = `${calendar.month(1)}-15`;
    await amendmentOf(who.operator, agreement, { effectiveOn });
    expect(await to(who.bureau, agreement)).toEqual([
      `CONFIRM_AMENDMENT Amendment from ${effectiveOn} on ${effectiveOn}`,
    ]);
    for (const client of [who.operator, who.purchaser, who.city]) {
      expect(await to(client, agreement)).toEqual([]);
    }
  });

  test('whose month is accepted after it was proposed waits for the bureau from then on', async () => {
    const agreement = await station();
    const month = calendar.month(1);
    const effectiveOn = `${month}-15`;
    await amendmentOf(who.operator, agreement, { effectiveOn });
    const task = `CONFIRM_AMENDMENT Amendment from ${effectiveOn} on ${effectiveOn}`;
    const seen = async (): Promise<string[][]> =>
      Promise.all([who.purchaser, who.bureau, who.city].map(async (client) => to(client, agreement)));
    await handIn(who.operator, agreement.id, month);
    expect(await seen()).toEqual([[task], [], []]);
    await accept(who.purchaser, `${agreement.id}.${month}`);
    expect(await seen()).toEqual([[], [task], []]);
    // Sent back, the month leaves it to the other party again.
    await sendBack(who.bureau, `${agreement.id}.${month}`, '更正');
    expect(await seen()).toEqual([[task], [], []]);
  });
});

describe('the list', () => {
  let tasks: Task[];
  beforeAll(async () => {
    // Months without a due day there are none: concerns may have none.
    for (const ago of [1, 2]) await newStation(api, during(`${calendar.month(ago)}-01`, calendar.day(100)));
    tasks = await tasksOf(who.operator);
  });

  test('begins with what is most urgent: the earliest due day', () => {
    const days = tasks.map(({ dueOn }) => dueOn ?? '9999');
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...days].sort());
  });

  test('takes its beginning, and the kinds that are asked for', async () => {
    expect(await tasksOf(who.operator, { first: 3 })).toEqual(tasks.slice(0, 3));
    const kinds = ['HAND_IN_MONTH', 'MONTH_SENT_BACK'];
    expect(await tasksOf(who.operator, { kinds })).toEqual(tasks.filter(({ kind }) => kinds.includes(kind)));
    expect(await tasksOf(who.operator, { kinds: ['ACCEPT_MONTH'] })).toEqual([]);
    expect(await tasksOf(who.operator, { kinds: [] })).toEqual([]);
    for (const first of [0, 101]) {
      const { errors } = await who.operator.ask(TASKS, { first });
      expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });

  test('is counted by kind, with what is overdue', async () => {
    for (const client of [who.operator, who.purchaser, who.bureau, who.city]) {
      const all = await tasksOf(client);
      const kinds = [...new Set(all.map(({ kind }) => kind))];
      const counts = await countsOf(client);
      expect(counts.map(({ kind }) => kind).sort()).toEqual(kinds.sort());
      for (const { kind, count, overdue } of counts) {
        const those = all.filter((one) => one.kind === kind);
        expect([kind, count, overdue]).toEqual([
          kind,
          those.length,
          those.filter(({ dueOn }) => dueOn !== null && dueOn < calendar.today).length,
        ]);
      }
    }
    const monthly = (await countsOf(who.operator)).find(({ kind }) => kind === 'HAND_IN_MONTH')!;
    expect(monthly.overdue).toBeGreaterThan(0);
  });

  test('and its counts are one statement each, whatever the role; the agreements are another one', async () => {
    const ran = async (client: Client, query: string): Promise<Record<string, number>> => {
      const before = api.statements();
      await client.get(query);
      return Object.fromEntries(
        [...api.statements()]
          .map(([name, times]): [string, number] => [name, times - (before.get(name) ?? 0)])
          .filter(([name, times]) => times > 0 && !/^(scope\.enter$|audit\.|viewer\.read$)/.test(name)),
      );
    };
    const list = '{ viewer { tasks { kind subject dueOn } } }';
    const clients = [who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor];
    for (const client of clients) {
      expect(await ran(client, list)).toEqual({ 'task.list': 1 });
      expect(await ran(client, COUNTS)).toEqual({ 'task.counts': 1 });
    }
    const withAgreements = await ran(who.operator, '{ viewer { tasks { kind agreement { id startsOn } } } }');
    expect(withAgreements).toEqual({ 'task.list': 1, 'agreement.byIds': 1 });
  });

  test('of those who may do nothing is empty: a viewer, a key, the platform', async () => {
    const viewer = await enrol(api, '逢源人家', MemberRole.VIEWER, 'viewer@fengyuan-tasks.example');
    const { createApiKey } = await who.operator.get<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(input: { name: "待办" }) { secret } }',
    );
    for (const client of [
      viewer,
      api.withToken(createApiKey.secret),
      await api.as('admin@platform.example'),
    ]) {
      expect(await tasksOf(client)).toEqual([]);
      expect(await countsOf(client)).toEqual([]);
    }
    const { errors } = await api.anonymous.ask(COUNTS);
    expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('names what it is about in the language of the reader', async () => {
    const agreement = await proposal(who.operator);
    const { data } = await who.purchaser.ask<{ viewer: { tasks: Task[] } }>(
      TASKS,
      { kinds: ['CONFIRM_AGREEMENT'] },
      { 'accept-language': 'zh' },
    );
    const [task] = data!.viewer.tasks.filter((one) => one.agreement.id === agreement.id);
    expect(task!.subject).toBe(`${agreement.startsOn} 至 ${agreement.endsOn} 的协议`);
  });

  test('that a bureau reads is noted in its audit log, agreement by agreement', async () => {
    const purchaserId = await addParty(OrganisationKind.PURCHASER, '又一无人街道办事处', '440103');
    const { id } = await proposal(who.operator, { purchaserId });
    await who.bureau.get('query WhatWaits { viewer { tasks { kind } } }');
    const { nodes } = await log(api, who.bureau, { thingId: id, action: 'READ' });
    expect(nodes[0]).toMatchObject({ operation: 'WhatWaits' });
    expect(nodes[0]!.agreementIds).toContain(id);
  });
});
