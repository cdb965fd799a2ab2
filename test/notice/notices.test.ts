import type { Member } from '../../src/access';
import { message } from '../../src/messages';
import { statement } from '../../src/platform/database/statement';
import { newProposal, newStation, tryConfirm } from '../api/support/agreements';
import { handIn, sendBack } from '../api/support/months';
import { parties, type Parties } from '../assessment/support/parties';
import { addFinding, open, respond, review } from '../assessment/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { testDependencies } from '../kit/settings';
import { testClock, type TestClock } from '../kit/world';
import { createServer, type RunningServer } from '../../src/server';
import { change, join, refusalsOf, remove } from '../membership/support';
import { type Mailbox, startMailbox } from './support/mailbox';

/** 邮件提醒: who is notified by e-mail, of what, and when. */
const AGREEMENTS = statement<{ operators: number }>(
  'test.agreements',
  'select count(distinct a.organisation_id)::int as operators from core.agreement a',
);
const CHOICE = '{ viewer { mails { atOnce digest } } }';
const CHOOSE = `mutation($atOnce: Boolean!, $digest: Boolean!) {
  chooseMails(atOnce: $atOnce, digest: $digest) { choice { atOnce digest } userErrors { code } } }`;
const DAY = 86_400_000;

let mailbox: Mailbox;
let api: TestApi;
let who: Parties;
beforeAll(async () => {
  mailbox = await startMailbox();
  api = await startApi(mailbox.settings);
  who = await parties(api);
  await api.server.outbox.drive();
});
afterAll(async () => {
  await api.close();
  await mailbox.close();
});
beforeEach(() => {
  mailbox.arrived.length = 0;
});

const choose = async (client: Client, atOnce: boolean, digest = false): Promise<unknown> =>
  client.get(CHOOSE, { atOnce, digest });
const subjects = async (): Promise<string[]> => {
  await api.server.outbox.drive();
  const notified = mailbox.arrived.map(
    ({ to, subject }) => `${to.split('@')[1]!}: ${subject.split(' / ')[1]!}`,
  );
  mailbox.arrived.length = 0;
  return notified.sort();
};
const WAITS = 'Something waits for you';
const BACK = 'Something was sent back to you';

test('a member is notified of nothing until it chooses so; keys and the platform have no choice', async () => {
  const { client } = await join(api, who.operator);
  expect(await client.get(CHOICE)).toEqual({ viewer: { mails: { atOnce: false, digest: false } } });
  await choose(client, true, true);
  expect(await client.get(CHOICE)).toEqual({ viewer: { mails: { atOnce: true, digest: true } } });
  await choose(client, false);
  expect(await client.get(CHOICE)).toEqual({ viewer: { mails: { atOnce: false, digest: false } } });
  const platform = await api.as('admin@platform.example');
  expect(await platform.get(CHOICE)).toEqual({ viewer: { mails: null } });
  expect(await refusalsOf(platform, CHOOSE, { atOnce: true, digest: true })).toEqual(['FORBIDDEN']);
});

test('what waits for one, or was sent back to one, is mailed at once, to those who can do something about it', async () => {
  const { operator, purchaser, bureau, otherOperator, otherPurchaser } = who;
  for (const client of [operator, purchaser, bureau, otherOperator, otherPurchaser])
    await choose(client, true);
  const viewer = await join(api, operator, { role: 'VIEWER' });
  await choose(viewer.client, true);
  const proposal = await newProposal(api);
  expect(await subjects()).toEqual([`fengyuan-street.example: ${WAITS}`]);
  await tryConfirm(purchaser, proposal);
  expect(await subjects()).toEqual([]);
  const { month } = await handIn(operator, proposal.id, '2024-03');
  await api.server.outbox.drive();
  const [notified] = mailbox.arrived;
  expect(notified).toMatchObject({
    subject: `有事项等待您处理 / ${WAITS}`,
    to: 'admin@fengyuan-street.example',
  });
  for (const part of [proposal.station.name, '2024-03', 'https://stations.example/console', 'account page']) {
    expect(notified!.text).toContain(part);
  }
  expect(notified!.messageId).toMatch(/^<[0-9a-f-]{36}@stations\.example>$/);
  expect(await subjects()).toEqual([`fengyuan-street.example: ${WAITS}`]);
  await sendBack(purchaser, month!.id, '缺建档，请联系陈美玲');
  await api.server.outbox.drive();
  expect(mailbox.arrived[0]!.text).not.toContain('陈美玲');
  expect(await subjects()).toEqual([`fengyuan.example: ${BACK}`]);
});

test('an assessment, its concerns, answers and reviews go back and forth', async () => {
  const { operator, purchaser, assessor, mentors, bureau } = who;
  for (const client of [operator, purchaser, assessor, mentors]) await choose(client, true);
  await choose(bureau, false);
  const { id } = await newStation(api);
  await subjects();
  const assessment = await open(bureau, { agreementId: id, assessorId: who.assessorId });
  expect(await subjects()).toEqual(
    ['assessor', 'fengyuan-street', 'mentoring-centre'].map((name) => `${name}.example: ${WAITS}`),
  );
  const { findings } = (await addFinding(purchaser, assessment.id, 'CONCERN', '签到表不全')).assessment!;
  expect(await subjects()).toEqual([`fengyuan.example: ${WAITS}`]);
  await respond(operator, findings[0]!.id, '已补');
  expect(await subjects()).toEqual([`fengyuan-street.example: ${WAITS}`]);
  await review(purchaser, findings[0]!.id, false, '仍缺');
  expect(await subjects()).toEqual([`fengyuan.example: ${BACK}`]);
});

test('members who are limited to stations are notified of theirs; who has left, of nothing', async () => {
  const [mine, other] = [await newStation(api), await newStation(api)];
  await choose(who.operator, false);
  const manager = await join(api, who.operator, { role: 'MANAGER', stationIds: [mine.station.id] });
  const gone = await join(api, who.operator, { role: 'MANAGER' });
  for (const { client } of [manager, gone]) await choose(client, true);
  await choose(who.purchaser, false);
  await remove(who.operator, gone.id);
  for (const { id } of [mine, other]) {
    const { month } = await handIn(who.operator, id, '2024-03');
    await sendBack(who.purchaser, month!.id, '缺建档');
  }
  await api.server.outbox.drive();
  expect(mailbox.arrived.map(({ to }) => to)).toEqual([manager.email]);
  expect(mailbox.arrived[0]!.text).toContain(mine.station.name);
});

test('what could not be sent is not sent to who is limited to other stations by then', async () => {
  const [former, other] = [await newStation(api), await newStation(api)];
  const { id, client, email } = await join(api, who.operator, {
    role: 'MANAGER',
    stationIds: [former.station.id],
  });
  await choose(client, true);
  await choose(who.purchaser, false);
  mailbox.answer(450);
  const { month } = await handIn(who.operator, former.id, '2024-03');
  await sendBack(who.purchaser, month!.id, '缺建档');
  await api.server.outbox.drive();
  await change(who.operator, { memberId: id, stationIds: [other.station.id] });
  mailbox.answer(null);
  api.clock.advance(60_000);
  await api.server.outbox.drive();
  expect(mailbox.of(email)).toEqual([]);
  const waiting = await api.world.ownerQuery(
    'select from core.mail where member_id = $1 and sent_at is null',
    [id],
  );
  expect(waiting).toEqual([]);
});

test('an e-mail goes to the address of the member alone, not to what a list in it would name', async () => {
  const email = 'someone,else@lists.example';
  const { client } = await join(api, who.operator, { role: 'MANAGER', email });
  await choose(client, true);
  const { id } = await newStation(api);
  const { month } = await handIn(who.operator, id, '2024-03');
  await sendBack(who.purchaser, month!.id, '缺建档');
  await api.server.outbox.drive();
  expect(mailbox.of('else@lists.example')).toEqual([]);
});

describe('the digest', () => {
  let clock: TestClock;
  let servers: RunningServer[];
  const asked: string[] = [];
  beforeAll(async () => {
    // who wants immediate e-mails gets one in the morning too.
    await api.world.ownerQuery('delete from core.mail_preference');
  });
  beforeEach(async () => {
    asked.length = 0;
    // A Monday, 7:00 in Guangzhou.
    clock = testClock(new Date('2027-03-07T23:00:00Z'));
    const tasksOf = async (member: Member) => {
      // It reads as the member: the agreements of another operator are not there.
      const [count] = await member.read(AGREEMENTS, []);
      asked.push(`${member.session.kind} ${count!.operators}`);
      const text = message('MAIL_MONTH_SENT_BACK', { station: '新站', month: '2027-02' });
      return Promise.resolve(hasTasks ? [{ text, place: '新站', dueOn: '2027-03-10' }] : []);
    };
    servers = [];
    for (let at = 0; at < 2; at += 1) {
      const settings = testDependencies(api.world.serverUrl, mailbox.settings);
      servers.push(await createServer({ ...settings, clock: clock.now, tasksOf }));
    }
  });
  afterEach(async () => {
    for (const server of servers) await server.stop();
  });
  let hasTasks = true;
  const sessionsOfDigests = async (): Promise<number> => {
    const [row] = await api.world.ownerQuery<{ count: number }>(
      `select count(*)::int as count from core.session where expires_at - started_at = interval '1 minute'`,
    );
    return row!.count;
  };
  const drive = async (): Promise<number> => {
    const before = mailbox.arrived.length;
    await Promise.all(servers.map(async ({ outbox }) => outbox.drive()));
    return mailbox.arrived.length - before;
  };

  test('is sent once a working day in the morning to anyone who wants it, by however many servers', async () => {
    for (const client of [who.operator, who.otherOperator]) await choose(client, false, true);
    hasTasks = true;
    expect(await drive()).toBe(0);
    clock.advance(DAY / 24);
    expect(await drive()).toBe(2);
    expect(mailbox.arrived.map(({ to }) => to).sort()).toEqual([
      'admin@datong.example',
      'admin@fengyuan.example',
    ]);
    const { subject, text } = mailbox.arrived[0]!;
    expect(subject).toBe('您有 1 项待办 / You have 1 tasks');
    for (const part of ['新站', '2027-02', '截止日期：2027-03-10', 'Due on 2027-03-10.']) {
      expect(text).toContain(part);
    }
    clock.advance(DAY / 24);
    expect(await drive()).toBe(0);
    const days: number[] = [];
    for (let day = 0; day < 6; day += 1) {
      clock.advance(DAY);
      days.push(await drive());
    }
    // Tuesday to Friday, not on Saturday and Sunday.
    expect(days).toEqual([2, 2, 2, 2, 0, 0]);
  });

  test('lists the tasks of the member, by their stations', async () => {
    const days = { startsOn: '2027-01-01', endsOn: '2027-12-31' };
    const { station } = await newStation(api, { ...days, terms: [{ name: '年度', ...days }] });
    const settings = testDependencies(api.world.serverUrl, mailbox.settings);
    const server = await createServer({ ...settings, clock: clock.now });
    clock.advance(7 * DAY + DAY / 24);
    await server.outbox.drive();
    await server.stop();
    const [digest] = mailbox.of('admin@fengyuan.example');
    expect(digest!.subject).toMatch(/^您有 \d+ 项待办 \/ You have \d+ tasks$/);
    expect(digest!.text).toContain(`· ${station.name}: 请报送 2027-02 月报。 截止日期：2027-03-05。`);
    expect(digest!.text).toContain(`· ${station.name}: Please hand in the month 2027-02. Due on 2027-03-05.`);
    expect(
      mailbox
        .of('admin@datong.example')
        .map(({ text }) => text)
        .join(),
    ).not.toContain(station.name);
  });

  test('is not sent where nothing waits', async () => {
    hasTasks = false;
    clock.advance(14 * DAY + DAY / 24);
    expect(await drive()).toBe(0);
    expect(asked).toEqual(['OPERATOR 1', 'OPERATOR 1']);
    expect(await sessionsOfDigests()).toBe(0);
  });
});
