import type { UploadRoute } from '../../src/platform/http';
import { type Answer, query, send, startToy, type Toy } from './toy-service';

let toy: Toy;
afterEach(() => toy.stop());

/** Answers an upload with its size, once the gate lets it pass. */
async function start(limits: Parameters<typeof startToy>[0] = {}): Promise<void> {
  const route: UploadRoute = {
    path: '/upload',
    open: async (exchange) =>
      Promise.resolve({
        take: async (bytes) => {
          await toy.gate.pass(exchange.deadline);
          exchange.sendJson(201, JSON.stringify({ size: bytes.length }));
        },
        close: async () => Promise.resolve(),
      }),
  };
  toy = await startToy({ ...limits, routes: [route] });
}

const upload = async (body: string | Buffer = 'bytes', type = 'application/octet-stream'): Promise<Answer> =>
  send(toy, { method: 'POST', path: '/upload', headers: { 'content-type': type }, body });

test('two uploads are worked on, eight wait, and the next is refused with Retry-After', async () => {
  await start();
  const running = [upload(), upload()];
  await toy.gate.reached(2);
  const others = Array.from({ length: 9 }, async () => upload());
  const refused = await Promise.race(others);
  expect(refused).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  for (let count = 3; count <= 10; count += 1) {
    toy.gate.letOneGo();
    await toy.gate.reached(count);
  }
  toy.gate.open();
  const answers = await Promise.all([...running, ...others]);
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(10).fill(201), 503]);
});

test('uploads hold up nothing that is asked meanwhile', async () => {
  await start({ limits: { maxUploadsInFlight: 1, maxUploadsQueued: 0, maxInFlight: 1, maxQueued: 0 } });
  const running = upload();
  await toy.gate.reached(1);
  expect((await upload()).status).toBe(503);
  expect(await query(toy, '{ hello }')).toMatchObject({ status: 200 });
  toy.gate.open();
  expect(await running).toMatchObject({ status: 201, text: '{"size":5}' });
});

test('an upload has limits of its own, and no type that a page elsewhere may send', async () => {
  await start({ limits: { bodyBytes: 10, uploadBytes: 100 } });
  const running = upload(Buffer.alloc(100));
  await toy.gate.reached(1);
  toy.gate.open();
  expect(await running).toMatchObject({ status: 201, text: '{"size":100}' });
  expect((await upload(Buffer.alloc(101))).status).toBe(413);
  for (const type of ['', 'text/plain', 'text/plain; charset=utf-8', 'multipart/form-data; boundary=x'])
    expect((await upload('x', type)).status).toBe(415);
});
