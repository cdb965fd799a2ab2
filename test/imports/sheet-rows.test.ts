import { writeXlsx } from 'hucre';
import { newStation } from '../api/support/agreements';
import { signInAnew } from '../api/support/people';
import { type Client, startApi, type TestApi } from '../kit/api';
import { log, preview } from './support/imports';

/** Rows of an uploaded file, as they are looked at beside its faults. */
let api: TestApi;
let worker: Client;
beforeAll(async () => {
  api = await startApi();
  worker = await api.as('worker@fengyuan.example');
});
afterAll(async () => api.close());

interface Row {
  number: number;
  isHidden: boolean;
  cells: (string | null)[];
}
const ROWS = `query($id: ID!, $sheet: String!, $numbers: [Int!]!) {
  sheetImport(id: $id) { rows(sheet: $sheet, numbers: $numbers) { number isHidden cells } } }`;

async function rowsOf(client: Client, id: string, numbers: number[], sheet = 'CSV'): Promise<Row[]> {
  const { sheetImport } = await client.get<{ sheetImport: { rows: Row[] } }>(ROWS, { id, sheet, numbers });
  return sheetImport.rows;
}

test('rows are those that are asked for, as the file has them; there are none beyond its end, and none of another sheet', async () => {
  const agreement = await newStation(api);
  const long = '很'.repeat(300);
  const { id } = await preview(
    api,
    worker,
    agreement.id,
    log('5/6,东片,,红棉热线,三,', `2024-03-02,西片,,红棉热线,4,${long}`),
  );
  expect(await rowsOf(worker, id, [1, 2, 9, 0, -1])).toEqual([
    { number: 1, isHidden: false, cells: ['日期', '片区', '社工点', '指标', '个数', '备注'] },
    { number: 2, isHidden: false, cells: ['5/6', '东片', null, '红棉热线', '三', null] },
  ]);
  // A text that is too long to look at is cut.
  expect((await rowsOf(worker, id, [3]))[0]!.cells[5]).toBe(long.slice(0, 200));
  expect(await rowsOf(worker, id, [1], '别的表')).toEqual([]);
});

test('merged cells come with what they show, no further than the sheet goes', async () => {
  const agreement = await newStation(api);
  const rows = [
    ['服务记录', null, null, null],
    ['日期', '片区', '指标', '个数'],
    ['5/6', '东片', '红棉热线', 1],
    [null, '东片', '红棉热线', 2],
  ];
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
    { startRow: 2, startCol: 0, endRow: 9, endCol: 0 },
  ];
  const file = await writeXlsx({ sheets: [{ name: '服务记录', rows, merges }] });
  const { id } = await preview(api, worker, agreement.id, Buffer.from(file));
  const { sheetImport } = await worker.get<{ sheetImport: { rows: { merges: object[] }[] } }>(
    `query($id: ID!) { sheetImport(id: $id) { rows(sheet: "服务记录", numbers: [1, 2, 4]) { merges { range text } } } }`,
    { id },
  );
  expect(sheetImport.rows.map((row) => row.merges)).toEqual([
    [{ range: 'A1:D1', text: '服务记录' }],
    [],
    [{ range: 'A3:A4', text: '5/6' }],
  ]);
});

test('for no rows no file is read', async () => {
  const agreement = await newStation(api);
  const { id } = await preview(api, worker, agreement.id, log('5/6,东片,,红棉热线,三,'));
  await rowsOf(worker, id, [1]);
  const reads = (): number => api.statements().get('sheetImport.file')!;
  const before = reads();
  expect(await rowsOf(worker, id, [])).toEqual([]);
  expect(reads()).toBe(before);
});

test('at most 200 rows are shown at once', async () => {
  const agreement = await newStation(api);
  const { id } = await preview(api, worker, agreement.id, log('5/6,东片,,红棉热线,三,'));
  const numbers = Array.from({ length: 201 }, (_, at) => at + 1);
  expect((await rowsOf(worker, id, numbers.slice(1))).length).toBe(1);
  const { errors } = await worker.ask(ROWS, { id, sheet: 'CSV', numbers });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});

test('several who look at once all see their rows', async () => {
  const agreement = await newStation(api);
  const { id } = await preview(api, worker, agreement.id, log('5/6,东片,,红棉热线,三,'));
  const answers = await Promise.all([1, 2, 1, 2].map(async (number) => rowsOf(worker, id, [number])));
  expect(answers.map(([row]) => row?.cells[0])).toEqual(['日期', '5/6', '日期', '5/6']);
});

test('a file that is gone has no rows', async () => {
  const agreement = await newStation(api);
  const { id } = await preview(api, worker, agreement.id, log('5/6,东片,,红棉热线,三,'));
  api.clock.advance(31 * 86_400_000);
  expect(await rowsOf(await signInAnew(api, 'worker@fengyuan.example'), id, [1])).toEqual([]);
});
