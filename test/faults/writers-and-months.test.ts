import { checkRollups } from '../../src/verify';
import { newStation } from '../api/support/agreements';
import { handIn, monthOf, sendBack } from '../api/support/months';
import { codesAndPaths, correct, tryRecord, voidRecord } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';

/**
 * Sixteen writers record, correct, move and void in a month while it is handed in, sent back and handed in again: what
 * is there at each hand-in is what it says, and nothing is written after it.
 */
const WRITERS = 16;
const CALLS = 8;
const ROUNDS = 4;
const VISITS = 'HOME_VISIT';

let api: TestApi;
let agreementId: string;
const refusals: string[] = [];
const handedIn: { records: number; done: string; after: number }[] = [];
/** What the month itself says after each hand-in. */
const said: string[] = [];

beforeAll(async () => {
  api = await startApi({
    POOL_SIZE: '16',
    POOL_WAIT_MS: '20000',
    LOCK_TIMEOUT_MS: '30000',
    COST_PER_MINUTE: '1000000000',
  });
  agreementId = (await newStation(api)).id;
  await Promise.all([...Array.from({ length: WRITERS }, async (_, at) => write(at)), close()]);
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function write(writer: number): Promise<void> {
  const client = await api.as('admin@fengyuan.example');
  const quantities = [{ measure: 'VISITS', value: '1' }];
  for (let call = 0; call < CALLS; call += 1) {
    const month = (writer + call) % 3 === 0 ? '04' : '03';
    const occurredOn = `2024-${month}-${String(1 + ((7 * call + writer) % 28)).padStart(2, '0')}`;
    const { records, userErrors } = await tryRecord(client, agreementId, [
      { indicator: VISITS, occurredOn, quantities },
    ]);
    refusals.push(...codesAndPaths(userErrors));
    const [made] = records ?? [];
    if (!made) continue;
    const steps = [
      async () => correct(client, { id: made.id, expectedRevision: 1, occurredOn: '2024-03-15' }),
      async () => correct(client, { id: made.id, expectedRevision: 1, occurredOn: '2024-04-15' }),
      async () => voidRecord(client, made.id),
    ];
    const changed = await steps[call % 3]!();
    refusals.push(...codesAndPaths(changed.userErrors));
  }
}

/** What is in the month, counted from the records themselves. */
async function counted(): Promise<{ records: number; done: string }> {
  const [row] = await api.world.ownerQuery<{ records: number; done: string }>(
    `select count(*)::int as records, coalesce(sum((quantities ->> 'VISITS')::numeric), 0)::text as done
       from core.service_record
      where agreement_id = $1 and voided_at is null and occurred_on between '2024-03-01' and '2024-03-31'`,
    [agreementId],
  );
  return row!;
}

/** The visits that the month says were made. */
async function doneOf(client: Client): Promise<string> {
  const { node } = await client.get<{ node: { figures: { completed: string }[] } }>(
    'query($id: ID!) { node(id: $id) { ... on ReportMonth { figures { completed } } } }',
    { id: `${agreementId}.2024-03` },
  );
  return String(node.figures.reduce((sum, { completed }) => sum + Number(completed), 0));
}

async function close(): Promise<void> {
  const operator = await api.as('admin@fengyuan.example');
  const street = await api.as('admin@fengyuan-street.example');
  for (let round = 0; round < ROUNDS; round += 1) {
    expect((await handIn(operator, agreementId, '2024-03')).userErrors).toEqual([]);
    const before = await counted();
    // While it is closed the writers go on trying.
    await monthOf(street, agreementId, '2024-03');
    said.push(await doneOf(street));
    const { records } = await counted();
    handedIn.push({ ...before, after: records });
    if (round + 1 < ROUNDS) await sendBack(street, `${agreementId}.2024-03`, '请补登');
  }
}

test('a month is refused while it is closed, by its name, and nothing else is', () => {
  const others = refusals.filter((refusal) => !refusal.startsWith('MONTH_CLOSED '));
  expect(others).toEqual([]);
  expect(refusals.length).toBeGreaterThan(0);
});

test('what was handed in is what the records say, and nothing was written after it', async () => {
  for (const { records, after } of handedIn) expect(after).toBe(records);
  expect(said).toEqual(handedIn.map((one) => one.done));
  const { records, done } = await counted();
  expect(handedIn.at(-1)).toEqual({ records, done, after: records });
  const { differences } = await checkRollups(api.server.database);
  expect(differences).toEqual([]);
});
