import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, writeXlsx } from 'hucre';
import { fill } from '../export/support';
import type { TestApi } from '../kit/api';
import { makeFolder } from '../kit/folder';
import { type Run, startCommand } from '../kit/program';
import { TEST_PASSWORD } from '../kit/settings';
import { createTestDatabase, type TestDatabase } from '../kit/world';
import { documented, shell } from './backups/support/documented';

/** A hundred thousand rows out and twenty thousand in, with the memory of the server that sends and reads them. */
jest.setTimeout(180_000);

const MB = 1_000_000;
const POLL_MS = 20;
const AGREEMENT = '{ agreements(first: 50) { nodes { id station { name } } } }';

let database: TestDatabase;
let server: Run;
let url: string;
let token: string;
let agreement: string;

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return ((await answer.json()) as { data: Data }).data;
}

/** What the server holds in memory and how long it has worked, as its own metrics have it: the sum of all labels. */
async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm'));
  return Array.from(lines, ([, value]) => Number(value)).reduce((sum, value) => sum + value);
}
const memory = async (): Promise<number> => metric('process_resident_memory_bytes');
/** Of its processor, and of the database for it: a statement's seconds end when its answer is read. */
const work = async (): Promise<number> =>
  (await metric('process_cpu_seconds_total')) + (await metric('sql_statement_seconds_total'));

/**
 * Does something, and says by how much the memory of the server has grown at its peak, and how long it took: by the clock,
 * in which a busy machine does other things too, or by its work, which counts twice what it does while a statement waits.
 */
async function measured<Result>(
  todo: () => Promise<Result>,
): Promise<{ result: Result; megabytes: number; seconds: number }> {
  const before = await memory();
  const began = await work();
  const start = performance.now();
  let peak = before;
  const done = new AbortController();
  const watching = (async () => {
    while (!done.signal.aborted) {
      peak = Math.max(peak, await memory());
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  })();
  try {
    const result = await todo();
    const byClock = (performance.now() - start) / 1000;
    return { result, megabytes: (peak - before) / MB, seconds: Math.min(byClock, (await work()) - began) };
  } finally {
    done.abort();
    await watching;
  }
}

beforeAll(async () => {
  database = await createTestDatabase('template_demo');
  await fill({ world: database } as TestApi, 100_000);
  server = startCommand('start', [], {
    DATABASE_URL: database.serverUrl,
    PORT: '0',
    TOKEN_KEYS: 'drill:a-secret-of-this-drill-that-signs-nothing-else',
  });
  await server.shows(/http:\/\/127\.0\.0\.1:\d+/);
  url = /http:\/\/127\.0\.0\.1:\d+/.exec(server.output())?.[0] ?? '';
  token = '';
  const { signIn } = await ask<{ signIn: { accessToken: string } }>(
    'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }',
    { input: { email: 'admin@fengyuan.example', password: TEST_PASSWORD } },
  );
  token = signIn.accessToken;
  const { agreements } = await ask<{ agreements: { nodes: { id: string; station: { name: string } }[] } }>(
    AGREEMENT,
  );
  agreement = agreements.nodes[0]!.id;
});

afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  await database.close();
});

test.each(['docs/sheets.md', 'docs/sheets.zh-CN.md'])('the commands of %s work as pasted', async (file) => {
  const folder = makeFolder('stations-sheets-');
  const rows = [
    ['日期', '片区', '指标', '个数'],
    ['5/6', '片区1', '红棉热线', file.length],
  ];
  writeFileSync(join(folder, 'log.xlsx'), await writeXlsx({ sheets: [{ name: '服务记录', rows }] }));
  const settings = {
    HOST: url,
    EMAIL: 'admin@fengyuan.example',
    PASSWORD: TEST_PASSWORD,
    AGREEMENT: agreement,
  };
  const { code, stdout } = await shell(documented(file, '--data-binary'), [], settings, folder);
  expect([code, JSON.parse(stdout)]).toMatchObject([
    0,
    { data: { sheetImport: { form: 'SERVICE_LOG', counts: { rows: 1, ready: 0, faulty: 1 } } } },
  ]);
  const { sheets } = await read(readFileSync(join(folder, 'annotated.xlsx')), { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual(['服务记录', '问题清单']);
  expect(sheets[0]!.cells?.get('1,0')?.comment?.text).toContain('5/6');
  rmSync(folder, { recursive: true });
});

test('a hundred thousand rows go out as .xlsx within 150 MB', async () => {
  const { result, megabytes } = await measured(async () => {
    const answer = await fetch(`${url}/export/service-records.xlsx?agreement=${agreement}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    let bytes = 0;
    for await (const chunk of answer.body!) bytes += (chunk as Uint8Array).length;
    return bytes;
  });
  expect(result).toBeGreaterThan(MB);
  expect(megabytes).toBeLessThan(150);
});

test('twenty thousand rows are read, checked and ready to be confirmed within ten seconds and 300 MB', async () => {
  const head = ['日期', '片区', '社工点', '项目', '指标', '个数', '节数', '人次', '备注'];
  const rows = Array.from({ length: 19_999 }, (_, at) => [
    new Date(Date.UTC(2024, 4, 1 + (at % 300))),
    '片区一',
    '惠城社区',
    null,
    '政策宣传',
    1,
    null,
    at % 97,
    at % 3 === 0 ? `第 ${at} 次` : null,
  ]);
  const body = Buffer.from(await writeXlsx({ sheets: [{ name: '服务记录', rows: [head, ...rows] }] }));
  // From the first byte until the preview is there to be looked at, which is the whole write, rolled back.
  const { result, megabytes, seconds } = await measured(async () => {
    const answer = await fetch(`${url}/imports?agreement=${agreement}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body,
    });
    const { id } = (await answer.json()) as { id: string };
    return ask<{ sheetImport: { digest: string; counts: object; changes: { totalCount: number } } }>(
      `query($id: ID!) { sheetImport(id: $id) { digest counts { rows ready unchanged ignored faulty }
        changes(first: 50) { totalCount nodes { subject becomes } } } }`,
      { id },
    );
  });
  const { digest, counts, changes } = result.sheetImport;
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(counts).toMatchObject({ rows: 19_999, ready: 19_999, faulty: 0 });
  expect(changes.totalCount).toBe(19_999);
  expect(seconds).toBeLessThan(10);
  expect(megabytes).toBeLessThan(300);
});
