import { parties, type Parties } from '../assessment/support/parties';
import { type Agreement, newStation } from '../api/support/agreements';
import { accept, handIn, type Month, sendBack } from '../api/support/months';
import { record } from '../api/support/questions';
import { calendarOf, during } from '../api/support/tasks';
import { startApi, type TestApi } from '../kit/api';
import { BiLogins, EVERY_READER, READERS } from './support';

/** Months with their states, what they say, and published reports: the same by SQL as by the API. */
let api: TestApi;
let logins: BiLogins;
let who: Parties;
let running: Agreement;

beforeAll(async () => {
  api = await startApi({ COST_PER_MINUTE: '1000000000' });
  logins = new BiLogins(api.world);
  who = await parties(api);
  const { month, day } = calendarOf(api);
  running = await newStation(api, during(`${month(6)}-01`, day(200)));
  const visits = (of: string, value: string, zoneId: string | null) => ({
    indicator: 'HOME_VISIT',
    occurredOn: `${of}-10`,
    zoneId,
    quantities: [{ measure: 'VISITS', value }],
  });
  const [one, other] = running.zones;
  await record(who.operator, running.id, [
    visits(month(6), '3', one!.id),
    visits(month(6), '2', other!.id),
    visits(month(6), '4', null),
    visits(month(5), '7', one!.id),
  ]);
  // On time and accepted, late and sent back, sent back until a day that is over, handed in; the others never.
  for (const ago of [6, 5, 4, 3]) await handIn(who.operator, running.id, month(ago));
  await api.world.ownerQuery(
    `update core.report_month set first_handed_in_at = due_on + case when month = $2::date then interval '2 days' else '-1 day' end
      where agreement_id = $1`,
    [running.id, `${month(5)}-01`],
  );
  await accept(who.purchaser, `${running.id}.${month(6)}`);
  await sendBack(who.purchaser, `${running.id}.${month(5)}`, '补记');
  await sendBack(who.bureau, `${running.id}.${month(4)}`, '核查', day(0));
  // What it said before it was sent back is not what it says now.
  await record(who.operator, running.id, [visits(month(4), '6', one!.id), visits(month(4), '5', null)]);
  await api.world.ownerQuery(
    'update core.report_month set closes_after = core.today() - 1 where agreement_id = $1 and closes_after is not null',
    [running.id],
  );
  const { publishReport } = await who.operator.get<{ publishReport: { userErrors: object[] } }>(
    `mutation($input: PublishReportInput!) { publishReport(input: $input) { userErrors { code } } }`,
    {
      input: {
        agreementId: running.id,
        title: '两个月',
        kind: 'OTHER',
        from: `${month(6)}-01`,
        to: `${month(5)}-28`,
      },
    },
  );
  if (publishReport.userErrors.length > 0) throw new Error(JSON.stringify(publishReport.userErrors));
}, 60_000);
afterAll(async () => {
  await logins.close();
  await api.close();
});

interface Said extends Month {
  figures:
    | {
        indicator: { code: string };
        measure: { code: string };
        zone: { name: string } | null;
        completed: string;
      }[]
    | null;
}

async function said(email: string): Promise<Said[]> {
  const { agreement } = await (
    await api.as(email)
  ).get<{ agreement: { months: Said[] } }>(
    `query($id: ID!) { agreement(id: $id) { months { month state dueOn isLate isMissing handedInAt
       figures { indicator { code } measure { code } zone { name } completed } } } }`,
    { id: running.id },
  );
  return agreement.months;
}

describe.each(EVERY_READER)('the %s', (reader) => {
  const [organisation, email] = READERS[reader];

  test('sees the same states of months, which are on time and which are missing', async () => {
    const bi = await logins.as(organisation);
    const rows = await bi.rows(
      `select to_char(month, 'YYYY-MM') as month, state, hand_in_by, on_time, missing from months
        where agreement_id = $1 order by month`,
      [running.id],
    );
    const months = await said(email);
    const today = calendarOf(api).today;
    expect(rows).toEqual(
      months.map(({ month, state, dueOn, isLate, isMissing, handedInAt }) => ({
        month,
        state,
        hand_in_by: dueOn,
        missing: isMissing ? 't' : 'f',
        on_time: handedInAt === null && dueOn >= today ? null : isLate ? 'f' : 't',
      })),
    );
    const states = months.map(({ state }) => state);
    expect(states.slice(0, 4)).toEqual(['ACCEPTED', 'SENT_BACK', 'HANDED_IN', 'HANDED_IN']);
    expect([...new Set(rows.map(({ on_time }) => on_time))].sort()).toEqual(['f', 't', null].sort());
  });

  test('sees what months said when they were handed in, by measure and zone', async () => {
    const bi = await logins.as(organisation);
    const rows = await bi.rows(
      `select concat_ws(' ', to_char(month, 'YYYY-MM'), indicator_code, measure_code, coalesce(zone_name, '-'),
              trim_scale(completed)) as said from month_figures where agreement_id = $1`,
      [running.id],
    );
    const expected = (await said(email)).flatMap(({ month, figures }) =>
      (figures ?? []).map(
        ({ indicator, measure, zone, completed }) =>
          `${month} ${indicator.code} ${measure.code} ${zone?.name ?? '-'} ${completed}`,
      ),
    );
    expect(expected).toHaveLength(6);
    expect(rows.map((row) => row.said).sort()).toEqual(expected.sort());
  });

  test('sees the figures of a published report', async () => {
    const bi = await logins.as(organisation);
    const rows = await bi.rows(
      `select number, kind, report, value from published_figures where agreement_id = $1
          and path::text like '%HOME_VISIT%total%completed%'`,
      [running.id],
    );
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual(['1 OTHER COMPLETION 16']);
  });
});
