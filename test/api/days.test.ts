import { newId } from '../../src/platform/ids';
import { download, newKey } from '../export/support';
import { type Client, startApi, type TestApi } from '../kit/api';
import { person, tryEnrol } from '../staffing/support';
import { type Agreement, newStation, validRegistration, tryRegister } from './support/agreements';
import { codesAndPaths } from './support/questions';

/** Days lie in 2000 to 2100, in every input, argument and column. */
let api: TestApi;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await startApi();
  admin = await api.as('admin@fengyuan.example');
  agreement = await newStation(api);
});
afterAll(async () => {
  await api.close();
});

test('an agreement lasts at most six years, and every agreement and term has an end', async () => {
  const faultsOf = async (days: Record<string, unknown>): Promise<string[]> =>
    codesAndPaths((await tryRegister(admin, await validRegistration(api, days))).userErrors);
  expect(await faultsOf({ endsOn: '9999-12-31' })).toEqual(['DAY_OUT_OF_RANGE endsOn']);
  expect(await faultsOf({ startsOn: '1999-12-31' })).toEqual(['DAY_OUT_OF_RANGE startsOn']);
  expect(await faultsOf({ endsOn: '2030-01-01' })).toEqual(['AGREEMENT_TOO_LONG endsOn']);
  expect(await faultsOf({ endsOn: '2029-12-31', allowGaps: true })).toEqual([]);
  const terms = [{ name: '期', startsOn: '2024-01-01', endsOn: '9999-12-31' }];
  expect(await faultsOf({ terms })).toEqual(['DAY_OUT_OF_RANGE terms.0.endsOn']);
});

describe('a query about days out of bounds is refused', () => {
  const OF_AGREEMENT = (field: string): string => `query($id: ID!) { agreement(id: $id) { ${field} } }`;
  it.each([
    ['service records from', OF_AGREEMENT('serviceRecords(filter: { from: "1999-12-31" }) { totalCount }')],
    ['service records to', OF_AGREEMENT('serviceRecords(filter: { to: "9999-12-31" }) { totalCount }')],
    ['a completion table', OF_AGREEMENT('completion(to: "9999-12-31") { to }')],
    ['staffing', OF_AGREEMENT('staffing(from: "2024-01", to: "9999-12") { total }')],
    ['funding', OF_AGREEMENT('funding(asOf: "2101-01-01") { spent }')],
    ['a recall', OF_AGREEMENT('funding { recallIf(share: "0.8", by: "9999-12-31") { short } }')],
    ['satisfaction', OF_AGREEMENT('satisfaction(from: "0001-01-01") { percent }')],
    ['the agreement of a day', OF_AGREEMENT('station { agreement: agreementOn(date: "1999-12-31") { id } }')],
    ['the audit log', 'query { auditLog(filter: { from: "0001-01-01" }) { totalCount } }'],
    ['an overview', 'query { operatorOverview(on: "1999-12-31") { totalCount } }'],
    [
      'a figure',
      `query { explain(cell: { indicator: "HOTLINE", measure: "CALLS", from: "1999-12-31", to: "2024-01-01" }) { completed } }`,
    ],
  ])('%s', async (_, query) => {
    const { errors } = await admin.ask(query, query.includes('$id') ? { id: agreement.id } : {});
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]!.message).toMatch(/2000|2024/);
  });

  it('a file', async () => {
    const key = await newKey(api, 'admin@fengyuan.example');
    for (const range of ['from=1999-12-31', 'to=9999-12-31', 'from=0001-01-01&to=0001-12-31']) {
      expect(await download(api, `staffing.csv?${range}`, key)).toMatchObject({
        status: 400,
        code: 'BAD_USER_INPUT',
        message: expect.stringContaining('2000-01-01') as string,
      });
    }
  });

  it('a forged cursor', async () => {
    const after = Buffer.from(JSON.stringify(['0000-01-01T00:00:00.000Z', newId()])).toString('base64url');
    const { errors } = await admin.ask('query($after: String) { auditLog(after: $after) { totalCount } }', {
      after,
    });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the database', () => {
  const COLUMNS: [table: string, column: string, bad: string[]][] = [
    ['agreement', 'ends_on', ['9999-12-31', '2030-01-01']],
    ['agreement', 'starts_on', ['1999-12-31', '2018-12-31']],
    ['term', 'ends_on', ['2101-01-01']],
    ['term', 'starts_on', ['1999-12-31']],
    ['service_record', 'occurred_on', ['1999-12-31', '2101-01-01']],
    ['staff_member', 'practising_since', ['1969-12-31', '2101-01-01']],
    ['staff_spell', 'employed_from', ['1999-12-31']],
    ['staff_spell', 'employed_to', ['9999-12-31']],
    ['staff_certificate', 'passed_on', ['1969-12-31', '2101-01-01']],
    ['staff_pay', 'month', ['1999-12-01', '2101-01-01']],
    ['receipt', 'paid_on', ['1999-12-31']],
    ['receipt', 'received_on', ['2101-01-01']],
    ['expenditure', 'spent_on', ['1999-12-31', '2101-01-01']],
    ['payment', 'fiscal_year', ['1999', '2101']],
    ['fiscal_budget', 'fiscal_year', ['1999', '2101']],
    ['assessment', 'from_day', ['1999-12-31']],
    ['assessment', 'to_day', ['2101-01-01']],
    ['assessment', 'onsite_on', ['1999-12-31', '2101-01-01']],
    ['assessment_finding', 'due_on', ['1999-12-31', '2101-01-01']],
    ['evaluation', 'fiscal_year', ['1999', '2101']],
    ['satisfaction_survey', 'surveyed_on', ['1999-12-31', '2101-01-01']],
  ];

  test.each(COLUMNS)('refuses a %s whose %s is out of range', async (table, column, bad) => {
    // The triggers alone are tested, on rows that need not exist: all that they read is in the one row.
    const triggers = await api.world.ownerQuery<{ is: string; condition: string }>(
      `select case when t.tgtype & 4 > 0 then 'new' else 'changed' end as is,
              substring(pg_get_triggerdef(t.oid) from 'WHEN \\((.*)\\) EXECUTE') as condition
         from pg_trigger t where t.tgrelid = $1::regclass and t.tgname in ('refuse_new_day', 'refuse_changed_day')`,
      [`core.${table}`],
    );
    expect(triggers.map(({ is }) => is).sort()).toEqual(['changed', 'new']);
    const valid =
      table === 'agreement'
        ? { starts_on: '2024-01-01', ends_on: '2024-12-31' }
        : { [column]: column.includes('year') ? 2024 : '2024-06-01' };
    const refuses = async (condition: string, before: object, after: object): Promise<boolean> => {
      const [row] = await api.world.ownerQuery<{ refused: boolean }>(
        `select coalesce((${condition}), false) as refused
           from jsonb_populate_record(null::core.${table}, $1) old, jsonb_populate_record(null::core.${table}, $2) new`,
        [JSON.stringify(before), JSON.stringify(after)],
      );
      return row!.refused;
    };
    for (const { is, condition } of triggers) {
      const verdicts = [await refuses(condition, {}, valid)];
      for (const value of bad) {
        const out = { ...valid, [column]: column.includes('year') ? Number(value) : value };
        verdicts.push(await refuses(condition, valid, out));
        // A row from before the bounds can be changed in other columns: its days are not checked again.
        if (is === 'changed') verdicts.push(!(await refuses(condition, out, out)));
      }
      expect([is, ...verdicts]).toEqual([is, false, ...verdicts.slice(1).map(() => true)]);
    }
  });

  test('refuses what the server forgets to validate, and permits other changes of an older row', async () => {
    const { id } = agreement;
    const change = `update core.agreement set ends_on = '9999-12-31' where id = '${id}'`;
    await expect(api.world.ownerQuery(change)).rejects.toMatchObject({ code: '23514' });
    const { members } = await tryEnrol(admin, id, [person('甲')]);
    await api.world.ownerQuery(`set session_replication_role = replica; ${change};
      update core.staff_spell set employed_from = '1998-01-01', employed_to = '9999-12-31' where member_id = '${members![0]!.id}'`);
    const { recordContract } = await admin.get<{ recordContract: { userErrors: unknown[] } }>(
      `mutation($id: ID!) { recordContract(input: { agreementId: $id, contractNumber: "3" }) { userErrors { code } } }`,
      { id },
    );
    expect(recordContract.userErrors).toEqual([]);
    const { changeStaffSpell } = await admin.get<{ changeStaffSpell: { userErrors: unknown[] } }>(
      `mutation($spellId: ID!) { changeStaffSpell(input: { spellId: $spellId, employedTo: "2025-01-31" }) { userErrors { code } } }`,
      { spellId: members![0]!.spells[0]!.id },
    );
    expect(changeStaffSpell.userErrors).toEqual([]);
    // One person of an agreement without end has rows for past months only, not 95,904.
    const key = await newKey(api, 'admin@fengyuan.example');
    const { text, status } = await download(api, `staffing.csv?station=${agreement.station.id}`, key);
    const months = (api.clock.now().getUTCFullYear() - 2024) * 12 + 12;
    expect([status, text.split('\r\n').length - 2 <= months]).toEqual([200, true]);
  });
});
