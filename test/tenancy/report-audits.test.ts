import { type Attempt, GuardedDatabase } from './kit/attempts';
import type { ViewerName } from './kit/parties';

/** Who may keep an audit of a report, past all services, and that none is rewritten: in A's agreement with P2. */
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
const MENTORS: ViewerName = "the city's mentoring centre";
const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
const OWN = '(select scope.organisation_id())';

/** Keeps a copy of the agreement's audit. */
function keep(by: ViewerName, { auditedBy = OWN, importId = 'null::uuid' } = {}): Attempt {
  return {
    by,
    sql: [
      `insert into core.report_audit (${SCOPE}, id, title, from_day, to_day, as_of, audited_at, audited_by, audited_member,
              import_id, roundings, ratios, explained, figures, findings)
       select ${SCOPE}, gen_random_uuid(), title, from_day, to_day, as_of, audited_at, ${auditedBy}, audited_member,
              ${importId}, roundings, ratios, explained, figures, findings
         from core.report_audit where agreement_id = '${agreementId}'`,
    ],
  };
}
const importOf = (condition: string): string =>
  `(select s.id from core.sheet_import s where s.agreement_id ${condition} '${agreementId}' limit 1)`;

test('every party keeps an audit in its own name alone', async () => {
  for (const by of [OPERATOR, PURCHASER, MENTORS]) {
    expect([by, await database.outcomeOf(keep(by))]).toEqual([by, 'done']);
    expect([by, await database.outcomeOf(keep(by, { auditedBy: 'gen_random_uuid()' }))]).toEqual([
      by,
      '42501',
    ]);
  }
});

test('an audit names a file of its own agreement, and the operator alone names one', async () => {
  const own = importOf('=');
  expect(await database.outcomeOf(keep(OPERATOR, { importId: own }))).toBe('done');
  // No such file, as the foreign key has it.
  expect(await database.outcomeOf(keep(OPERATOR, { importId: importOf('<>') }))).toBe('23503');
  const anyFile = `(select id from core.report_audit where agreement_id = '${agreementId}' limit 1)`;
  expect(await database.outcomeOf(keep(PURCHASER, { importId: anyFile }))).toBe('42501');
});

test('a kept audit is neither changed nor removed nor added to', async () => {
  const figures = `core.report_audit_figure where agreement_id = '${agreementId}'`;
  const attempts: Record<string, string> = {
    'another title': `update core.report_audit set title = '另一份' where agreement_id = '${agreementId}'`,
    'another verdict': `update core.report_audit_figure set verdict = 'EQUAL' where agreement_id = '${agreementId}'`,
    'no figures': `delete from ${figures}`,
    'one more figure': `insert into core.report_audit_figure (${SCOPE}, audit_id, position, subject, kind, printed, place,
        in_report, roundings, possible, is_finding)
      select ${SCOPE}, audit_id, 99, subject, kind, printed, place, in_report, roundings, possible, is_finding from ${figures}`,
  };
  const outcomes = await database.outcomesOf(
    Object.fromEntries(Object.entries(attempts).map(([name, sql]) => [name, { by: OPERATOR, sql: [sql] }])),
  );
  expect(outcomes).toEqual(Object.fromEntries(Object.keys(attempts).map((name) => [name, '42501'])));
});
