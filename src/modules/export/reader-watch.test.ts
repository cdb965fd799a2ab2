import { DatabaseUnavailable, SessionEnded } from '../../platform/database/errors';
import { watchReader } from './reader-watch';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Watches for a while; each check returns the next of `results`, and the last one repeatedly. */
async function watched(
  seconds: number,
  results: (Error | null)[],
): Promise<{ checks: number; ends: Error[] }> {
  let checks = 0;
  const ends: Error[] = [];
  const stop = watchReader(
    async () => {
      const found = results[Math.min(checks, results.length - 1)];
      checks += 1;
      return found ? Promise.reject(found) : Promise.resolve();
    },
    (reason) => ends.push(reason),
  );
  await jest.advanceTimersByTimeAsync(seconds * 1000);
  stop();
  await jest.advanceTimersByTimeAsync(60_000);
  return { checks, ends };
}

test('a reader with access is checked repeatedly until the file is closed', async () => {
  expect(await watched(61, [null])).toEqual({ checks: 30, ends: [] });
});

test('a session that has ended ends the file at the next check', async () => {
  const ended = new SessionEnded();
  expect(await watched(60, [null, ended])).toEqual({ checks: 2, ends: [ended] });
});

test('a database that is briefly unavailable ends no file, one that is unavailable for half a minute does', async () => {
  const lost = new DatabaseUnavailable('gone');
  expect((await watched(60, [null, lost, lost, null])).ends).toEqual([]);
  const { checks, ends } = await watched(60, [null, lost]);
  expect([checks, ends]).toEqual([17, [lost]]);
});
