import { consoleRoutes } from '../../src/console';
import { readConsole } from '../../src/console/built-files';
import { type Answer, send, startToy, type Toy } from '../http/toy-service';

/** The console as the server serves it. */
let toy: Toy;
beforeAll(async () => {
  toy = await startToy({ routes: consoleRoutes() });
});
afterAll(() => toy.stop());

const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  send(toy, { path, headers });

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

test.each(readConsole().paths)(
  '%s is the page, under the strict policy, and asked for anew each time',
  async (path) => {
    const { status, headers, text } = await get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-cache',
    });
    expect(text).toContain('<div id="root">');
  },
);

test('the page has no script or style of its own, which the policy would not run', async () => {
  const { text } = await get('/console');
  expect(text).not.toMatch(/<script(?![^>]* src=")/);
  expect(text).not.toMatch(/<style|<[^>]+ (?:style|on[a-z]+)=/);
});

test('what the page loads is served from here, and kept for good where its name has its hash', async () => {
  const { text } = await get('/console');
  const files = [...text.matchAll(/\b(?:src|href)="(\/console[^"]*)"/g)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const { status, headers } = await get(file);
    expect(status).toBe(200);
    const isHashed = file.startsWith('/console-assets/');
    expect(headers['cache-control']).toBe(isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    expect(await get(file, { 'if-none-match': String(headers.etag) })).toMatchObject({ status: 304 });
  }
});

test.each([
  '/console/',
  '/console/nothing',
  '/console/completion/x',
  '/console-assets/',
  '/console-assets/..%2f..%2fpackage.json',
  '/console-assets/../../package.json',
  '/index.html',
  '/pages.json',
])('%s is no address: there is nothing to traverse', async (path) => {
  expect(await get(path)).toMatchObject({ status: 404 });
});
