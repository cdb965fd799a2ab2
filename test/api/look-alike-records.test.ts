import { newId } from '../../src/platform/ids';
import { type Client, startApi, type TestApi } from '../kit/api';
import { TEST_PASSWORD } from '../kit/settings';
import { type Agreement, newStation } from './support/agreements';
import { correct, type NewRecord, record, voidRecord } from './support/questions';

/** LOOKS_RECORDED_TWICE: what was just entered and equals another record is pointed out, and stored. */
const DAY_MS = 86_400_000;

let api: TestApi;
let worker: Client;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await startApi({ COST_PER_MINUTE: '1000000000' });
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  // Sessions end while the clock moves.
  worker = await signedIn('worker@fengyuan.example');
  admin = await signedIn('admin@fengyuan.example');
  agreement = await newStation(api);
});

async function signedIn(email: string): Promise<Client> {
  const { signIn } = await api.anonymous.get<{ signIn: { accessToken: string } }>(
    'mutation($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { accessToken } }',
    { email, password: TEST_PASSWORD },
  );
  return api.withToken(signIn.accessToken);
}

const given = (changes: Partial<NewRecord> = {}): NewRecord => ({
  indicator: 'HOTLINE',
  occurredOn: '2024-03-05',
  idempotencyKey: newId(),
  note: '热线',
  quantities: [{ measure: 'CALLS', value: '3' }],
  zoneId: agreement.zones[0]!.id,
  ...changes,
});

interface Answer {
  records: { id: string }[];
  warnings: { code: string; path: string[]; message: string }[];
  userErrors: unknown[];
}

async function enter(records: NewRecord[], client = worker): Promise<Answer> {
  const { recordServices } = await client.get<{ recordServices: Answer }>(
    `mutation($input: RecordServicesInput!) { recordServices(input: $input) {
       records { id } warnings { code path message } userErrors { code path } } }`,
    { input: { agreementId: agreement.id, records } },
  );
  expect(recordServices.userErrors).toEqual([]);
  return recordServices;
}

const pathsOf = ({ warnings }: Answer): string[] =>
  warnings.map(({ code, path }) => `${code} ${path.join('.')}`);

test('the same content under another key is stored and pointed out, with who entered the first', async () => {
  expect(pathsOf(await enter([given()]))).toEqual([]);
  const again = await enter([given({ quantities: [{ measure: 'CALLS', value: '4' }] }), given()], admin);
  expect(pathsOf(again)).toEqual(['LOOKS_RECORDED_TWICE records.1']);
  expect(again.warnings[0]!.message).toContain('逢源人家社工');
  expect(again.records).toHaveLength(2);
});

test('two alike in one call are pointed out once', async () => {
  const answer = await enter([given(), given(), given({ note: null })]);
  expect(pathsOf(answer)).toEqual([expect.stringMatching(/^LOOKS_RECORDED_TWICE records\.[01]$/)]);
});

test('the same call again answers the same', async () => {
  await enter([given()]);
  const call = [given(), given({ note: '另一次' })];
  const first = await enter(call);
  expect(pathsOf(first)).toEqual(['LOOKS_RECORDED_TWICE records.0']);
  expect(await enter(call)).toEqual(first);
});

test.each<[string, () => Partial<NewRecord>]>([
  ['day', () => ({ occurredOn: '2024-03-06' })],
  ['zone', () => ({ zoneId: agreement.zones[1]!.id })],
  ['place', () => ({ zoneId: null })],
  ['project', () => ({ projectId: agreement.projects[0]!.id })],
  ['quantity', () => ({ quantities: [{ measure: 'CALLS', value: '4' }] })],
  ['note', () => ({ note: '热线二' })],
])('another %s is another record', async (_, changes) => {
  await enter([given()]);
  expect(pathsOf(await enter([given(changes())]))).toEqual([]);
});

test('what is voided, or was entered more than a day before, is not compared', async () => {
  const [first] = await record(worker, agreement.id, [given()]);
  await voidRecord(worker, first!.id);
  await enter([given()]);
  api.clock.advance(DAY_MS + 1000);
  worker = await signedIn('worker@fengyuan.example');
  const second = await enter([given()]);
  expect(pathsOf(second)).toEqual([]);
  api.clock.advance(DAY_MS);
  worker = await signedIn('worker@fengyuan.example');
  const call = [given()];
  const third = await enter(call);
  expect(pathsOf(third)).toEqual(['LOOKS_RECORDED_TWICE records.0']);
  await correct(worker, { id: third.records[0]!.id, expectedRevision: 1, note: '改' });
  expect(pathsOf(await enter(call))).toEqual([]);
});
