import { type Agreement, newProposal, newStation } from '../api/support/agreements';
import { organisationId } from '../api/support/people';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { asSuperuser, cluster } from '../kit/templates';
import { enrolStaff, keyOf, person, report, STAFF, staffOf, VOID } from './support';

/** Names and positions are seen by the operator, the purchaser and the bureaus; the others see codes. */
let api: Api;
let agreement: Agreement;
const NAMES = ['欧阳甲', '欧阳乙'];
const POSITION = '驻站督导岗';
beforeAll(async () => {
  api = await sharedApi();
  const admin = await api.as('admin@fengyuan.example');
  agreement = await newStation(api);
  await enrolStaff(
    admin,
    agreement.id,
    person(NAMES[0]!, { position: POSITION, employedTo: '2024-05-05' }),
    person(NAMES[1]!, { position: POSITION, employedFrom: '2024-03-03', practisingSince: '2024-06-01' }),
    person('丙', { position: POSITION }),
  );
  const members = await staffOf(admin, agreement.id);
  await admin.get(VOID, { id: members[2]!.id, reason: '丙其实是志愿者' });
});

/** Everything about the staff that the API returns to a viewer, as text. */
async function staffText(client: Client): Promise<string> {
  const answer = await report(client, agreement);
  const { text } = await client.ask(STAFF, { id: agreement.id });
  return JSON.stringify(answer) + text;
}

function expectNames(text: string): void {
  for (const name of [...NAMES, POSITION, '丙其实是志愿者']) expect(text).toContain(name);
}

function expectCodes(text: string): void {
  for (const secret of ['欧阳', '丙', POSITION, '志愿者']) expect(text).not.toContain(secret);
  for (const code of ['社工01', '社工02']) expect(text).toContain(code);
}

test.each([
  'admin@fengyuan.example',
  'worker@fengyuan.example',
  'admin@fengyuan-street.example',
  'admin@liwan-bureau.example',
  'admin@guangzhou-bureau.example',
])('%s sees names and positions', async (account) => {
  expectNames(await staffText(await api.as(account)));
});

test.each([
  'admin@fengyuan.example',
  'admin@fengyuan-street.example',
  'admin@liwan-bureau.example',
  'admin@guangzhou-bureau.example',
  'admin@mentoring-centre.example',
])('an API key of %s sees codes, and the same figures', async (account) => {
  const person = await api.as(account);
  const key = await keyOf(api, person);
  expectCodes(await staffText(key));
  const [one, other] = [await report(key, agreement), await report(person, agreement)];
  expect([one.months, one.total, one.joined.map(({ on }) => on)]).toEqual([
    other.months,
    other.total,
    other.joined.map(({ on }) => on),
  ]);
  expect(one.members.map(({ name, position }) => [name, position])).toEqual([
    ['社工01', null],
    ['社工02', null],
  ]);
  expect(one.warnings.map(({ name }) => name)).toEqual(['社工02']);
});

test('the mentoring centre sees codes, and no single member', async () => {
  const mentor = await api.as('admin@mentoring-centre.example');
  expectCodes(JSON.stringify(await report(mentor, agreement)));
  const { errors, text } = await mentor.ask(STAFF, { id: agreement.id });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  expect(text).not.toContain('欧阳');
});

test('an assessor sees names as long as its assessment is open, and codes afterwards; its key sees codes always', async () => {
  const bureau = await api.as('admin@liwan-bureau.example');
  const assessor = await api.as('admin@assessor.example');
  const { openAssessment } = await bureau.get<{ openAssessment: { userErrors: unknown[] } }>(
    'mutation($input: OpenAssessmentInput!) { openAssessment(input: $input) { userErrors { code } } }',
    {
      input: {
        agreementId: agreement.id,
        kind: 'MIDTERM',
        from: '2024-01-01',
        to: '2024-06-30',
        assessorId: await organisationId(api, '广州市社会工作协会'),
      },
    },
  );
  expect(openAssessment.userErrors).toEqual([]);
  const open = await report(assessor, agreement);
  expect(open.members.map(({ name, position }) => [name, position])).toEqual(
    NAMES.map((name) => [name, POSITION]),
  );
  expect(JSON.stringify(open)).not.toContain('志愿者');
  const key = await keyOf(api, assessor);
  expectCodes(JSON.stringify(await report(key, agreement)));

  // Closed with the scores of no one.
  await api.world.ownerQuery('alter table core.assessment disable trigger refuse_closing');
  await api.world.ownerQuery(
    `update core.assessment set sealed = false, unsealed_at = now(), unsealed_reason = '试', closed_at = now(),
            closed_by = opened_by, total = 80, grade = 'GOOD' where agreement_id = $1`,
    [agreement.id],
  );
  await api.world.ownerQuery('alter table core.assessment enable trigger refuse_closing');
  expectCodes(JSON.stringify(await report(assessor, agreement)));
});

describe('the database', () => {
  /** The number of rows that a role reads with the given settings, or the SQLSTATE of its refusal. */
  async function rows(role: string, settings: Record<string, string>, sql: string): Promise<number | string> {
    const set = Object.entries({ station_ids: '*', ...settings }).map(
      ([name, value]) => `set local app.${name} = '${value}'`,
    );
    return asSuperuser(
      cluster(),
      async (client) => {
        await client.query(`begin; ${[...set, `set local role ${role}`].join('; ')}`);
        try {
          return (await client.query(sql)).rowCount ?? 0;
        } catch (error) {
          return (error as { code: string }).code;
        } finally {
          await client.query('rollback');
        }
      },
      api.world.name,
    );
  }
  const REFUSED = '42501';
  const MENTORS = { whole_city: 'on' };
  const of = (table: string, columns = '*'): string =>
    `select ${columns} from core.${table} where agreement_id = '${agreement.id}'`;

  it('gives the mentoring centre no name, position or remark', async () => {
    expect(await rows('app_mentoring', MENTORS, of('staff_member', 'code, kind'))).toBe(3);
    expect(await rows('app_mentoring', MENTORS, of('staff_spell'))).toBe(3);
    expect(await rows('app_mentoring', MENTORS, of('staff_identity', 'name'))).toBe(REFUSED);
    expect(await rows('app_mentoring', MENTORS, of('staff_identity', '1'))).toBe(REFUSED);
    for (const column of ['void_reason', 'enrolled_by', '*']) {
      expect(await rows('app_mentoring', MENTORS, of('staff_member', column))).toBe(REFUSED);
    }
  });

  it('gives an assessor names only for the agreements of its open assessments', async () => {
    const assigned = { agreement_ids: `{${agreement.id}}` };
    expect(await rows('app_assessor', assigned, of('staff_member', 'code'))).toBe(3);
    expect(await rows('app_assessor', assigned, of('staff_identity', 'name'))).toBe(0);
    expect(await rows('app_assessor', assigned, of('staff_member', 'void_reason'))).toBe(REFUSED);
    const open = { ...assigned, open_agreement_ids: `{${agreement.id}}` };
    expect(await rows('app_assessor', open, of('staff_identity', 'name'))).toBe(3);
    expect(await rows('app_assessor', { ...open, station_ids: '{}' }, of('staff_identity', 'name'))).toBe(0);
    expect(await rows('app_assessor', {}, of('staff_member', 'code'))).toBe(0);
  });

  it('gives the platform nothing at all', async () => {
    for (const table of ['staff_member', 'staff_identity', 'staff_spell', 'staff_certificate', 'staff_pay']) {
      expect(await rows('app_platform', {}, of(table, '1'))).toBe(REFUSED);
    }
  });

  it('permits only managers and administrators to write, independent of the service', async () => {
    const [own] = await api.world.ownerQuery<{ organisation_id: string }>(
      'select organisation_id from core.agreement where id = $1',
      [agreement.id],
    );
    const scope = (role: string): Record<string, string> => ({ organisation_id: own!.organisation_id, role });
    const changes = [
      `update core.staff_identity set name = 'x' where agreement_id = '${agreement.id}'`,
      `update core.staff_member set kind = 'ADMINISTRATION' where agreement_id = '${agreement.id}'`,
      `delete from core.staff_spell where agreement_id = '${agreement.id}'`,
    ];
    for (const sql of changes) {
      expect(await rows('app_operator', scope('WORKER'), sql)).toBe(0);
      expect(await rows('app_operator', scope('VIEWER'), sql)).toBe(0);
      expect(await rows('app_operator', scope('MANAGER'), sql)).toBe(3);
    }
    const copy = `insert into core.staff_spell select organisation_id, agreement_id, station_id, purchaser_id,
        district_code, gen_random_uuid(), member_id, employed_from, employed_to
      from core.staff_spell where agreement_id = '${agreement.id}'`;
    expect(await rows('app_operator', scope('WORKER'), copy)).toBe(REFUSED);
    expect(await rows('app_operator', scope('ADMIN'), copy)).toBe(3);
    // Parameters are part of a proposal, and change with its revision only.
    const proposal = await newProposal(api);
    const rules = (id: string, revision = ''): string =>
      `update core.agreement set practice_years = 5 ${revision} where id = '${id}'`;
    const revised = rules(proposal.id, ', revision = revision + 1');
    expect(await rows('app_operator', scope('MANAGER'), revised)).toBe(REFUSED);
    expect(await rows('app_operator', scope('ADMIN'), revised)).toBe(1);
    expect(await rows('app_operator', scope('ADMIN'), rules(proposal.id))).toBe(REFUSED);
    expect(await rows('app_operator', scope('ADMIN'), rules(agreement.id))).toBe(REFUSED);
    const besideRevision = rules(agreement.id, ', revision = revision + 1');
    expect(await rows('app_operator', scope('ADMIN'), besideRevision)).toBe(REFUSED);
    for (const role of ['app_purchaser', 'app_supervisor', 'app_city', 'app_mentoring', 'app_assessor']) {
      for (const sql of [...changes, copy]) {
        // A bureau adds staff where it renews an agreement alone; one of another district finds nobody to copy.
        const findsNobody = sql === copy && role === 'app_supervisor';
        expect(await rows(role, { ...MENTORS, role: 'ADMIN' }, sql)).toBe(findsNobody ? 0 : REFUSED);
      }
    }
    for (const sql of [revised, rules(agreement.id), besideRevision]) {
      expect(await rows('app_city', { ...MENTORS, role: 'ADMIN' }, sql)).toBe(REFUSED);
      for (const role of ['app_mentoring', 'app_assessor']) {
        // A bureau adds staff where it renews an agreement alone; one of another district finds nobody to copy.
        const findsNobody = sql === copy && role === 'app_supervisor';
        expect(await rows(role, { ...MENTORS, role: 'ADMIN' }, sql)).toBe(findsNobody ? 0 : REFUSED);
      }
    }
  });

  it('keeps a member in two zones at most, each once, and dates in order', async () => {
    const scope = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
    const change = async (sql: string): Promise<string> =>
      api.world.ownerQuery(sql, [agreement.id]).then(
        () => 'done',
        (error: unknown) => (error as { code: string }).code,
      );
    const [first, second] = agreement.zones.map(({ id }) => id);
    const zones = (one: string, other: string): string =>
      `update core.staff_member set zone_id = ${one}, second_zone_id = ${other} where agreement_id = $1`;
    expect(await change(zones('null', `'${first!}'`))).toBe('23514');
    expect(await change(zones(`'${first!}'`, `'${first!}'`))).toBe('23514');
    expect(await change(zones(`'${first!}'`, `'${agreement.points[0]!.id}'`))).toBe('23503');
    expect(await change(zones(`'${first!}'`, `'${second!}'`))).toBe('done');
    expect(
      await change(`update core.staff_spell set employed_to = employed_from - 1 where agreement_id = $1`),
    ).toBe('23514');
    expect(
      await change(`insert into core.staff_pay (${scope}, member_id, month, salary_paid)
        select ${scope}, id, '2024-01-02', true from core.staff_member where agreement_id = $1`),
    ).toBe('23514');
  });
});
