import { newId } from '../../src/platform/ids';
import {
  type Agreement,
  confirm,
  demoAgreement,
  register,
  REGISTER,
  validRegistration,
} from '../api/support/agreements';
import { COMPLETION, RECORD_SERVICES } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { invite, join, NEW_PASSWORD, refusalsOf, remove, signIn, VIEWER } from '../membership/support';
import { type Entry, entriesOf, log, LOG } from './support';

const HOUR = 3_600_000;

let api: TestApi;
let fengyuan: Client;
let bureau: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await startApi();
  fengyuan = await api.as('admin@fengyuan.example');
  bureau = await api.as('admin@liwan-bureau.example');
  agreement = await demoAgreement(api, '逢源街');
});
afterAll(async () => {
  await api.close();
});

const idOf = async (client: Client): Promise<string> =>
  (await client.get<{ viewer: { id: string } }>(VIEWER)).viewer.id;

describe('the audit log', () => {
  it('is read only by the ADMIN of an organisation', async () => {
    for (const role of ['MANAGER', 'WORKER', 'VIEWER']) {
      const { client } = await join(api, fengyuan, { role });
      expect(await refusalsOf(client, LOG)).toEqual(['FORBIDDEN']);
    }
    expect(await refusalsOf(api.anonymous, LOG)).toEqual(['UNAUTHENTICATED']);
  });

  it('shows an organisation its own entries and no other', async () => {
    for (const account of ['fengyuan', 'datong', 'liwan-bureau', 'fengyuan-street', 'assessor', 'platform']) {
      const client = await api.as(`admin@${account}.example`);
      await client.ask(COMPLETION, { id: newId() });
      const { nodes, totalCount } = await log(api, client);
      const rows = await api.world.ownerQuery<{ id: string }>(
        `select e.id from core.audit_entry e join core.member m on m.organisation_id = e.organisation_id
          where m.email = $1 order by e.at desc, e.id desc limit 100`,
        [`admin@${account}.example`],
      );
      expect(totalCount).toBeGreaterThan(0);
      expect(nodes.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    }
  });

  it('tells what was done from what was refused', async () => {
    await (await join(api, fengyuan, { role: 'WORKER' })).client.ask(LOG);
    const refused = await log(api, fengyuan, { outcome: 'REFUSED' });
    expect(refused.nodes[0]!.action).toBe('REFUSED');
    const done = await log(api, fengyuan, { outcome: 'DONE' });
    expect(done.nodes.filter(({ action }) => /REFUSED|FAILED/.test(action))).toEqual([]);
    expect(refused.totalCount + done.totalCount).toBe((await log(api, fengyuan)).totalCount);
  });

  it('has old and new values', async () => {
    const { member } = await invite(fengyuan, { role: 'WORKER', displayName: '旧名' });
    const input = { memberId: member.id, role: 'MANAGER', displayName: '新名' };
    await fengyuan.get(
      'mutation($input: ChangeMemberInput!) { changeMember(input: $input) { member { id } } }',
      {
        input,
      },
    );
    const { nodes } = await log(api, fengyuan, { thingId: member.id });
    expect(nodes.map(({ action }) => action)).toEqual(['MEMBER_CHANGED', 'MEMBER_INVITED']);
    expect(JSON.parse(nodes[0]!.before!)).toMatchObject({ displayName: '旧名', role: 'WORKER' });
    expect(JSON.parse(nodes[0]!.after!)).toMatchObject({ displayName: '新名', role: 'MANAGER' });
    expect(nodes[0]).toMatchObject({ memberId: await idOf(fengyuan), thing: 'Member' });
  });

  it('is filtered by member, action and target, combined with AND', async () => {
    const [one, two] = [await join(api, fengyuan), await join(api, fengyuan)];
    for (const { client } of [one, two]) await client.ask(COMPLETION, { id: newId() });
    const own = await log(api, fengyuan, { memberId: one.id });
    expect(new Set(own.nodes.map(({ memberId }) => memberId))).toEqual(new Set([one.id]));
    expect(own.nodes.map(({ action }) => action)).toEqual(['REFUSED', 'SIGNED_IN', 'INVITATION_ACCEPTED']);
    expect(own.totalCount).toBe(3);
    const about = await log(api, fengyuan, { thingId: two.id });
    expect(about.nodes.map(({ action }) => action)).toEqual(['INVITATION_ACCEPTED', 'MEMBER_INVITED']);
    const both = await log(api, fengyuan, {
      memberId: two.id,
      thingId: two.id,
      action: 'INVITATION_ACCEPTED',
    });
    expect(both.nodes).toHaveLength(1);
  });

  it('finds nothing for foreign, unknown and malformed ids alike', async () => {
    const foreign = await idOf(await api.as('admin@datong.example'));
    for (const filter of [
      ...[foreign, newId(), 'malformed', ''].flatMap((id) => [{ memberId: id }, { thingId: id }]),
      ...['NONSENSE', '', 'a\u0000b', "' or true --"].map((action) => ({ action })),
      { from: '2024-01-02', to: '2024-01-01' },
    ]) {
      expect(await log(api, fengyuan, filter)).toMatchObject({ totalCount: 0, nodes: [] });
    }
  });

  it('is paginated, the newest first, without gaps or repeats', async () => {
    const member = await join(api, fengyuan);
    for (let at = 0; at < 7; at += 1) {
      if (at % 3 === 0) api.clock.advance(1000);
      await member.client.ask(COMPLETION, { id: newId() });
    }
    const filter = { memberId: member.id };
    const all = (await log(api, fengyuan, filter)).nodes;
    expect(all).toHaveLength(9);
    expect([...all].sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at }) => at)).toEqual(
      all.map(({ at }) => at),
    );
    const turned: Entry[] = [];
    let after: string | null = null;
    do {
      const page = await log(api, fengyuan, filter, { first: 2, after });
      expect(page.totalCount).toBe(9);
      turned.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(turned).toEqual(all);
  });

  it('refuses a malformed cursor or page size', async () => {
    const cursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');
    const id = newId();
    const moments = ['yesterday', 'infinity', '2024-02-30T00:00:00.000Z', "2024-01-01'"];
    const cursors = ['nonsense', cursor([id]), ...moments.map((at) => cursor([at, id]))];
    for (const page of [{ first: 0 }, { first: 101 }, ...cursors.map((after) => ({ after }))]) {
      expect(await refusalsOf(fengyuan, LOG, page)).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('a write that is rolled back', () => {
  it('leaves no entry of its success', async () => {
    const count = async (): Promise<unknown> =>
      api.world.ownerQuery(
        `select action, count(*) from core.audit_entry where action <> 'SIGNED_IN' group by 1`,
      );
    const invited = await invite(fengyuan);
    const registration = await validRegistration(api);
    await confirm(api, await register(fengyuan, registration));
    await api.server.trail.settled();
    const before = await count();
    // The station name and the e-mail are taken by now: both are detected by constraints, during the write.
    const { data } = await fengyuan.ask<{ registerAgreement: { userErrors: unknown[] } }>(REGISTER, {
      input: registration,
    });
    expect(data?.registerAgreement.userErrors).toHaveLength(1);
    const input = { email: invited.member.email, displayName: 'x', role: 'WORKER' };
    await fengyuan.get('mutation($input: InviteMemberInput!) { inviteMember(input: $input) { expiresAt } }', {
      input,
    });
    const records = [
      { indicator: 'HOTLINE', occurredOn: '1999-01-01', quantities: [{ measure: 'CALLS', value: '1' }] },
    ];
    await fengyuan.get(RECORD_SERVICES, { input: { agreementId: agreement.id, records } });
    await api.server.trail.settled();
    expect(await count()).toEqual(before);
  });
});

describe('a bureau', () => {
  const looks = async (client: Client, memberId: string): Promise<Entry[]> =>
    (await log(api, client, { action: 'READ', memberId })).nodes;

  it('leaves one entry per operation, with its name and the agreements that it read', async () => {
    const officer = await join(api, bureau, { role: 'VIEWER', displayName: '科员' });
    await officer.client.get(
      `query Overview($id: ID!) {
      agreement(id: $id) { completion { rows { total { completed } } } }
      stations { nodes { agreements { nodes { id terms { name } } } } }
      viewer { displayName }
    }`,
      { id: agreement.id },
    );
    const [line, another] = await looks(bureau, officer.id);
    const mine = await officer.client.get<{
      stations: { nodes: { agreements: { nodes: { id: string }[] } }[] };
    }>('{ stations { nodes { agreements { nodes { id } } } } }');
    const ids = mine.stations.nodes.flatMap(({ agreements }) => agreements.nodes.map(({ id }) => id));
    expect(another).toBeUndefined();
    expect(line).toMatchObject({ memberName: '科员', operation: 'Overview', remoteAddress: '127.0.0.1' });
    expect(line!.agreementIds!.sort()).toEqual(ids.sort());
    expect(ids).toContain(agreement.id);
  });

  it.each([
    ['a record', 'query($id: ID!) { node(id: $id) { ... on ServiceRecord { occurredOn } } }', 'record'],
    ['a term', 'query($id: ID!) { node(id: $id) { ... on Term { name } } }', 'term'],
    ['a zone', 'query($id: ID!) { node(id: $id) { ... on Zone { name } } }', 'zone'],
    [
      'the day of a station',
      'query($id: ID!) { station(id: $id) { agreementOn(date: "DAY") { id } } }',
      'station',
    ],
  ])('that reads %s leaves the agreement', async (_, query, kind) => {
    const officer = await join(api, bureau, { role: 'VIEWER' });
    const [record] = await api.world.ownerQuery<{ id: string }>(
      'select id from core.service_record where agreement_id = $1 limit 1',
      [agreement.id],
    );
    const ids: Record<string, string> = {
      record: record!.id,
      term: agreement.terms[0]!.id,
      zone: agreement.zones[0]!.id,
      station: agreement.station.id,
    };
    await officer.client.get(query.replace('DAY', agreement.startsOn), { id: ids[kind] });
    expect((await looks(bureau, officer.id)).map(({ agreementIds }) => agreementIds)).toEqual([
      [agreement.id],
    ]);
  });

  it('that reads sums leaves an entry too, and one that reads no service data leaves none', async () => {
    const officer = await join(api, bureau, { role: 'VIEWER' });
    await officer.client.get(
      '{ viewer { id } districts { name } organisations { totalCount } indicators { code } }',
    );
    expect(await looks(bureau, officer.id)).toEqual([]);
    await officer.client.get(
      `query Sums { analytics(input: { groupBy: [STATION], from: "2022-01", to: "2022-12" }) { rows { completed } } }`,
    );
    expect(await looks(bureau, officer.id)).toMatchObject([{ operation: 'Sums', agreementIds: [] }]);
  });

  it('that reads a figure without its records leaves an entry, with the agreement if it names one', async () => {
    const officer = await join(api, bureau, { role: 'VIEWER' });
    const explain = 'query Figure($cell: CellInput!) { explain(cell: $cell) { completed } }';
    const cell = { indicator: 'HOTLINE', measure: 'CALLS', from: '2024-01-01', to: '2025-12-31' };
    await officer.client.get(explain, { cell });
    expect(await looks(bureau, officer.id)).toMatchObject([{ operation: 'Figure', agreementIds: [] }]);
    await officer.client.get(explain, { cell: { ...cell, agreementId: agreement.id } });
    const [latest] = await looks(bureau, officer.id);
    expect(latest).toMatchObject({ operation: 'Figure', agreementIds: [agreement.id] });
  });

  it('shows its reads only to its own ADMIN, not to the organisations it read', async () => {
    const officer = await join(api, bureau, { role: 'VIEWER' });
    await officer.client.get(COMPLETION, { id: agreement.id });
    const { nodes } = await log(api, bureau, { thingId: agreement.id, action: 'READ' });
    expect(nodes[0]).toMatchObject({ memberId: officer.id });
    expect((await log(api, fengyuan, { action: 'READ' })).nodes).toEqual([]);
    const city = await api.as('admin@guangzhou-bureau.example');
    expect((await log(api, city, { memberId: officer.id })).nodes).toEqual([]);
    await remove(bureau, officer.id);
    expect((await looks(bureau, officer.id)).length).toBe(1);
  });

  it('leaves its reads also when part of the response is refused', async () => {
    const officer = await join(api, bureau, { role: 'VIEWER' });
    const answer = await officer.client.ask(
      `query Half($id: ID!, $other: ID!) { agreement(id: $id) { id } other: agreement(id: $other) { id } }`,
      { id: agreement.id, other: newId() },
    );
    expect((await entriesOf(api, answer)).map(({ action }) => action).sort()).toEqual(['READ', 'REFUSED']);
  });

  it('leaves entries of its reads, unlike an operator that reads its own data', async () => {
    const worker = await join(api, fengyuan);
    expect(await entriesOf(api, await worker.client.ask(COMPLETION, { id: agreement.id }))).toEqual([]);
  });
});

it('the days of the filter are those of Guangzhou, not of UTC', async () => {
  const member = await join(api, fengyuan);
  const asAt = async (email: string, password?: string): Promise<Client> =>
    api.withToken((await signIn(api, email, password)).accessToken!);
  /** Causes a refusal at an hour of the next day; returns the day. */
  const askAt = async (hour: number, minute = 0): Promise<string> => {
    const past = (api.clock.now().getTime() + 8 * HOUR) % (24 * HOUR);
    api.clock.advance(24 * HOUR - past + hour * HOUR + minute * 60_000);
    await (await asAt(member.email, NEW_PASSWORD)).ask(COMPLETION, { id: newId() });
    return new Date(api.clock.now().getTime() + 8 * HOUR).toISOString().slice(0, 10);
  };
  const [late, early, morning] = [await askAt(23, 59), await askAt(0), await askAt(7, 59)];
  const admin = await asAt('admin@fengyuan.example');
  const count = async (days: Record<string, string>): Promise<number> =>
    (await log(api, admin, { memberId: member.id, action: 'REFUSED', ...days })).totalCount;
  expect(await count({ from: late, to: late })).toBe(1);
  expect(await count({ from: early, to: early })).toBe(1);
  expect(await count({ from: morning, to: morning })).toBe(1);
  expect(await count({ from: late, to: early })).toBe(2);
  expect(await count({ from: early })).toBe(2);
  expect(await count({ to: late })).toBe(1);
});
