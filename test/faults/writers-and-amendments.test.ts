import { checkRollups } from '../../src/verify';
import { type Agreement, newStation } from '../api/support/agreements';
import { propose } from '../api/support/amendments';
import { codesAndPaths, correct, tryRecord } from '../api/support/questions';
import { startApi, type TestApi } from '../kit/api';

/**
 * Sixteen writers record and correct at one station while its bureau moves the border of its terms, and its targets: each
 * figure is that of its records, in the term of their day.
 */
const WRITERS = 16;
const CALLS = 12;
const AMENDMENTS = 12;
const BORDERS = ['2024-05-31', '2024-06-30', '2024-07-31'];

let api: TestApi;
let agreement: Agreement;
let accepted = 0;
const refusals: string[] = [];

beforeAll(async () => {
  api = await startApi({ POOL_SIZE: '16', POOL_WAIT_MS: '20000', COST_PER_MINUTE: '1000000000' });
  agreement = await newStation(api, {
    terms: [
      { name: '上半年', startsOn: '2024-01-01', endsOn: '2024-06-30' },
      { name: '下半年', startsOn: '2024-07-01', endsOn: '2024-12-31' },
    ],
  });
  await Promise.all([...Array.from({ length: WRITERS }, async (_, at) => write(at)), amend()]);
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function write(writer: number): Promise<void> {
  const client = await api.as('admin@fengyuan.example');
  for (let call = 0; call < CALLS; call += 1) {
    const occurredOn = `2024-0${5 + ((writer + call) % 4)}-${String(1 + ((7 * call + writer) % 28)).padStart(2, '0')}`;
    const { records, userErrors } = await tryRecord(client, agreement.id, [
      { indicator: 'HOME_VISIT', occurredOn, quantities: [{ measure: 'VISITS', value: '1' }] },
    ]);
    refusals.push(...codesAndPaths(userErrors));
    if (records === null) continue;
    accepted += 1;
    if (call % 3 > 0) continue;
    const moved = await correct(client, {
      id: records[0]!.id,
      expectedRevision: 1,
      occurredOn: '2024-06-15',
      quantities: [{ measure: 'VISITS', value: '2' }],
    });
    refusals.push(...codesAndPaths(moved.userErrors));
    if (moved.record) accepted += 1;
  }
}

async function amend(): Promise<void> {
  const bureau = await api.as('admin@liwan-bureau.example');
  const [first, second] = agreement.terms;
  for (let at = 0; at < AMENDMENTS; at += 1) {
    const border = BORDERS[at % BORDERS.length]!;
    const next = new Date(Date.parse(border) + 86_400_000).toISOString().slice(0, 10);
    const { userErrors } = await propose(bureau, {
      agreementId: agreement.id,
      effectiveOn: '2024-01-01',
      documentNumber: `文号 ${at}`,
      terms: [
        { id: first!.id, endsOn: border },
        { id: second!.id, startsOn: next },
      ],
      targets: [{ termId: first!.id, indicator: 'HOME_VISIT', measure: 'VISITS', value: String(100 + at) }],
    });
    expect(codesAndPaths(userErrors)).toEqual([]);
  }
}

test('nothing is lost, and nothing refused', () => {
  expect(refusals).toEqual([]);
  expect(accepted).toBe(WRITERS * (CALLS + CALLS / 3));
});

test('every record is in the term of its day, and every figure that of its records', async () => {
  const [found] = await api.world.ownerQuery<{ records: number; done: string; misplaced: number }>(
    `select count(*)::int as records, sum((r.quantities ->> 'VISITS')::numeric)::text as done,
            count(*) filter (where r.occurred_on not between t.starts_on and t.ends_on)::int as misplaced
       from core.service_record r join core.term t on t.id = r.term_id where r.agreement_id = $1`,
    [agreement.id],
  );
  expect(found).toEqual({
    records: WRITERS * CALLS,
    done: String(WRITERS * (CALLS + CALLS / 3)),
    misplaced: 0,
  });
  const { differences } = await checkRollups(api.server.database);
  expect(differences).toEqual([]);
});
