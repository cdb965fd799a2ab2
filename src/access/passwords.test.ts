import { createRequire } from 'node:module';
import { parseOptions, type verify } from '@node-rs/argon2';
import { AppError } from '../platform/app-error';
import { COST, DUMMY_HASH, hashPassword, verifyPassword } from './passwords';

const argon2 = createRequire(__filename)('@node-rs/argon2') as { verify: typeof verify };

const PASSWORD = 'maple teapot window';

describe('a password', () => {
  it('is kept as an argon2id hash with a salt of its own', async () => {
    const [first, second] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(first).not.toContain(PASSWORD);
  });

  it('is recognised, and nothing else is', async () => {
    const hash = await hashPassword(PASSWORD);
    expect(await verifyPassword(hash, PASSWORD)).toBe(true);
    for (const other of [
      '',
      'maple teapot windo',
      'Maple teapot window',
      `${PASSWORD}\0`,
      PASSWORD.repeat(300),
    ]) {
      expect(await verifyPassword(hash, other)).toBe(false);
    }
  });

  it('is the same from a full-width keyboard and with accents of either form', async () => {
    const hash = await hashPassword('abc café 12');
    expect(await verifyPassword(hash, 'ａｂｃ cafe\u0301 １２')).toBe(true);
  });

  it('is compared with a dummy hash where there is no account, at the same cost', async () => {
    expect(parseOptions(DUMMY_HASH)).toMatchObject(COST);
    const { algorithm, version, outputLen, saltLen } = parseOptions(await hashPassword(PASSWORD));
    expect(parseOptions(DUMMY_HASH)).toMatchObject({ algorithm, version, outputLen, saltLen });
    for (const password of [PASSWORD, '', 'x'.repeat(5000)]) {
      expect(await verifyPassword(null, password)).toBe(false);
    }
  });

  it('longer than the limit is never right, not even against the hash of the empty one', async () => {
    const hash = await hashPassword('');
    expect(await verifyPassword(hash, 'x'.repeat(5000))).toBe(false);
    await expect(hashPassword('x'.repeat(5000))).rejects.toThrow(RangeError);
  });
});

describe('many at once', () => {
  const tooMany = { code: 'SERVICE_UNAVAILABLE', details: { retryAfterSeconds: 2 } };

  it('are queued, and those beyond the queue are refused with a time to retry', async () => {
    const clients = Array.from({ length: 410 }, () => new AbortController());
    const sent = clients.map(async ({ signal }) => verifyPassword(null, 'x', signal));
    const beyond = await Promise.allSettled(sent.slice(402));
    for (const result of beyond) expect(result).toMatchObject({ reason: tooMany });
    expect(beyond[0]).toMatchObject({ reason: expect.any(AppError) as unknown });
    // The clients have gone: then nothing is hashed, and the queue is empty.
    for (const client of clients) client.abort();
    for (const result of await Promise.allSettled(sent.slice(2, 402))) {
      expect(result).toMatchObject({ reason: tooMany });
    }
    expect(await Promise.all([...sent.slice(0, 2), verifyPassword(null, 'x')])).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('are verified in the order in which they came', async () => {
    const begun = jest.spyOn(argon2, 'verify');
    await Promise.all(Array.from({ length: 8 }, async (_, at) => verifyPassword(null, `password ${at}`)));
    expect(begun.mock.calls.map(([, password]) => password)).toEqual(
      Array.from({ length: 8 }, (_, at) => `password ${at}`),
    );
  });
});
