import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import { query, send, sendRaw, startToy, type Toy } from './toy-service';

const MEGABYTE = 1024 * 1024;
const NOT_UTF8 = '请求正文不是有效的 UTF-8，请以 UTF-8 编码重新发送。';
const JSON_TYPE = { 'content-type': 'application/json' };

let toy: Toy;
beforeAll(async () => {
  toy = await startToy({ limits: { bodyTimeoutMs: 100 } });
});
afterAll(() => toy.stop());

function bodyOf(bytes: number): string {
  const frame = JSON.stringify({ query: '{ hello }', variables: { pad: '' } });
  return JSON.stringify({ query: '{ hello }', variables: { pad: 'x'.repeat(bytes - frame.length) } });
}

describe('the size of a body', () => {
  test('a body over 1 MB is refused before it is completely read', async () => {
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
    const answer = await sendRaw(toy, `${head}Content-Length: ${MEGABYTE + 1}\r\n\r\n{"query":`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"PAYLOAD_TOO_LARGE"');
    expect(answer).toMatch(/\r\nConnection: close\r\n/i);
  });

  test('a body without Content-Length is cut off at 1 MB', async () => {
    const answer = await send(toy, {
      method: 'POST',
      headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' },
      body: bodyOf(2 * MEGABYTE),
    });
    expect(answer).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });

  test('a client that continues sending still reads why it was refused', async () => {
    const body = bodyOf(5 * MEGABYTE);
    const socket = connect(toy.port, '127.0.0.1');
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      // The socket accepts the last bytes only after the other side has read most.
      socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body}`, () => resolve());
    });
    let answer = '';
    for await (const chunk of socket.setEncoding('utf8')) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('请求正文不得超过 1 MB，请分批提交。');
  });

  test('Expect: 100-continue is refused for a body over the limit', async () => {
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n`;
    const answer = await sendRaw(toy, `${head}Content-Length: ${MEGABYTE + 1}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('Expect: 100-continue is accepted for a body within the limit', async () => {
    const body = JSON.stringify({ query: '{ hello }' });
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n`;
    const answer = await sendRaw(
      toy,
      `${head}Connection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  test('a body of exactly 1 MB is accepted', async () => {
    const body = bodyOf(MEGABYTE);
    expect(body).toHaveLength(MEGABYTE);
    expect(await send(toy, { method: 'POST', headers: JSON_TYPE, body })).toMatchObject({ status: 200 });
  });

  test('all concurrent bodies share a memory limit', async () => {
    // 64 bodies of 1,000 bytes fit the shared limit; the 65th does not.
    const small = await startToy({ limits: { bodyBytes: 1000, bodyTimeoutMs: 20_000 } });
    const part = `POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`;
    const all = Array.from({ length: 65 }, () => sendRaw(small, part + 'x'.repeat(999)));
    const refused = await Promise.any(
      all.map(async (answer) => {
        const text = await answer;
        return text.startsWith('HTTP/1.1 503') ? text : Promise.reject(new Error(text));
      }),
    );
    expect(refused).toContain('Retry-After');
    small.service.server.closeAllConnections();
    await Promise.all(all);
    for (let count = 0; count < 65; count += 1) {
      const answer = await send(small, { method: 'POST', headers: JSON_TYPE, body: bodyOf(1000) });
      expect(answer.status).toBe(200);
    }
    await small.stop();
  });

  test('a body that arrives too slowly times out', async () => {
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`;
    const answer = await sendRaw(toy, head);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
  });
});

describe('the form of a body', () => {
  const body = JSON.stringify({ query: '{ hello }' });

  test.each([
    ['no type', {}],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['a type that only begins like JSON', { 'content-type': 'application/jsonp' }],
    ['another charset', { 'content-type': 'application/json; charset=gbk' }],
    ['UTF-16 by its name', { 'content-type': 'application/json; charset="utf-16le"' }],
    ['two charsets', { 'content-type': 'application/json; charset=utf-8; charset=gbk' }],
    ['a compressed body', { ...JSON_TYPE, 'content-encoding': 'gzip' }],
  ])('%s is refused with 415', async (_name, headers) => {
    const answer = await send(toy, { method: 'POST', headers, body });
    expect(answer).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  test.each(['application/json; charset="UTF-8"', 'application/json;charset=utf8;', 'application/json; v=2'])(
    'is JSON in UTF-8 as "%s" as well',
    async (type) => {
      const answer = await send(toy, { method: 'POST', headers: { 'content-type': type }, body });
      expect(answer).toMatchObject({ status: 200 });
    },
  );

  test('may begin with one UTF-8 byte order mark', async () => {
    const ask = async (text: string) => send(toy, { method: 'POST', headers: JSON_TYPE, body: text });
    expect(await ask(`\uFEFF${body}`)).toMatchObject({ status: 200, data: { hello: 'hello' } });
    expect(await ask(`\uFEFF\uFEFF${body}`)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await ask('\uFEFF')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test.each([
    ['not JSON', '{"query":', '请求正文不是有效的 JSON。'],
    ['nothing', '', '请求正文不是有效的 JSON。'],
    ['a number', '7', '请求正文须为一个 JSON 对象。'],
    ['null', 'null', '请求正文须为一个 JSON 对象。'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), NOT_UTF8],
    ['compressed without saying so', gzipSync(body), NOT_UTF8],
    ['UTF-16', Buffer.from(body, 'utf16le'), NOT_UTF8],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${body}`, 'utf16le'), NOT_UTF8],
    ['UTF-16, high bytes first', Buffer.from(body, 'utf16le').swap16(), NOT_UTF8],
  ])('%s is refused with 400', async (_name, wrong, message) => {
    const answer = await send(toy, { method: 'POST', headers: JSON_TYPE, body: wrong });
    expect(answer).toMatchObject({ status: 400, code: 'BAD_REQUEST', message });
  });

  test('a batch is refused', async () => {
    const answer = await send(toy, { method: 'POST', headers: JSON_TYPE, body: `[${body},${body}]` });
    expect(answer).toMatchObject({ status: 400, code: 'BAD_REQUEST', data: undefined });
    expect(answer.message).toBe('不接受批量请求，请每次只发送一个操作。');
    expect(answer.text).not.toContain('hello');
  });
});

describe('methods and origins', () => {
  const preflighted = { 'apollo-require-preflight': '1' };
  const ask = (text: string): string => `/graphql?query=${encodeURIComponent(text)}`;

  test('a query by GET is accepted with a header that no foreign page can send', async () => {
    const answer = await send(toy, { path: ask('{ hello }'), headers: preflighted });
    expect(answer).toMatchObject({ status: 200, data: { hello: 'hello' } });
  });

  test('a query by GET is accepted with a bearer token', async () => {
    const answer = await send(toy, { path: ask('{ hello }'), headers: { authorization: 'Bearer x' } });
    expect(answer).toMatchObject({ status: 200, data: { hello: 'hello' } });
  });

  test.each([
    ['nothing more', {}],
    ['what every browser sends', { accept: '*/*', origin: 'https://evil.example', cookie: 'a=b' }],
    ['an empty authorization', { authorization: '' }],
    ['a name and password that the browser adds', { authorization: 'Basic YTpi' }],
  ])('a query by GET that a foreign page could send is refused: with %s', async (_, headers) => {
    const answer = await send(toy, { path: ask('{ hello }'), headers });
    expect(answer).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(answer.message).toContain('CSRF');
  });

  test('a mutation by GET is refused', async () => {
    const answer = await send(toy, { path: ask('mutation { touch { done } }'), headers: preflighted });
    expect(answer).toMatchObject({ status: 405, data: undefined });
    expect(answer.headers.allow).toBe('POST');
  });

  test('other methods are refused with the list of allowed ones', async () => {
    const answer = await send(toy, { method: 'PUT', headers: JSON_TYPE, body: '{}' });
    expect(answer).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(answer.headers.allow).toBe('GET, POST');
  });

  test('CORS permits no foreign origin', async () => {
    const foreign = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const preflight = await send(toy, { method: 'OPTIONS', headers: foreign });
    const post = await query(toy, '{ hello }', { headers: { origin: 'https://evil.example' } });
    expect(preflight.status).toBe(204);
    for (const { headers } of [preflight, post]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('a browser that opens /graphql gets no page with foreign scripts', async () => {
    const answer = await send(toy, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/json');
  });

  test.each([
    ['zh-CN,en;q=0.5', '没有这个地址。'],
    ['en', 'There is nothing at this address.'],
  ])('an unknown address is answered in the language of %s', async (language, message) => {
    const answer = await send(toy, { path: '/nowhere', headers: { 'accept-language': language } });
    expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND', message });
  });
});
