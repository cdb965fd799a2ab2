import { dayAt } from '../../src/platform/calendar';
import { validRegistration, newStation, register, registerConfirmed } from '../api/support/agreements';
import { propose } from '../api/support/amendments';
import { accept, acceptedMonths, handIn, sendBack } from '../api/support/months';
import { addStreet, signInAnew } from '../api/support/people';
import { calendarOf, during, waiting, workingDayAfter } from '../api/support/tasks';
import { parties, type Parties } from '../assessment/support/parties';
import { createServer } from '../../src/server';
import { type Client, startApi, type TestApi } from '../kit/api';
import { testDependencies } from '../kit/settings';
import { type Mailbox, startMailbox } from './support/mailbox';

/** E-mails at once go to those whose task it is, also where it becomes theirs because a day has come. */
const CHOOSE = `mutation($atOnce: Boolean!, $digest: Boolean!) {
  chooseMails(atOnce: $atOnce, digest: $digest) { userErrors { code } } }`;

let mailbox: Mailbox;
let api: TestApi;
let who: Parties;
beforeEach(async () => {
  mailbox = await startMailbox();
  api = await startApi({ ...mailbox.settings, COST_PER_MINUTE: '1000000000' });
  who = await parties(api);
  await choose(true, who.operator, who.purchaser, who.bureau, who.city, who.otherBureau);
  // This morning’s, where it has begun.
  await notified('');
});
afterEach(async () => {
  await api.close();
  await mailbox.close();
});

async function choose(atOnce: boolean, ...clients: Client[]): Promise<void> {
  for (const client of clients) await client.get(CHOOSE, { atOnce, digest: !atOnce });
}

/** Who is notified now, with what the e-mail says about a station. */
async function notified(station: string): Promise<string[]> {
  await api.server.outbox.drive();
  const lines = mailbox.arrived.flatMap(({ to, text }) =>
    text
      .split('\n')
      .filter((line) => line.includes(station) && /[一-鿿]。/.test(line))
      .map((line) => `${to} ${line}`),
  );
  mailbox.arrived.length = 0;
  return lines.sort();
}
const names = (lines: readonly string[]): string[] => lines.map((line) => line.split('@')[1]!.split('.')[0]!);

/** Moves the clock to eight o’clock in Guangzhou of a day. */
function goTo(day: string): void {
  api.clock.advance(Date.parse(`${day}T00:00:00Z`) - api.clock.now().getTime());
}

/** Until the end of the year, from three months ago. */
function days(): { startsOn: string; endsOn: string } {
  const calendar = calendarOf(api);
  return { startsOn: `${calendar.month(3)}-01`, endsOn: calendar.day(300) };
}

test('what waits for the bureau, because a street has no account, is mailed to the bureau at once', async () => {
  const { startsOn, endsOn } = days();
  const purchaserId = await addStreet(api, '无人街道办事处', '440103');
  const input = await validRegistration(api, { ...during(startsOn, endsOn), purchaserId });
  const proposal = await register(who.operator, input);
  expect(names(await notified(proposal.station.name))).toEqual(['liwan-bureau']);
  expect(await waiting(who.bureau, proposal)).toHaveLength(1);
  await who.bureau.get('mutation($id: ID!) { confirmAgreement(id: $id) { userErrors { code } } }', {
    id: proposal.id,
  });
  await handIn(who.operator, proposal.id, startsOn.slice(0, 7));
  expect(names(await notified(proposal.station.name))).toEqual(['liwan-bureau']);
});

test('where the district has no bureau, the city’s is notified', async () => {
  const { startsOn, endsOn } = days();
  const purchaserId = await addStreet(api, '海珠某街道办事处', '440105');
  const newPlace = { name: '海珠某站', street: '某街', districtCode: '440105' };
  const input = await validRegistration(api, {
    ...during(startsOn, endsOn),
    purchaserId,
    newStation: newPlace,
  });
  const { id } = await registerConfirmed(api, who.city, input);
  await notified('海珠某站');
  await handIn(who.operator, id, startsOn.slice(0, 7));
  expect(names(await notified('海珠某站'))).toEqual(['guangzhou-bureau']);
});

test('an amendment that the bureau alone confirms is mailed to the bureau, another to the other party', async () => {
  const { startsOn, endsOn } = days();
  const agreement = await newStation(api, during(startsOn, endsOn));
  await acceptedMonths(who.operator, who.purchaser, agreement.id, startsOn.slice(0, 7));
  await notified(agreement.station.name);
  const amend = async (effectiveOn: string): Promise<void> => {
    const { userErrors } = await propose(who.operator, {
      agreementId: agreement.id,
      effectiveOn,
      reason: '调整',
      annualFee: '100',
    });
    expect(userErrors).toEqual([]);
  };
  await amend(startsOn);
  expect(names(await notified(agreement.station.name))).toEqual(['liwan-bureau']);
  expect(await waiting(who.bureau, agreement, 'CONFIRM_AMENDMENT')).toHaveLength(1);
});

test('an amendment whose month is accepted after it was proposed is mailed to the bureau then', async () => {
  const { startsOn, endsOn } = days();
  const agreement = await newStation(api, during(startsOn, endsOn));
  const station = agreement.station.name;
  const [month, next] = [startsOn.slice(0, 7), calendarOf(api).month(2)];
  await notified(station);
  for (const effectiveOn of [startsOn, `${next}-15`]) {
    await propose(who.operator, {
      agreementId: agreement.id,
      effectiveOn,
      reason: '调整',
      annualFee: effectiveOn.slice(5, 7),
    });
  }
  expect(names(await notified(station))).toEqual(['fengyuan-street', 'fengyuan-street']);
  const { id } = (await handIn(who.operator, agreement.id, month)).month!;
  await notified(station);
  await accept(who.purchaser, id);
  // Of the other amendment nothing has changed.
  const lines = await notified(station);
  expect(names(lines)).toEqual(['liwan-bureau']);
  expect(lines[0]).toContain('变更');
  expect(await waiting(who.bureau, agreement, 'CONFIRM_AMENDMENT')).toHaveLength(1);
});

test('a month of which ten working days have passed is mailed to the bureau on the next working day, once', async () => {
  const { startsOn, endsOn } = days();
  const agreement = await newStation(api, during(startsOn, endsOn));
  const station = agreement.station.name;
  await notified(station);
  await handIn(who.operator, agreement.id, startsOn.slice(0, 7));
  expect(names(await notified(station))).toEqual(['fengyuan-street']);
  const due = workingDayAfter(calendarOf(api).today, 10);
  goTo(due);
  expect(await notified(station)).not.toEqual(
    expect.arrayContaining([expect.stringContaining('liwan-bureau')]),
  );
  const next = workingDayAfter(due, 1);
  goTo(next);
  const [mail] = (await notified(station)).filter((line) => line.includes('liwan-bureau'));
  expect(mail).toContain(startsOn.slice(0, 7));
  goTo(workingDayAfter(next, 1));
  expect(names(await notified(station))).not.toContain('liwan-bureau');
  // It is a task as long as it waits.
  const bureau = await signInAnew(api, 'admin@liwan-bureau.example');
  expect(await waiting(bureau, agreement, 'ACCEPT_MONTH')).toEqual([
    `ACCEPT_MONTH ${startsOn.slice(0, 7)} ${due}`,
  ]);
}, 60_000);

test('who wants the digest has it there, and not twice', async () => {
  const { startsOn, endsOn } = days();
  const agreement = await newStation(api, during(startsOn, endsOn));
  await handIn(who.operator, agreement.id, startsOn.slice(0, 7));
  await who.bureau.get(CHOOSE, { atOnce: true, digest: true });
  await notified(agreement.station.name);
  goTo(workingDayAfter(workingDayAfter(calendarOf(api).today, 10), 1));
  await api.server.outbox.drive();
  const [digest, ...more] = mailbox.of('admin@liwan-bureau.example');
  expect([digest!.subject, more]).toEqual([expect.stringMatching(/^您有 \d+ 项待办/), []]);
  expect(digest!.text).toContain(agreement.station.name);
}, 60_000);

test('who chooses the digest in the course of a day has it from the next one on, whichever server looks', async () => {
  const { startsOn, endsOn } = days();
  const agreement = await newStation(api, during(startsOn, endsOn));
  await handIn(who.operator, agreement.id, startsOn.slice(0, 7));
  const today = workingDayAfter(calendarOf(api).today, 1);
  goTo(today);
  await notified('');
  const street = 'admin@fengyuan-street.example';
  await choose(false, await signInAnew(api, street));
  const other = await createServer({
    ...testDependencies(api.world.serverUrl, mailbox.settings),
    clock: api.clock.now,
  });
  await other.outbox.drive();
  expect(mailbox.of(street)).toEqual([]);
  goTo(workingDayAfter(today, 1));
  await other.outbox.drive();
  expect(mailbox.of(street).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^您有 \d+ 项待办/),
  ]);
  await other.stop();
}, 60_000);

test('a month whose last day was over is not reported as handed in with the step that follows', async () => {
  const { day, month } = calendarOf(api);
  const agreement = await newStation(api, during(`${month(2)}-01`, day(300)));
  const { id } = (await handIn(who.operator, agreement.id, month(2))).month!;
  await sendBack(who.purchaser, id, '缺建档', day(3));
  await notified(agreement.station.name);
  await api.world.ownerQuery(
    `update core.report_month set closes_after = core.today() - 1, first_handed_in_at = now() - interval '9 days',
            handed_in_at = now() - interval '9 days' where agreement_id = $1`,
    [agreement.id],
  );
  expect((await accept(who.purchaser, id)).months![0]!.state).toBe('ACCEPTED');
  expect(await notified(agreement.station.name)).toEqual([]);
});

test('a month that is handed in again because its last day is over, and one to hand in, are reported with the day', async () => {
  const { today, day, month } = calendarOf(api);
  const ended = day(8);
  const agreement = await newStation(api, during(`${month(2)}-01`, ended));
  const { id } = (await handIn(who.operator, agreement.id, month(2))).month!;
  const lastDay = workingDayAfter(today, 3);
  await sendBack(who.purchaser, id, '缺建档', lastDay);
  await notified(agreement.station.name);
  goTo(workingDayAfter(lastDay, 1));
  const again = (await notified(agreement.station.name)).filter((line) => line.includes('fengyuan-street'));
  expect(again).toEqual([expect.stringContaining(month(2))]);
  goTo(workingDayAfter(dayAt(ended, 0), 1));
  const due = (await notified(agreement.station.name)).filter((line) => line.includes('fengyuan.example'));
  expect(due).toEqual([expect.stringContaining(`请报送 ${ended.slice(0, 7)} 月报`)]);
}, 60_000);
