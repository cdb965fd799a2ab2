import { createHash } from 'node:crypto';
import { message } from '../messages';
import { AppError } from '../platform/app-error';
import { networkOf } from '../platform/network';

/** The number of failures in a row that are allowed, and the time after which one more is. */
export interface AttemptLimit {
  failures: number;
  secondsEach: number;
}

export interface AttemptLimitSettings {
  account: AttemptLimit;
  /** An office has one address for all its members, so it gets more. */
  address: AttemptLimit;
}

export const DEFAULT_ATTEMPT_LIMITS: AttemptLimitSettings = {
  account: { failures: 10, secondsEach: 60 },
  address: { failures: 100, secondsEach: 6 },
};

/** Entries kept of each kind; the one that failed longest ago is evicted first. */
const MAX_NAMES = 50_000;

interface Level {
  failures: number;
  at: number;
}

/** Failures by name: a leaky bucket each. */
class Failures {
  private readonly levels = new Map<string, Level>();

  constructor(private readonly limit: AttemptLimit) {}

  /** Milliseconds until one more failure is allowed; 0 when it is now. */
  wait(name: string, now: number): number {
    const over = this.level(name, now) - (this.limit.failures - 1);
    return Math.max(0, Math.round(over * this.limit.secondsEach * 1000));
  }

  add(name: string, now: number): void {
    const failures = this.level(name, now) + 1;
    this.levels.delete(name);
    this.levels.set(name, { failures, at: now });
    if (this.levels.size <= MAX_NAMES) return;
    for (const oldest of this.levels.keys()) {
      this.levels.delete(oldest);
      return;
    }
  }

  private level(name: string, now: number): number {
    const last = this.levels.get(name);
    if (!last) return 0;
    return Math.max(0, last.failures - (now - last.at) / (this.limit.secondsEach * 1000));
  }
}

/**
 * Rate limit on failed sign-ins by account and by address, in the memory of this server. Accounts that do not exist count like
 * those that do. Neither successes nor refused attempts count, so a blocked account recovers by itself.
 */
export class AttemptLimits {
  private readonly accounts: Failures;
  private readonly addresses: Failures;

  constructor(
    settings: AttemptLimitSettings,
    /** A monotonic clock in milliseconds: with the time of day, a clock that is set back would lock accounts out. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {
    this.accounts = new Failures(settings.account);
    this.addresses = new Failures(settings.address);
  }

  /** Refuses while there have been too many failures, with the time to wait. */
  assertOpen(account: string, address: string): void {
    const now = this.elapsed();
    const wait = Math.max(
      this.accounts.wait(nameOf(account), now),
      this.addresses.wait(networkOf(address), now),
    );
    if (wait > 0) throw tooMany(Math.ceil(wait / 1000));
  }

  failed(account: string, address: string): void {
    const now = this.elapsed();
    this.accounts.add(nameOf(account), now);
    this.addresses.add(networkOf(address), now);
  }
}

/** A key of fixed length: an "e-mail" may be as long as a request. */
function nameOf(account: string): string {
  return createHash('sha256').update(account).digest('base64');
}

function tooMany(seconds: number): AppError {
  return new AppError('TOO_MANY_REQUESTS', message('TOO_MANY_FAILED_SIGN_INS', { seconds }), {
    retryAfterSeconds: seconds,
  });
}
