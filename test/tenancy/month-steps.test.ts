import { type Attempt, GuardedDatabase } from './kit/attempts';
import type { ViewerName } from './kit/parties';

/** Who may take which step with a month, and rewrite what is kept of it, past all services: in A's agreement with P2. */
let database: GuardedDatabase;
let agreementId: string;
beforeAll(async () => {
  database = await GuardedDatabase.start();
  ({ agreementId } = database.fixture.agreements['A at S2']);
});
afterAll(async () => {
  await database.close();
});

const OPERATOR: ViewerName = 'operator A';
const PURCHASER: ViewerName = 'purchaser P2';
const BUREAU: ViewerName = 'district bureau D1';

/** A step with the month, as the acting organisation; it is in this state before. */
function step(by: ViewerName, before: string, after: string): Attempt {
  const set = (values: string): string =>
    `update core.report_month set ${values} where agreement_id = '${agreementId}'`;
  return {
    by,
    given: set(`state = '${before}', note = '前'`),
    sql: [
      set(`state = '${after}', note = '后', step_at = now(), step_by = (select scope.organisation_id())`),
    ],
  };
}

test('the operator hands in and recalls, the street and the bureau accept and send back', async () => {
  const steps: [ViewerName, string, string, string][] = [
    [OPERATOR, 'OPEN', 'HANDED_IN', 'done'],
    [OPERATOR, 'SENT_BACK', 'HANDED_IN', 'done'],
    [OPERATOR, 'HANDED_IN', 'OPEN', 'done'],
    [OPERATOR, 'HANDED_IN', 'ACCEPTED', '42501'],
    [OPERATOR, 'ACCEPTED', 'OPEN', '42501'],
    [OPERATOR, 'ACCEPTED', 'SENT_BACK', '42501'],
  ];
  for (const reader of [PURCHASER, BUREAU]) {
    steps.push(
      [reader, 'HANDED_IN', 'ACCEPTED', 'done'],
      [reader, 'HANDED_IN', 'SENT_BACK', 'done'],
      [reader, 'ACCEPTED', 'SENT_BACK', 'done'],
      [reader, 'OPEN', 'HANDED_IN', '42501'],
      [reader, 'OPEN', 'ACCEPTED', '42501'],
      [reader, 'SENT_BACK', 'ACCEPTED', '42501'],
    );
  }
  for (const [by, before, after, outcome] of steps) {
    const found = await database.outcomeOf(step(by, before, after));
    expect([by, before, after, found]).toEqual([by, before, after, outcome]);
  }
});

test('no step is taken in an agreement that is not confirmed, or in the name of another', async () => {
  const attempt = step(PURCHASER, 'HANDED_IN', 'ACCEPTED');
  const withdrawn = `; update core.agreement set state = 'VOID', ended_by = organisation_id, state_reason = '误' where id = '${agreementId}'`;
  expect(await database.outcomeOf({ ...attempt, given: `${attempt.given}${withdrawn}` })).toBe(
    'NOT_CONFIRMED',
  );
  const other = attempt.sql.map((sql) => sql.replace('(select scope.organisation_id())', 'organisation_id'));
  expect(await database.outcomeOf({ ...attempt, sql: other })).toBe('42501');
});

test('a month says what is kept with it, and nothing else is put in its place', async () => {
  const lapsed = `update core.report_month set state = 'SENT_BACK', note = '前', closes_after = core.today() - 1
     where agreement_id = '${agreementId}'`;
  const settle = (snapshot: string): string =>
    `update core.report_month set state = 'HANDED_IN', step_by = organisation_id, step_member = null, note = null,
            closes_after = null, step_at = now(), snapshot_id = ${snapshot} where agreement_id = '${agreementId}'`;
  const published = `(select s.id from core.snapshot s where s.agreement_id = '${agreementId}' limit 1)`;
  const ofMonth = (purpose: string): string =>
    `insert into core.snapshot (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, purpose, from_day,
            to_day, taken_at)
     select organisation_id, agreement_id, station_id, purchaser_id, district_code, agreement_id, '${purpose}', month, month, now()
       from core.report_month where agreement_id = '${agreementId}'`;
  const attempts: Record<string, Attempt> = {
    'a published report': { by: PURCHASER, given: lapsed, sql: [settle(published)] },
    'one of another purpose': {
      by: PURCHASER,
      given: lapsed,
      sql: [ofMonth('REPORT'), settle(`'${agreementId}'`)],
    },
    'its own': { by: PURCHASER, given: lapsed, sql: [ofMonth('MONTH'), settle(`'${agreementId}'`)] },
  };
  expect(await database.outcomesOf(attempts)).toEqual({
    'a published report': '42501',
    'one of another purpose': '42501',
    'its own': 'done',
  });
});

test('nothing is recorded in a closed month, and what is kept and published is not added to', async () => {
  const scope = `organisation_id, agreement_id, station_id, purchaser_id, district_code`;
  const attempts: Record<string, Attempt> = {
    'a record': {
      by: OPERATOR,
      given: `update core.report_month set month = (select date_trunc('month', r.occurred_on::timestamp) from core.service_record r
        where r.agreement_id = '${agreementId}' limit 1) where agreement_id = '${agreementId}';
        delete from core.report_month_event`,
      sql: [
        `update core.service_record set revision = revision + 1, quantities = '{"VISITS": "9"}' where agreement_id = '${agreementId}'`,
      ],
    },
    'a figure': {
      by: BUREAU,
      sql: [
        `insert into core.snapshot_figure select ${scope}, snapshot_id, report, 99, path, value from core.snapshot_figure`,
      ],
    },
    'a report of nothing that is kept': {
      by: PURCHASER,
      sql: [
        `insert into core.published_report select ${scope}, gen_random_uuid(), number + 1, kind, title, from_day, to_day, now(),
           (select scope.organisation_id()), published_member, null from core.published_report where agreement_id = '${agreementId}'`,
      ],
    },
  };
  expect(await database.outcomesOf(attempts)).toEqual({
    'a record': 'MONTH_CLOSED',
    'a figure': '42501',
    'a report of nothing that is kept': '23503',
  });
});
