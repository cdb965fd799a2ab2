import { gunzipSync } from 'node:zlib';

import { Metrics, type Route, staticRoute } from '../../src/platform/http';
import { query, send, sendRaw, startToy, type Toy, type ToyOverrides } from './toy-service';

let toy: Toy;
afterEach(() => toy.stop());

async function start(overrides: ToyOverrides = {}): Promise<void> {
  toy = await startToy(overrides);
}

describe('every answer', () => {
  test('has a request id of the server, whatever id the client sends', async () => {
    await start();
    const headers = { 'x-request-id': 'mine' };
    const ids = await Promise.all(
      ['/graphql', '/healthz', '/nowhere'].map(
        async (path) => (await send(toy, { path, headers })).headers['x-request-id'],
      ),
    );
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(3);
  });

  test('has the security headers for browsers', async () => {
    await start();
    for (const path of ['/graphql', '/healthz', '/nowhere']) {
      const { headers } = await send(toy, { path });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  test('is compressed when it is long and the client accepts it', async () => {
    await start();
    const big = '{ big(size: 5000) }';
    const packed = await query(toy, big, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(JSON.parse(gunzipSync(packed.bytes).toString())).toEqual({ data: { big: 'x'.repeat(5000) } });
    const declined = [
      await query(toy, big),
      await query(toy, big, { headers: { 'accept-encoding': 'gzip;q=0' } }),
    ];
    const short = await query(toy, '{ hello }', { headers: { 'accept-encoding': 'gzip' } });
    for (const { headers } of [...declined, short]) expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('the log', () => {
  test('has one line per request, without secrets and contents', async () => {
    await start({
      buildContext: (_request, info) => Promise.resolve({ info, member: 'member-7' }),
    });
    const answer = await query(toy, 'mutation Touch($text: String) { touch(text: $text) { done } }', {
      path: '/graphql?secret=hidden-1',
      headers: { authorization: 'Bearer hidden-2', cookie: 'a=hidden-3', 'x-any': 'hidden-4' },
      variables: { text: 'hidden-5' },
    });
    expect(answer.status).toBe(200);
    const line = await toy.logged(({ msg }) => msg === 'request');
    expect(line).toMatchObject({
      level: 30,
      requestId: answer.headers['x-request-id'],
      method: 'POST',
      path: '/graphql',
      operation: 'Touch',
      status: 200,
      outcome: 'ok',
      bytes: answer.bytes.length,
      remote: '127.0.0.1',
      member: 'member-7',
    });
    expect(typeof line.ms).toBe('number');
    expect(toy.log).toHaveLength(1);
    expect(JSON.stringify(toy.log)).not.toContain('hidden');
  });

  test.each([
    ['{ hello }', 'ok'],
    ['mutation { touch(text: "") { done userErrors { message } } }', 'user_error'],
    ['{ nonsense }', 'user_error'],
    ['{ fail(code: "BAD_USER_INPUT") }', 'user_error'],
    ['{ fail(code: "FORBIDDEN") }', 'refused'],
    ['{ a: fail(code: "FORBIDDEN") b: crash }', 'error'],
  ])('has the outcome of %s: %s', async (text, outcome) => {
    await start();
    await query(toy, text);
    expect(await toy.logged(({ msg }) => msg === 'request')).toMatchObject({ outcome });
  });

  test('has the address that the trusted proxy reports, and no address that a client forged', async () => {
    await start({ trustProxy: true });
    const headers = { 'x-forwarded-for': '10.9.9.9, 203.0.113.7' };
    await query(toy, '{ hello }', { headers });
    expect(await toy.logged(({ msg }) => msg === 'request')).toMatchObject({ remote: '203.0.113.7' });
    await toy.stop();
    await start();
    await query(toy, '{ hello }', { headers });
    expect(await toy.logged(({ msg }) => msg === 'request')).toMatchObject({ remote: '127.0.0.1' });
  });
});

describe('readiness', () => {
  test('is distinct from liveness: without its database the process is live and not ready', async () => {
    await start({ ready: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.3')) });
    expect(await send(toy, { path: '/healthz' })).toMatchObject({ status: 200 });
    const answer = await send(toy, { path: '/readyz' });
    expect(answer.status).toBe(503);
    expect(answer.text).not.toContain('10.0.0.3');
    expect(toy.log.filter(({ msg }) => msg === 'not ready')).toHaveLength(1);
  });

  test('queries the database once for any number of concurrent probes', async () => {
    let asked = 0;
    let arrived = 0;
    let answerAll: () => void = () => undefined;
    const allArrived = new Promise<void>((resolve) => (answerAll = resolve));
    await start({
      ready: () => {
        asked += 1;
        return allArrived;
      },
    });
    toy.service.server.on('request', () => {
      arrived += 1;
      if (arrived === 20) answerAll();
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(toy, { path: '/readyz' })));
    answers.push(await send(toy, { path: '/readyz' }));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(asked).toBe(1);
  });
});

describe('the metrics', () => {
  test('count requests by operation and outcome, statements and pools', async () => {
    await start();
    toy.metrics.observePools(() => [{ role: 'reader', total: 4, idle: 3, waiting: 2 }]);
    toy.metrics.observeStatement('completion', 0.25);
    await query(toy, 'query Greet { hello }');
    await query(toy, '{ hello }');
    await query(toy, 'query Unknown { nonsense }');
    const { text, headers } = await send(toy, { path: '/metrics' });
    expect(headers['content-type']).toMatch(/^text\/plain; version=/);
    expect(text).toContain('graphql_requests_total{operation="Greet",outcome="ok"} 1');
    expect(text).toContain('graphql_requests_total{operation="anonymous",outcome="ok"} 1');
    expect(text).toContain('graphql_requests_total{operation="none",outcome="user_error"} 1');
    expect(text).toContain('graphql_request_seconds_count{operation="Greet"} 1');
    expect(text).toContain('graphql_requests_in_flight 0');
    expect(text).toContain('database_pool_connections{role="reader",state="waiting"} 2');
    expect(text).toContain('sql_statements_total{statement="completion"} 1');
    expect(text).toContain('sql_statement_seconds_total{statement="completion"} 0.25');
  });

  test('keep a bounded number of operation names', async () => {
    await start({ metrics: new Metrics({ maxOperations: 2, process: false }) });
    for (const name of ['A', 'B', 'C', 'D', 'A']) await query(toy, `query ${name} { hello }`);
    const { text } = await send(toy, { path: '/metrics' });
    const counts = [...text.matchAll(/graphql_requests_total\{operation="(\w+)",outcome="ok"\} (\d)/g)];
    expect(counts.map(([, name, count]) => `${name!} ${count!}`)).toEqual(['A 2', 'B 1', 'other 2']);
  });

  test('include those of the process itself', async () => {
    await start({ metrics: new Metrics() });
    expect((await send(toy, { path: '/metrics' })).text).toContain('nodejs_eventloop_lag_seconds');
  });

  test.each([
    ['through a proxy', {}, { 'x-forwarded-for': '203.0.113.7' }],
    ['under a foreign name', {}, { host: 'rebound.example' }],
    ['where a proxy is trusted', { trustProxy: true }, {}],
    ['without the token', { metricsToken: 'sesame' }, {}],
    ['with another token', { metricsToken: 'sesame' }, { authorization: 'Bearer sesamf' }],
  ])('are not found for requests %s', async (_name, overrides, headers) => {
    await start(overrides);
    const { status, text } = await send(toy, { path: '/metrics', headers });
    expect(status).toBe(404);
    expect(text).not.toContain('graphql_requests_total');
  });

  test('are readable from anywhere with the token', async () => {
    await start({ metricsToken: 'sesame', trustProxy: true });
    const headers = { authorization: 'Bearer sesame', 'x-forwarded-for': '203.0.113.7' };
    expect(await send(toy, { path: '/metrics', headers })).toMatchObject({ status: 200 });
  });
});

describe('what is not HTTP', () => {
  test.each([
    ['noise', 'hello there\r\n\r\n', 400],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    [
      'a length beside chunks',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a head too long', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s is answered once and the connection closed', async (_name, bytes, status) => {
    await start();
    const answer = await sendRaw(toy, bytes);
    expect(answer.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(answer).toMatch(/\r\nX-Request-Id: /);
    expect(answer).toContain('"errors":[{');
  });

  test('the server continues to answer others', async () => {
    await start();
    await sendRaw(toy, '\0\0\0\r\n\r\n');
    expect(await query(toy, '{ hello }')).toMatchObject({ status: 200 });
  });
});

describe('files', () => {
  const route = staticRoute({
    path: '/file.txt',
    contentType: 'text/plain; charset=utf-8',
    body: 'text '.repeat(1000),
  });

  test('are sent again only when they have changed', async () => {
    await start({ routes: [route] });
    const first = await send(toy, { path: '/file.txt' });
    expect(first).toMatchObject({ status: 200, text: 'text '.repeat(1000) });
    const again = await send(toy, { path: '/file.txt', headers: { 'if-none-match': first.headers.etag! } });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  test('are sent compressed to clients that accept it', async () => {
    await start({ routes: [route] });
    const packed = await send(toy, { path: '/file.txt', headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.bytes).toString()).toBe('text '.repeat(1000));
  });

  test('answer HEAD without a body and nothing else', async () => {
    await start({ routes: [route] });
    const head = await send(toy, { method: 'HEAD', path: '/file.txt' });
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(head.headers['content-length']).toBe('5000');
    expect(await send(toy, { method: 'POST', path: '/file.txt' })).toMatchObject({ status: 405 });
  });

  test.each([
    '/../package.json',
    '/file.txt/../../package.json',
    '/%2e%2e/package.json',
    '//package.json',
    '/FILE.TXT',
  ])('are not reached by the path %s', async (path) => {
    await start({ routes: [route] });
    expect(await send(toy, { path })).toMatchObject({ status: 404 });
  });

  test('a response that fails half-way is aborted, and the server keeps running', async () => {
    const halfway: Route = {
      path: '/halfway',
      handle: ({ response }) => {
        response.writeHead(200, { 'Content-Length': '100' });
        response.write('half');
        return Promise.reject(new Error('swordfish'));
      },
    };
    await start({ routes: [halfway] });
    await expect(send(toy, { path: '/halfway' })).rejects.toThrow('aborted');
    expect(await toy.logged(({ msg }) => msg === 'request')).toMatchObject({ outcome: 'error' });
    expect(await send(toy, { path: '/healthz' })).toMatchObject({ status: 200 });
  });

  test('a route that fails does not reveal why', async () => {
    const broken = { path: '/broken', handle: () => Promise.reject(new Error('swordfish')) };
    await start({ routes: [broken] });
    const answer = await send(toy, { path: '/broken' });
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(answer.text).not.toContain('swordfish');
  });
});
