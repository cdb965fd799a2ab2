import { rmSync } from 'node:fs';
import { makeFolder } from '../kit/folder';
import { runHere, type Run, startCommand } from '../kit/program';

const PASSWORD = 'a password for this test only';
const ARGS = ['--operators', '2', '--stations', '2', '--records', '40'];

/** A city in an embedded database of its own, made by one command and served by another. */
let dataDir: string;
let running: Run | undefined;
beforeAll(() => {
  dataDir = makeFolder('stations-city-');
});
afterAll(async () => {
  running?.child.kill('SIGTERM');
  await running?.ended;
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = (): Record<string, string> => ({ DATA_DIR: dataDir, DEMO_PASSWORD: PASSWORD, PORT: '0' });
const run = (command: string, args: string[] = []): Run => startCommand(command, args, settings());

async function ask<Data>(url: string, query: string, variables: object, token?: string): Promise<Data> {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: Data }).data;
}

test('what is half made is not served, and the line says what to do', async () => {
  const begun = run('generate', ['--stations', '10', '--records', '60000']);
  await begun.shows(/records \d+ %/);
  begun.child.kill('SIGINT');
  await begun.ended;
  const start = run('start');
  expect(await start.ended).toBe(1);
  expect(start.output()).toMatch(
    /^The database holds an unfinished city: run the same "npm run generate" again.*$/m,
  );
  rmSync(dataDir, { recursive: true, force: true });
}, 180_000);

test('what npm run generate has made, npm start serves to every account it named', async () => {
  const made = run('generate', ARGS);
  expect(await made.ended).toBe(0);
  const emails = made.output().match(/\S+@\S+\.city\.example/g) ?? [];
  expect(emails).toHaveLength(8);

  running = run('start');
  await running.shows(/Demo accounts/);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(running.output())?.[0] ?? '';
  const seen: Record<string, number> = {};
  for (const email of emails) {
    const { signIn } = await ask<{ signIn: { accessToken: string } }>(
      url,
      'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      { input: { email, password: PASSWORD } },
    );
    const answer = await ask<{ stations: { totalCount: number } } | null>(
      url,
      '{ stations { totalCount } }',
      {},
      signIn.accessToken,
    );
    seen[email.split('.')[0]!] = answer?.stations.totalCount ?? 0;
  }
  expect(seen).toMatchObject({ 'admin@city-bureau': 2, 'admin@mentoring-centre': 2, 'admin@platform': 0 });
  expect(seen['admin@operator-1']).toBeGreaterThan(0);
  expect(seen['admin@street-440111-1']).toBeGreaterThan(0);

  const beside = await runHere('generate', ARGS, settings());
  expect(beside.code).toBe(1);
  expect(beside.stderr).toMatch(/in use by a running server \(process \d+\): stop that one/);
}, 180_000);
