import { consoleRoutes } from '../../src/console';
import type { DemoAccount } from '../../src/explorer';
import { explorerRoutes } from '../../src/explorer';
import { type Answer, send, startToy, type Toy } from './toy-service';

const ACCOUNTS: DemoAccount[] = [
  { email: 'admin@one.example', title: { zh: '甲站', en: 'One' }, role: 'OPERATOR_ADMIN' },
  { email: 'worker@one.example', title: { zh: '甲站', en: 'One' }, role: 'OPERATOR_WORKER' },
  { email: 'admin@city.example', title: { zh: '<b>"市局"</b>', en: 'City' }, role: 'CITY_BUREAU' },
];

let toy: Toy;
beforeAll(async () => {
  toy = await startToy({ routes: [...explorerRoutes({ accounts: ACCOUNTS }), ...consoleRoutes()] });
});
afterAll(() => toy.stop());

const get = (path: string): Promise<Answer> => send(toy, { path });

/** URLs that a page loads or links to. */
function addressesIn(html: string): string[] {
  return [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address!);
}

describe.each(['/', '/explorer'])('the page %s', (path) => {
  test('is HTML in Chinese and in English', async () => {
    const { status, headers, text } = await get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('<html lang="zh-CN">');
    expect(text).toMatch(/lang="en"/);
  });

  test('runs no script but its own files', async () => {
    const { headers, text } = await get(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(text).not.toMatch(/<script(?![^>]*(?: src="|type="application\/json"))/);
    expect(text).not.toMatch(/<[^>]+ (?:style|on[a-z]+)=/);
    expect(text).not.toMatch(/javascript:/);
  });

  test('loads and links to nothing but what is served here', async () => {
    const { text } = await get(path);
    const addresses = new Set(addressesIn(text).filter((address) => !address.startsWith('#')));
    expect(addresses.size).toBeGreaterThan(2);
    for (const address of addresses) expect(await get(address)).toMatchObject({ status: 200 });
  });

  test('lists the demo accounts, with their names escaped', async () => {
    const { text } = await get(path);
    for (const { email } of ACCOUNTS) expect(text).toContain(email);
    expect(text).toContain('&lt;b&gt;&quot;市局&quot;&lt;/b&gt;');
    expect(text).not.toContain('<b>"市局"</b>');
  });

  test('does not mention the demo where there is none', async () => {
    const bare = await startToy({ routes: explorerRoutes({ accounts: undefined }) });
    expect((await send(bare, { path })).text).not.toContain('示范账号');
    await bare.stop();
  });
});

describe('the files of the pages', () => {
  test('may be cached forever, since their URL has a content hash', async () => {
    const { text } = await get('/explorer');
    const files = addressesIn(text).filter((address) => address.startsWith('/assets/'));
    expect(files.map((file) => file.split('/').at(-1)).sort()).toEqual([
      'explorer.css',
      'explorer.js',
      'graphiql.css',
      'graphiql.js',
      'pages.css',
      'react-dom.js',
      'react.js',
    ]);
    for (const file of files) {
      const { headers } = await get(file);
      expect(headers['content-type']).toBe(
        `text/${file.endsWith('.css') ? 'css' : 'javascript'}; charset=utf-8`,
      );
      expect(headers['cache-control']).toContain('immutable');
    }
  });

  test.each([
    '../explorer.js',
    '..%2f..%2fpackage.json',
    '../../package.json',
    'queries.ts',
    'graphiql.js/',
    '',
  ])('are a fixed list: %s is not among them', async (name) => {
    const { text } = await get('/explorer');
    const folder = /\/assets\/[0-9a-f]+\//.exec(text)?.[0];
    expect(await get(`${folder!}${name}`)).toMatchObject({ status: 404 });
  });

  test('the style element that a dialog adds is allowed only by this response', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { text, headers } = await get('/explorer');
        const nonce = /<meta name="style-nonce" content="([^"]+)">/.exec(text)?.[1];
        expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce!}'`);
        expect(headers['cache-control']).toBe('no-store');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });
});
