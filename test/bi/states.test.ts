import { type Agreement, newProposal, newStation } from '../api/support/agreements';
import { record } from '../api/support/questions';
import { voidAgreement } from '../api/support/void-agreement';
import { startApi, type TestApi } from '../kit/api';
import { enrolStaff, person } from '../staffing/support';
import { type BiClient, BiLogins, EVERY_READER, READERS } from './support';

/** Views are of confirmed agreements alone. */
let api: TestApi;
let logins: BiLogins;
let proposed: Agreement;
let confirmed: Agreement;
let voided: Agreement;

const MORE = {
  annualFee: '1000000',
  requiredPosts: '10',
  instalments: [{ condition: 'SIGNING', share: '1' }],
  targets: [{ term: '年度', indicator: 'HOTLINE', measure: 'CALLS', value: '100' }],
};

beforeAll(async () => {
  api = await startApi();
  logins = new BiLogins(api.world);
  const admin = await api.as('admin@fengyuan.example');
  const plan = async ({ id }: Agreement): Promise<void> => {
    await admin.get(
      `mutation($input: SetBudgetInput!) { setBudget(input: $input) { userErrors { code } } }`,
      { input: { agreementId: id, lines: [{ category: '人员', amount: '600000' }] } },
    );
    await enrolStaff(admin, id, person('陈美玲'));
  };
  const work = async ({ id }: Agreement): Promise<void> => {
    const quantities = [{ measure: 'CALLS', value: '3' }];
    await record(admin, id, [{ indicator: 'HOTLINE', occurredOn: '2024-03-01', quantities }]);
  };
  proposed = await newProposal(api, MORE);
  await plan(proposed);
  [confirmed, voided] = [await newStation(api, MORE), await newStation(api, MORE)];
  for (const agreement of [confirmed, voided]) {
    await plan(agreement);
    await work(agreement);
  }
  await voidAgreement(api, voided);
});
afterAll(async () => {
  await logins.close();
  await api.close();
});

/** The views that have rows of an agreement, of those that name one. */
async function viewsWith({ client }: BiClient, { id }: Agreement): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'bi' and column_name = 'agreement_id' order by 1`,
  );
  expect(rows.length).toBeGreaterThan(10);
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await client.query(`select from bi.${name} where agreement_id = $1`, [id]);
    if (rowCount) found.push(name);
  }
  return found;
}

test.each(EVERY_READER)(
  'the %s finds a confirmed agreement, and nothing of a proposal or a void one',
  async (reader) => {
    const bi = await logins.as(READERS[reader][0]);
    expect(await viewsWith(bi, confirmed)).toEqual(
      expect.arrayContaining([
        'agreements',
        'completion_by_month',
        'completion_by_term',
        'funding_budget_lines',
        'funding_instalments',
        'staffing_months',
      ]),
    );
    expect(await viewsWith(bi, proposed)).toEqual([]);
    expect(await viewsWith(bi, voided)).toEqual([]);
    const stations = await bi.rows<{ id: string }>('select station_id as id from stations');
    const ids = stations.map(({ id }) => id);
    expect(ids).toContain(confirmed.station.id);
    // A station that was in the directory stays there; one that is only proposed is not there yet.
    expect(ids).toContain(voided.station.id);
    expect(ids).not.toContain(proposed.station.id);
  },
);
