import { connect } from 'node:net';

import { message } from '../../src/messages';
import { AppError } from '../../src/platform/app-error';
import { type Answer, query, send, startToy, type Toy, type ToyOverrides } from './toy-service';

let toy: Toy;
afterEach(() => toy.stop());

async function start(overrides: ToyOverrides = {}): Promise<void> {
  toy = await startToy(overrides);
}

/** Resolves once the metrics show so many waiting requests. */
async function queued(count: number): Promise<void> {
  while (!(await toy.metrics.text()).includes(`graphql_requests_queued ${count}\n`)) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('more requests than can be admitted', () => {
  test('beyond the concurrency and queue limits requests are rejected with Retry-After', async () => {
    await start({ limits: { maxInFlight: 1, maxQueued: 1 } });
    const running = query(toy, '{ wait }');
    await toy.gate.reached(1);
    const waiting = query(toy, '{ hello }');
    await queued(1);

    const chinese = await query(toy, '{ hello }');
    expect(chinese).toMatchObject({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      message: '服务繁忙，请稍后重试。',
    });
    expect(Number(chinese.headers['retry-after'])).toBeGreaterThan(0);
    const english = await query(toy, '{ hello }', { headers: { 'accept-language': 'en' } });
    expect(english.message).toBe('The service is busy: try again shortly.');

    toy.gate.open();
    expect(await running).toMatchObject({ status: 200, data: { wait: 'done' } });
    expect(await waiting).toMatchObject({ status: 200, data: { hello: 'hello' } });
  });

  test('a slot that was free when a request began may be taken when its body has arrived', async () => {
    await start({ limits: { maxInFlight: 1, maxQueued: 0, maxQueueWaitMs: 20_000 } });
    const body = '{"query":"{ hello }"}';
    const socket = connect(toy.port, '127.0.0.1').setEncoding('utf8');
    const head =
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n';
    socket.write(`${head}Expect: 100-continue\r\nContent-Length: ${body.length}\r\n\r\n`);
    await new Promise((resolve) => socket.once('data', resolve));
    const running = query(toy, '{ wait }');
    await toy.gate.reached(1);
    socket.write(body);
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 503 /);
    toy.gate.open();
    await running;
  });

  test('waiting requests are served in FIFO order', async () => {
    await start({ limits: { maxInFlight: 1, maxQueued: 3 } });
    const order: string[] = [];
    const ask = async (name: string): Promise<void> => {
      await query(toy, `query ${name} { wait }`);
    };
    const first = ask('First');
    await toy.gate.reached(1);
    const rest: Promise<void>[] = [];
    for (const [index, name] of ['Second', 'Third', 'Fourth'].entries()) {
      rest.push(ask(name));
      await queued(index + 1);
    }
    for (const [index] of ['First', 'Second', 'Third', 'Fourth'].entries()) {
      await toy.gate.reached(index + 1);
      toy.gate.letOneGo();
    }
    await Promise.all([first, ...rest]);
    await toy.logged((line) => line.operation === 'Fourth');
    order.push(...toy.log.map((line) => line.operation).filter((name) => typeof name === 'string'));
    expect(order).toEqual(['First', 'Second', 'Third', 'Fourth']);
  });

  test('no request waits longer than the timeout', async () => {
    await start({ limits: { maxInFlight: 1, maxQueued: 1, maxQueueWaitMs: 20 } });
    const running = query(toy, '{ wait }');
    await toy.gate.reached(1);
    expect(await query(toy, '{ hello }')).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    toy.gate.open();
    expect(await running).toMatchObject({ status: 200 });
  });

  test('a client that disconnects frees its place in the queue', async () => {
    await start({ limits: { maxInFlight: 1, maxQueued: 1 } });
    const running = query(toy, '{ wait }');
    await toy.gate.reached(1);
    const leaving = new AbortController();
    const left = query(toy, '{ hello }', { signal: leaving.signal });
    await queued(1);
    leaving.abort();
    await expect(left).rejects.toThrow('aborted');
    await queued(0);
    const next = query(toy, '{ hello }');
    await queued(1);
    toy.gate.open();
    expect(await next).toMatchObject({ status: 200 });
    await running;
  });

  test('probes and metrics are answered while everything else is rejected', async () => {
    await start({ limits: { maxInFlight: 1, maxQueued: 0 } });
    const running = query(toy, '{ wait }');
    await toy.gate.reached(1);
    const answers = await Promise.all(
      ['/healthz', '/readyz', '/metrics', '/graphql'].map((path) => send(toy, { path })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 503]);
    toy.gate.open();
    await running;
  });
});

describe('requests that wait for something slow', () => {
  test('take no slot: other requests are served meanwhile', async () => {
    await start({ limits: { maxInFlight: 1, maxQueued: 0 } });
    const aside: Promise<Answer>[] = [];
    for (let count = 1; count <= 5; count += 1) {
      aside.push(query(toy, '{ aside }'));
      await toy.gate.reached(count);
      expect(await query(toy, '{ hello }')).toMatchObject({ status: 200 });
    }
    toy.gate.open();
    for (const answer of await Promise.all(aside)) expect(answer.data).toEqual({ aside: 'back' });
    expect(await toy.metrics.text()).toContain('graphql_requests_in_flight 0\n');
  });

  test('resume before queued requests, and never exceed the concurrency limit', async () => {
    await start({ limits: { maxInFlight: 1, maxQueued: 1 } });
    const aside = query(toy, 'query Aside { aside }');
    await toy.gate.reached(1);
    const running = query(toy, 'query Running { wait }');
    await toy.gate.reached(2);
    const waiting = query(toy, 'query Waiting { wait }');
    await queued(1);
    toy.gate.letOneGo();
    await queued(2);
    expect(await query(toy, '{ hello }')).toMatchObject({ status: 503 });
    toy.gate.letOneGo();
    expect(await aside).toMatchObject({ status: 200, data: { aside: 'back' } });
    await toy.gate.reached(3);
    toy.gate.open();
    await Promise.all([running, waiting]);
    const order = toy.log.map(({ operation }) => operation).filter((name) => name !== undefined);
    expect(order.indexOf('Aside')).toBeLessThan(order.indexOf('Waiting'));
  });

  test('end at their timeout, and leak no slot', async () => {
    await start({ limits: { requestTimeoutMs: 30, maxInFlight: 1, maxQueued: 0 } });
    expect(await query(toy, '{ aside }')).toMatchObject({ status: 504, code: 'TIMEOUT' });
    toy.gate.open();
    expect(await query(toy, '{ hello }')).toMatchObject({ status: 200 });
    expect(await toy.metrics.text()).toContain('graphql_requests_in_flight 0\n');
  });
});

describe('requests that take too long', () => {
  test('a request over its timeout is answered, and its work is aborted', async () => {
    await start({ limits: { requestTimeoutMs: 30 } });
    const answer = await query(toy, 'query Slow { wait }', { headers: { 'accept-language': 'en' } });
    expect(answer).toMatchObject({ status: 504, code: 'TIMEOUT' });
    expect(answer.message).toContain('took too long');
    expect(toy.gate.signals[0]).toMatchObject({ aborted: true });
    expect(await toy.logged((line) => line.status === 504)).toMatchObject({
      operation: 'Slow',
      outcome: 'timeout',
    });
  });

  test('work that continues after its timeout keeps its slot until it ends', async () => {
    await start({ limits: { requestTimeoutMs: 30, maxInFlight: 1, maxQueued: 0 } });
    await query(toy, '{ wait }');
    expect(await query(toy, '{ hello }')).toMatchObject({ status: 503 });
    toy.gate.open();
    let answer: Answer;
    do answer = await query(toy, '{ hello }');
    while (answer.status === 503);
    expect(answer.status).toBe(200);
  });

  test('a client that disconnects aborts its work', async () => {
    await start();
    const leaving = new AbortController();
    const left = query(toy, 'query Left { wait }', { signal: leaving.signal });
    await toy.gate.reached(1);
    const [signal] = toy.gate.signals;
    const stopped = new Promise((resolve) => {
      signal?.addEventListener('abort', resolve);
    });
    leaving.abort();
    await expect(left).rejects.toThrow('aborted');
    await stopped;
    const line = await toy.logged(({ operation }) => operation === 'Left');
    expect(line).toMatchObject({ status: 499, outcome: 'aborted' });
  });

  test('a client that disconnects while sending gets no response, and is logged without an error', async () => {
    await start();
    const socket = connect(toy.port, '127.0.0.1');
    const head =
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n';
    socket.write(`${head}Expect: 100-continue\r\n\r\n`);
    await new Promise((resolve) => socket.once('data', resolve));
    socket.destroy();
    expect(await toy.logged((line) => line.msg === 'request')).toMatchObject({
      status: 499,
      outcome: 'aborted',
    });
    expect(toy.log).toHaveLength(1);
  });

  test('a request that is answered in time is never aborted', async () => {
    await start();
    const running = query(toy, '{ wait }');
    await toy.gate.reached(1);
    toy.gate.open();
    await running;
    await toy.logged((line) => line.msg === 'request');
    expect(toy.gate.signals[0]).toMatchObject({ aborted: false });
  });
});

describe('faults below', () => {
  test('an error of SERVICE_UNAVAILABLE in a resolver makes the response 503 with Retry-After', async () => {
    await start();
    const answer = await query(toy, '{ hello fail(code: "SERVICE_UNAVAILABLE") }');
    expect(answer).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    expect(answer.headers['retry-after']).toBeDefined();
    expect(await toy.logged((line) => line.msg === 'request')).toMatchObject({ outcome: 'error' });
  });

  test.each([
    ['SERVICE_UNAVAILABLE', 503],
    ['UNAUTHENTICATED', 401],
    ['TOO_MANY_REQUESTS', 429],
  ] as const)('a context that fails with %s is answered with %i', async (code, status) => {
    await start({ buildContext: () => Promise.reject(new AppError(code, message('SERVICE_BUSY'))) });
    const answer = await query(toy, '{ hello }');
    expect(answer).toMatchObject({ status, code });
    expect(answer.headers['retry-after'] !== undefined).toBe(status === 503);
  });

  test('an error of the context is in the language of the caller', async () => {
    const error = new AppError('UNAUTHENTICATED', message('SESSION_ENDED'));
    await start({ buildContext: () => Promise.reject(error) });
    expect(await query(toy, '{ hello }')).toMatchObject({
      status: 401,
      message: '您的登录已失效。请重新登录。',
    });
  });

  test('an unexpected failure returns only the request id of the log', async () => {
    await start({ buildContext: () => Promise.reject(new Error('connect 10.0.0.3 as app_operator')) });
    const answer = await query(toy, '{ hello }');
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(answer.text).not.toContain('10.0.0.3');
    const line = await toy.logged(({ err }) => err !== undefined);
    expect(line.requestId).toBe(answer.headers['x-request-id']);
    expect(JSON.stringify(line)).toContain('10.0.0.3');
  });
});
