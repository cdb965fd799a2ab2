import { once } from 'node:events';
import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';

import { StartError } from '../../src/platform/start-error';
import type { Route } from '../../src/platform/http';
import { makeToy, query, send, startToy } from './toy-service';

function opened(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1', () => {
      resolve(socket);
    });
  });
}

/** A raw connection, and what was received on it. */
async function speaking(port: number): Promise<{ socket: Socket; text: () => string }> {
  const socket = await opened(port);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { socket, text: () => text };
}

function requestFor(text: string): string {
  const body = JSON.stringify({ query: text });
  return `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

function headsIn(text: string): string[] {
  return text.split(/(?=HTTP\/1\.1 )/).map((answer) => answer.split('\r\n\r\n', 1).join());
}

function closed(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once('close', resolve).resume());
}

describe('starting', () => {
  test('a port in use is reported in one clear line', async () => {
    const first = await startToy();
    const second = makeToy();
    const failure: unknown = await second.service
      .listen(first.port, '127.0.0.1')
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartError);
    expect((failure as StartError).message).toBe(
      `Cannot listen: port ${first.port} on 127.0.0.1 is already in use. Stop the program that holds it, or choose another PORT.`,
    );
    await Promise.all([first.stop(), second.stop()]);
  });

  test('an address of another machine is reported in one clear line', async () => {
    const toy = makeToy();
    await expect(toy.service.listen(0, '192.0.2.1')).rejects.toThrow(
      /^Cannot listen: this machine has no address/,
    );
    await toy.stop();
  });
});

describe('more connections than allowed', () => {
  test('the longest idle one is closed, and the others stay', async () => {
    const toy = await startToy({ limits: { maxConnections: 3 } });
    const [oldest, used, newest] = [await opened(toy.port), await speaking(toy.port), await opened(toy.port)];
    used.socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(used.socket, 'data');
    const gone = closed(oldest);
    expect(await query(toy, '{ hello }')).toMatchObject({ status: 200 });
    await gone;
    expect([used.socket, newest].map(({ destroyed }) => destroyed)).toEqual([false, false]);
    const next = closed(newest);
    const another = await opened(toy.port);
    await opened(toy.port);
    await next;
    expect([used.socket, another].map(({ destroyed }) => destroyed)).toEqual([false, false]);
    await toy.stop();
  });

  test('when all are busy, the newest is rejected', async () => {
    const toy = await startToy({ limits: { maxConnections: 1 } });
    const running = query(toy, '{ wait }');
    await toy.gate.reached(1);
    await closed(await opened(toy.port));
    toy.gate.open();
    expect(await running).toMatchObject({ status: 200 });
    await toy.stop();
  });

  test('the limit per address does not apply to this machine', async () => {
    const toy = await startToy({ limits: { maxConnectionsAnAddress: 1 } });
    const both = await Promise.all([speaking(toy.port), speaking(toy.port)]);
    for (const { socket } of both) socket.write(requestFor('{ hello }'));
    await Promise.all(both.map(async ({ socket }) => once(socket, 'data')));
    expect(both.map(({ text }) => text().slice(0, 12))).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
    await toy.stop();
  });
});

describe('stopping', () => {
  test('running requests are finished, and no new ones are accepted', async () => {
    const toy = await startToy();
    const running = query(toy, '{ wait }');
    await toy.gate.reached(1);
    const drained = toy.service.drain();
    await expect(send(toy, { path: '/healthz' })).rejects.toThrow('ECONNREFUSED');
    toy.gate.open();
    const answer = await running;
    expect(answer).toMatchObject({ status: 200, data: { wait: 'done' } });
    expect(answer.headers.connection).toBe('close');
    await drained;
  });

  test('idle connections are closed, including those that never sent a request', async () => {
    const toy = await startToy();
    const keptAlive = new Agent({ keepAlive: true, maxSockets: 1 });
    const silent = await opened(toy.port);
    await send(toy, { path: '/healthz', agent: keptAlive });
    const [idle] = Object.values(keptAlive.freeSockets).flat();
    const closings = [silent, idle!].map((socket) => closed(socket));
    await toy.service.drain();
    await expect(Promise.all(closings)).resolves.toHaveLength(2);
  });

  test('a request on a keep-alive connection is answered, with Connection: close', async () => {
    const toy = await startToy();
    const { socket, text } = await speaking(toy.port);
    socket.write(requestFor('{ hello }'));
    await once(socket, 'data');
    const drained = toy.service.drain();
    socket.write(requestFor('{ hello }'));
    await closed(socket);
    await drained;
    const heads = headsIn(text());
    expect(heads.map((head) => head.slice(0, 12))).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
    expect(heads.map((head) => /^connection: close$/im.test(head))).toEqual([false, true]);
  });

  test('pipelined requests are all answered in order, the last one with Connection: close', async () => {
    const toy = await startToy();
    const { socket, text } = await speaking(toy.port);
    socket.write(requestFor('{ wait }').repeat(3));
    await toy.gate.reached(3);
    const drained = toy.service.drain();
    toy.gate.open();
    await closed(socket);
    await drained;
    const heads = headsIn(text());
    expect(heads.map((head) => head.slice(0, 12))).toEqual(Array(3).fill('HTTP/1.1 200'));
    expect(heads.map((head) => /^connection: close$/im.test(head))).toEqual([false, false, true]);
  });

  test('a request whose headers have begun to arrive is answered', async () => {
    const toy = await startToy();
    const { socket, text } = await speaking(toy.port);
    const [head, rest] = [requestFor('{ hello }').slice(0, 40), requestFor('{ hello }').slice(40)];
    const silent = await opened(toy.port);
    socket.write(head);
    const drained = toy.service.drain();
    await closed(silent);
    socket.write(rest);
    await closed(socket);
    await drained;
    expect(text()).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('a request after a response with Connection: close is not executed', async () => {
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    async function* slowly(): AsyncGenerator<Buffer, void> {
      yield Buffer.from('a');
      await finished;
      yield Buffer.from('b');
    }
    const handle: Route['handle'] = async (exchange) =>
      exchange.stream({}, slowly(), false, exchange.deadline);
    const toy = await startToy({ routes: [{ path: '/slow', handle }] });
    const [one, other] = [await speaking(toy.port), await speaking(toy.port)];
    const drained = toy.service.drain();
    one.socket.write('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(one.socket, 'data');
    one.socket.write(requestFor('{ wait }'));
    other.socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await closed(other.socket);
    finish();
    await closed(one.socket);
    await drained;
    expect(headsIn(one.text())).toHaveLength(1);
    expect(toy.gate.signals).toEqual([]);
  });

  test('clients that send requests without a pause lose none', async () => {
    const toy = await startToy();
    const keptAlive = new Agent({ keepAlive: true, maxSockets: 8 });
    let answered = 0;
    const askOnAndOn = async (): Promise<unknown> => {
      for (;;) {
        const answer = await query(toy, '{ hello }', { agent: keptAlive });
        expect(answer).toMatchObject({ status: 200, data: { hello: 'hello' } });
        answered += 1;
      }
    };
    const ends = Array.from({ length: 8 }, async () => askOnAndOn().catch((error: unknown) => error));
    while (answered < 50) await new Promise((resolve) => setImmediate(resolve));
    await toy.service.drain();
    for (const end of await Promise.all(ends)) expect(end).toMatchObject({ code: 'ECONNREFUSED' });
    expect(answered).toBe(toy.log.filter(({ msg }) => msg === 'request').length);
    keptAlive.destroy();
  });

  test('work that does not end is aborted at the timeout', async () => {
    const toy = await startToy({ limits: { drainMs: 20 } });
    const running = query(toy, '{ wait }');
    await toy.gate.reached(1);
    const [cut] = await Promise.allSettled([running, toy.service.drain()]);
    expect(cut).toMatchObject({ status: 'rejected', reason: { message: 'socket hang up' } });
    expect(toy.gate.signals[0]).toMatchObject({ aborted: true });
    expect(toy.log.some((line) => line.unfinished === 1)).toBe(true);
    toy.gate.open();
  });

  test('aborted work is audited before the shutdown continues', async () => {
    const traces: string[] = [];
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const handle: Route['handle'] = async ({ deadline }) => {
      begin();
      await new Promise((resolve) => {
        deadline.addEventListener('abort', resolve);
      });
      for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      traces.push('left');
    };
    const toy = await startToy({ limits: { drainMs: 20 }, routes: [{ path: '/export', handle }] });
    const cut = send(toy, { path: '/export' }).catch((error: unknown) => error);
    await begun;
    await toy.service.drain();
    expect(traces).toEqual(['left']);
    expect(await cut).toMatchObject({ code: 'ECONNRESET' });
  });

  test('stopping is idempotent', async () => {
    const toy = await startToy();
    expect(toy.service.drain()).toBe(toy.service.drain());
    await toy.service.drain();
  });
});
