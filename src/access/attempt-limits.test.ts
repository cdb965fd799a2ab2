import { AppError } from '../platform/app-error';
import { AttemptLimits } from './attempt-limits';

let time = 0;
const limits = (account = 3, address = 5): AttemptLimits =>
  new AttemptLimits(
    { account: { failures: account, secondsEach: 60 }, address: { failures: address, secondsEach: 10 } },
    () => time,
  );

/** Seconds to wait; 0 when an attempt is allowed. */
function wait(of: AttemptLimits, account: string, address: string): number {
  try {
    of.assertOpen(account, address);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'TOO_MANY_REQUESTS') throw error;
    return Number(error.details.retryAfterSeconds);
  }
}

describe('failed sign-ins', () => {
  beforeEach(() => {
    time = 1_000_000;
  });

  it('are allowed up to the limit, then the account has to wait, from any address', () => {
    const all = limits();
    for (let i = 0; i < 3; i += 1) {
      expect(wait(all, 'a', `192.0.2.${i}`)).toBe(0);
      all.failed('a', `192.0.2.${i}`);
    }
    expect(wait(all, 'a', '192.0.2.9')).toBe(60);
    expect(wait(all, 'b', '192.0.2.9')).toBe(0);
  });

  it('make their address wait, for any account', () => {
    const all = limits();
    for (let i = 0; i < 5; i += 1) all.failed(`a${i}`, '192.0.2.1');
    expect(wait(all, 'b', '192.0.2.1')).toBe(10);
    expect(wait(all, 'b', '192.0.2.2')).toBe(0);
  });

  it('expire one by one after the announced time', () => {
    const all = limits();
    for (let i = 0; i < 3; i += 1) all.failed('a', '192.0.2.1');
    time += 59_001;
    expect(wait(all, 'a', '192.0.2.2')).toBe(1);
    time += 999;
    expect(wait(all, 'a', '192.0.2.2')).toBe(0);
    all.failed('a', '192.0.2.2');
    expect(wait(all, 'a', '192.0.2.2')).toBe(60);
    time += 180_000;
    for (let i = 0; i < 3; i += 1) {
      expect(wait(all, 'a', '192.0.2.3')).toBe(0);
      all.failed('a', '192.0.2.3');
    }
  });

  it('are not counted while attempts are refused', () => {
    const all = limits();
    for (let i = 0; i < 3; i += 1) all.failed('a', '192.0.2.1');
    for (let i = 0; i < 100; i += 1) expect(wait(all, 'a', '192.0.2.1')).toBe(60);
  });

  it('are timed by a monotonic clock', () => {
    const all = new AttemptLimits({
      account: { failures: 1, secondsEach: 60 },
      address: { failures: 5, secondsEach: 10 },
    });
    const [today, tomorrow] = [Date.now(), Date.now() + 86_400_000];
    const timeOfDay = jest.spyOn(Date, 'now');
    timeOfDay.mockReturnValue(tomorrow);
    all.failed('a', '192.0.2.1');
    timeOfDay.mockReturnValue(today);
    expect(wait(all, 'a', '192.0.2.1')).toBeLessThanOrEqual(60);
    timeOfDay.mockReturnValue(tomorrow + 86_400_000);
    expect(wait(all, 'a', '192.0.2.1')).toBeGreaterThan(0);
    timeOfDay.mockRestore();
  });
});
