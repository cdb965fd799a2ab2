import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';

import { StartError } from '../../src/platform/start-error';
import { makeToy, query, send, startToy } from './toy-service';

function opened(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1', () => {
      resolve(socket);
    });
  });
}

function closed(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once('close', resolve).resume());
}

describe('starting', () => {
  test('a port that is taken is told in one clear line', async () => {
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

  test('an address that is not of this machine is told in one clear line', async () => {
    const toy = makeToy();
    await expect(toy.service.listen(0, '192.0.2.1')).rejects.toThrow(
      /^Cannot listen: this machine has no address/,
    );
    await toy.stop();
  });
});

describe('more connections than there may be', () => {
  test('those that are idle make room', async () => {
    const toy = await startToy({ limits: { maxConnections: 2 } });
    const idle = await Promise.all([opened(toy.port), opened(toy.port)]);
    const closings = idle.map((socket) => closed(socket));
    await closed(await opened(toy.port));
    await Promise.all(closings);
    expect(await query(toy, '{ hello }')).toMatchObject({ status: 200 });
    await toy.stop();
  });
});

describe('stopping', () => {
  test('requests in flight are finished, and no new ones are taken', async () => {
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

  test('idle connections are closed at once, those that never asked included', async () => {
    const toy = await startToy();
    const keptAlive = new Agent({ keepAlive: true, maxSockets: 1 });
    const silent = await opened(toy.port);
    await send(toy, { path: '/healthz', agent: keptAlive });
    const [idle] = Object.values(keptAlive.freeSockets).flat();
    const closings = [silent, idle!].map((socket) => closed(socket));
    await toy.service.drain();
    await expect(Promise.all(closings)).resolves.toHaveLength(2);
  });

  test('a request on a connection that was kept open is told to come back', async () => {
    const toy = await startToy();
    const socket = await opened(toy.port);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const body = '{"query":"{ wait }"}';
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    socket.write(head + body);
    await toy.gate.reached(1);
    const drained = toy.service.drain();
    toy.gate.open();
    await closed(socket);
    await drained;
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toMatch(/\r\nConnection: close\r\n/i);
  });

  test('work that does not end is cut off at the bound', async () => {
    const toy = await startToy({ limits: { drainMs: 20 } });
    const running = query(toy, '{ wait }');
    await toy.gate.reached(1);
    const [cut] = await Promise.allSettled([running, toy.service.drain()]);
    expect(cut).toMatchObject({ status: 'rejected', reason: { message: 'socket hang up' } });
    expect(toy.gate.signals[0]).toMatchObject({ aborted: true });
    expect(toy.log.some((line) => line.unfinished === 1)).toBe(true);
    toy.gate.open();
  });

  test('stopping twice is stopping once', async () => {
    const toy = await startToy();
    expect(toy.service.drain()).toBe(toy.service.drain());
    await toy.service.drain();
  });
});
