import { SealedTokens } from '../../src/access';
import { EXPORTS, type ExportName } from '../../src/modules/export/export.service';
import { Where } from '../../src/modules/export/export.filter';
import { type Agreement, confirm, demoAgreement, newProposal, newStation } from '../api/support/agreements';
import { busyStation } from '../api/support/busy-station';
import { completion, setTargets } from '../api/support/questions';
import { dayAt, dayOf } from '../../src/platform/calendar';
import { monthOf, monthsBetween } from '../../src/modules/staffing/month.rules';
import { enrolStaff, person, report } from '../staffing/support';
import { startApi, type TestApi } from '../kit/api';
import { TEST_KEYS } from '../kit/settings';
import { download, loadOf, newKey, quiet, type Row, rowsOf } from './support';

/** The figures of exports equal those of the API, to the last digit. */
let api: TestApi;
let token: string;
let fengyuan: Agreement;
beforeAll(async () => {
  api = await startApi({ EXPORTS_AT_ONCE: '20' });
  token = (await api.as('admin@guangzhou-bureau.example')).token!;
  fengyuan = await demoAgreement(api, '逢源街');
});
afterAll(async () => {
  await api.close();
});

/** The rows of a completion table, one per scope with a target or a completed quantity. */
async function cellsOfApi(id: string, question: { termId?: string; from?: string; to?: string }) {
  const { rows } = await completion(await api.as('admin@guangzhou-bureau.example'), id, question);
  const isEmpty = (cell: { target: string | null; completed: string }) =>
    cell.target === null && Number(cell.completed) === 0;
  return rows.flatMap(({ indicator, measure, total, byZone, byProject }) =>
    [
      { at: 'TOTAL', ...total },
      ...byZone.filter((cell) => !isEmpty(cell)).map(({ zone, ...cell }) => ({ at: zone.name, ...cell })),
      ...byProject
        .filter((cell) => !isEmpty(cell))
        .map(({ project, ...cell }) => ({ at: project.name, ...cell })),
    ].map(({ at, target, completed, percent }) =>
      [indicator.code, measure.code, at, target, completed, percent].join(' '),
    ),
  );
}

const shown = (row: Row): string =>
  ['indicator_code', 'measure_code', 'at', 'target', 'completed', 'percent']
    .map((name) => ({ ...row, at: row.zone_name ?? row.project_name ?? row.scope })[name])
    .join(' ');

describe('completion', () => {
  test('is the completion table of every agreement, over whole terms and over ranges that cut months', async () => {
    const { agreement } = await busyStation(api, 20_261);
    const station = `completion.csv?station=${agreement.station.id}`;
    const [first] = agreement.terms;
    for (const [from, to] of [
      [undefined, undefined],
      ['2023-11-20', '2024-03-14'],
      ['2023-12-05', '2024-02-17'],
      ['2024-01-10', '2024-01-20'],
      ['2023-12-01', '2024-01-31'],
    ] as const) {
      const range = from ? `&from=${from}&to=${to}` : '';
      const rows = (await rowsOf(api, station + range, token)).filter(({ term_id }) => term_id === first!.id);
      const question = { termId: first!.id, ...(from ? { from, to } : {}) };
      const expected = await cellsOfApi(agreement.id, question);
      expect(rows.length).toBeGreaterThan(5);
      // A row of zeros exists where a quantity of zero was recorded.
      const zeros = rows.filter(({ target, completed }) => target === null && Number(completed) === 0);
      expect(zeros.length).toBeLessThan(rows.length / 2);
      const compared = rows.filter((row) => !zeros.includes(row) || row.scope === 'TOTAL');
      expect(compared.map(shown).sort()).toEqual(expected.sort());
    }
  });

  test('returns a term again as soon as a target is removed, with the row marked as removed', async () => {
    const { id, station, terms } = await newProposal(api);
    const path = `completion.csv?station=${station.id}`;
    const before = await loadOf(api, path, token);
    expect(before.rows).toEqual([]);
    const target = { termId: terms[0]!.id, indicator: 'NEEDS_SURVEY', measure: 'SURVEYS' };
    const admin = await api.as('admin@fengyuan.example');
    expect(await setTargets(admin, id, [{ ...target, value: '7' }])).toEqual([]);
    expect(await rowsOf(api, path, token)).toEqual([]);
    await confirm(api, { id });
    const after = `${path}&updatedSince=`;
    await quiet(api);
    const set = await loadOf(api, after + before.next, token);
    expect(set.rows).toMatchObject([{ removed: 'false', scope: 'TOTAL', target: '7', percent: '0.00' }]);
    // No member may remove the target of a confirmed agreement.
    await api.world.ownerQuery('delete from core.target where agreement_id = $1', [id]);
    const gone = await loadOf(api, after + set.next, token);
    expect(gone.rows).toMatchObject([{ removed: 'true', scope: 'TOTAL', target: null }]);
    expect(await rowsOf(api, path, token)).toEqual([]);
  });
});

interface Report {
  total: string;
  certified: string;
  experienced: string;
  members: { name: string; months: string[] }[];
}

test('staffing is the staffing report, in codes, month by month', async () => {
  const key = (await newKey(api, 'admin@fengyuan.example')).token;
  const [from, to] = [fengyuan.startsOn.slice(0, 7), fengyuan.endsOn.slice(0, 7)];
  const { agreement } = await api.withToken(key).get<{ agreement: { staffing: Report } }>(
    `query($id: ID!, $from: YearMonth!, $to: YearMonth!) { agreement(id: $id) { staffing(from: $from, to: $to) {
       total certified experienced members { name months } } } }`,
    { id: fengyuan.id, from, to },
  );
  const report = agreement.staffing;
  expect(report.members.length).toBeGreaterThan(2);
  const rows = await rowsOf(api, `staffing.csv?station=${fengyuan.station.id}`, key);
  for (const { name, months } of report.members) {
    const own = rows.filter(({ staff_code }) => staff_code === name);
    own.sort((a, b) => (a.month! < b.month! ? -1 : 1));
    expect(own.map(({ presence }) => presence)).toEqual(months);
  }
  const sum = (column: string) => String(rows.reduce((all, row) => all + Number(row[column]), 0));
  expect([sum('presence'), sum('certified'), sum('experienced')]).toEqual([
    report.total,
    report.certified,
    report.experienced,
  ]);
  expect(Object.keys(rows[0]!)).not.toContain('name');
});

describe('months of staffing', () => {
  const MONTH = 31 * 86_400_000;
  afterEach(() => {
    api.clock.advance(-MONTH);
  });
  const monthsOf = (rows: Row[]): string[] => [...new Set(rows.map(({ month }) => month!))].sort();
  test('end with the current one, whose beginning returns all staff to a nightly load', async () => {
    const now = dayOf(api.clock.now());
    const running = await newStation(api, {
      startsOn: dayAt(now, -100),
      endsOn: dayAt(now, 400),
      terms: [{ name: '期', startsOn: dayAt(now, -100), endsOn: dayAt(now, 400) }],
    });
    const admin = await api.as('admin@fengyuan.example');
    await enrolStaff(admin, running.id, person('甲', { employedFrom: dayAt(now, -50) }));
    const key = (await newKey(api, 'admin@fengyuan.example')).token;
    const path = `staffing.csv?station=${running.station.id}`;
    const upTo = (day: string): string[] =>
      monthsBetween(monthOf(running.startsOn), monthOf(day)).map((month) => `${month}-01`);
    await quiet(api);
    const first = await loadOf(api, path, key);
    expect(monthsOf(first.rows)).toEqual(upTo(now));
    const again = await loadOf(api, `${path}&updatedSince=${first.next}`, key);
    expect(again.rows).toEqual([]);
    // The API returns future months.
    const { total } = await report(admin, running, monthOf(running.endsOn), monthOf(running.endsOn));
    expect(total).toBe('1');

    const later = dayOf(new Date(api.clock.now().getTime() + MONTH));
    api.clock.advance(MONTH);
    const next = await loadOf(api, `${path}&updatedSince=${again.next}`, key);
    expect(monthsOf(next.rows)).toEqual(upTo(later));
    expect((await loadOf(api, `${path}&updatedSince=${next.next}`, key)).rows).toEqual([]);
  });

  test('end with the agreement or the range, and no one is returned for later months', async () => {
    const key = (await newKey(api, 'admin@datong.example')).token;
    const path = 'staffing.csv?to=2022-12-31';
    await quiet(api);
    const before = await loadOf(api, path, key);
    api.clock.advance(MONTH);
    expect((await loadOf(api, `${path}&updatedSince=${before.next}`, key)).rows).toEqual([]);
  });
});

test('a member of staff is returned again when a part of it is removed', async () => {
  const path = `staffing.csv?station=${fengyuan.station.id}`;
  await quiet(api);
  const before = await loadOf(api, path, token);
  const [{ code }] = (await api.world.ownerQuery(`
    with gone as (
      delete from core.staff_spell s using core.staff_member m
       where m.organisation_id = s.organisation_id and m.id = s.member_id and m.agreement_id = '${fengyuan.id}'
         and m.ordinal = (select min(o.ordinal) from core.staff_member o
                           where o.agreement_id = m.agreement_id and o.kind = 'SOCIAL_WORKER')
      returning m.code)
    select distinct code from gone`)) as [{ code: string }];
  const after = await loadOf(api, `${path}&updatedSince=${before.next}`, token);
  expect(new Set(after.rows.map(({ staff_code }) => staff_code))).toEqual(new Set([code]));
  for (const row of after.rows) expect(row).toMatchObject({ presence: '0', removed: 'false' });
});

interface Funding {
  instalments: { condition: string; due: string; received: string; releasedOn: string | null }[];
  lines: { category: string; budgeted: string | null; spent: string }[];
}

test('funding adds up to the funding report', async () => {
  const rows = await rowsOf(api, 'funding.csv', token);
  const city = await api.as('admin@guangzhou-bureau.example');
  expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThan(1);
  for (const id of new Set(rows.map(({ agreement_id }) => agreement_id))) {
    const { agreement } = await city.get<{ agreement: { funding: Funding } }>(
      `query($id: ID!) { agreement(id: $id) { funding { instalments { condition due received releasedOn }
         lines: budgetLines { category budgeted spent } } } }`,
      { id },
    );
    const own = rows.filter(({ agreement_id }) => agreement_id === id);
    const cents = (kind: string, fits: (row: Row) => boolean) =>
      own
        .filter((row) => row.kind === kind && fits(row))
        .reduce((all, { amount }) => all + Math.round(Number(amount) * 100), 0);
    for (const { condition, due, received, releasedOn } of agreement.funding.instalments) {
      const of = (row: Row): boolean => row.condition === condition;
      expect(own.find((row) => row.kind === 'INSTALMENT' && of(row))).toMatchObject({
        amount: Number(due).toFixed(2),
        released_on: releasedOn,
      });
      expect(cents('RECEIPT', of)).toBe(Math.round(Number(received) * 100));
    }
    for (const { category, budgeted, spent } of agreement.funding.lines) {
      const of = (row: Row): boolean => row.category === category;
      expect(cents('BUDGET_LINE', of)).toBe(Math.round(Number(budgeted ?? 0) * 100));
      expect(cents('EXPENDITURE', of)).toBe(Math.round(Number(spent) * 100));
    }
  }
});

test('an assessment has its four scores, its total and its grade', async () => {
  const [row] = await rowsOf(api, 'assessments.csv', token);
  const city = await api.as('admin@guangzhou-bureau.example');
  const { agreement } = await city.get<{
    agreement: {
      assessments: { id: string; total: string; grade: string; scores: { party: string; score: string }[] }[];
    };
  }>('query($id: ID!) { agreement(id: $id) { assessments { id total grade scores { party score } } } }', {
    id: row!.agreement_id,
  });
  const [one] = agreement.assessments;
  expect(row).toMatchObject({ assessment_id: one!.id, total: one!.total, grade: one!.grade });
  for (const { party, score } of one!.scores) expect(row![`${party.toLowerCase()}_score`]).toBe(score);
});

test('a budget line is known by its version and line', async () => {
  const client = await api.as('admin@fengyuan.example');
  await client.get(`mutation($input: SetBudgetInput!) { setBudget(input: $input) { userErrors { code } } }`, {
    input: {
      agreementId: fengyuan.id,
      lines: [
        { category: '人员', amount: '100' },
        { category: '2024-1', amount: '5' },
      ],
    },
  });
  const rows = (await rowsOf(api, 'funding.csv', token)).filter(
    ({ kind, agreement_id: of }) => kind === 'BUDGET_LINE' && of === fengyuan.id,
  );
  expect(rows.map(({ entry_key: key, category }) => [key, category]).sort()).toEqual([
    ['v1-line1', '人员'],
    ['v1-line2', "'2024-1"],
  ]);
});

test('a cursor of a load with other row keys is refused, or its rows would never be removed', async () => {
  const marks = new SealedTokens(TEST_KEYS, 'export cursor');
  const { next } = await loadOf(api, 'funding.csv', token);
  const again = async (cursor: string) =>
    (await download(api, `funding.csv?updatedSince=${encodeURIComponent(cursor)}`, { token })).status;
  expect(await again(next)).toBe(200);
  const [of = '', ...where] = JSON.parse(marks.open(next) ?? '[]') as string[];
  const [, ...whose] = JSON.parse(of) as unknown[];
  expect(await again(marks.seal(JSON.stringify([JSON.stringify(['funding', ...whose]), ...where])))).toBe(
    400,
  );
});

const TYPED = new Set(['day', 'moment', 'whole', 'decimal', 'fraction', 'flag']);
/** What Excel and LibreOffice convert into a number, a date or a time: an approximation that matches too much rather than too little. */
const LIKE_A_VALUE = /^\s*[(]?[¥$]?\d[-\d\s.,:/%+e()年月日]*$|^[a-z]{3,9}[- ]?\d+$/i;

test('no id, code or text of any export is a number or a date to a spreadsheet', async () => {
  const anywhere = { district: null, operator: null, station: null };
  const anything = { ...anywhere, from: null, to: null, since: null, today: '2025-06-30' };
  const city = (await api.as('admin@guangzhou-bureau.example')).token;
  for (const name of Object.keys(EXPORTS) as ExportName[]) {
    const { columns } = EXPORTS[name].table(new Where(anything));
    // A district code is a number that a spreadsheet does not alter: none begins with 0.
    const texts = columns.filter(({ kind, name: column }) => !TYPED.has(kind) && column !== 'district_code');
    const rows = await rowsOf(api, `${name}.csv`, city);
    expect(rows.length).toBeGreaterThan(0);
    for (const { name: column } of texts) {
      const values = [...new Set(rows.map((row) => row[column] ?? ''))];
      expect([name, column, values.filter((value) => LIKE_A_VALUE.test(value))]).toEqual([name, column, []]);
    }
    for (const { district_code: code } of rows) expect(code).toMatch(/^[1-9]\d{5}$/);
  }
});
