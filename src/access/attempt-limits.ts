import { createHash } from 'node:crypto';
import { type Message, message } from '../messages';
import { AppError } from '../platform/app-error';
import { LeakyBuckets } from '../platform/leaky-buckets';
import { networkOf } from '../platform/network';

/** The number of failures in a row that are allowed, and the time after which one more is. */
interface AttemptLimit {
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

/** Failures by name: a leaky bucket each. */
class Failures {
  private readonly buckets: LeakyBuckets;
  private readonly perMinute: number;

  constructor(
    private readonly limit: AttemptLimit,
    elapsed?: () => number,
  ) {
    this.buckets = new LeakyBuckets(elapsed);
    this.perMinute = 60 / limit.secondsEach;
  }

  /** Milliseconds until one more failure is allowed; 0 or less when it is now. */
  wait(name: string): number {
    const over = this.buckets.level(name, this.perMinute) - (this.limit.failures - 1);
    return Math.round(over * this.limit.secondsEach * 1000);
  }

  add(name: string): void {
    this.buckets.add(name, this.perMinute, 1);
  }
}

/**
 * Rate limit on failed sign-ins by account and by address. Accounts that do not exist count like those that do. Neither
 * successes nor refused attempts count, so a blocked account recovers by itself.
 */
export class AttemptLimits {
  private readonly accounts: Failures;
  private readonly addresses: Failures;

  /** `refusal`: the error for anyone who has to wait. */
  constructor(
    settings: AttemptLimitSettings,
    elapsed?: () => number,
    private readonly refusal: (seconds: number) => Message = (seconds) =>
      message('TOO_MANY_FAILED_SIGN_INS', { seconds }),
  ) {
    this.accounts = new Failures(settings.account, elapsed);
    this.addresses = new Failures(settings.address, elapsed);
  }

  /** Refuses while there have been too many failures, with the time to wait. */
  assertOpen(account: string, address: string): void {
    const wait = Math.max(this.accounts.wait(nameOf(account)), this.addresses.wait(networkOf(address)));
    if (wait > 0) throw this.tooMany(Math.ceil(wait / 1000));
  }

  failed(account: string, address: string): void {
    this.accounts.add(nameOf(account));
    this.addresses.add(networkOf(address));
  }

  private tooMany(seconds: number): AppError {
    return new AppError('TOO_MANY_REQUESTS', this.refusal(seconds), { retryAfterSeconds: seconds });
  }
}

/** A key of fixed length: an "e-mail" may be as long as a request. */
function nameOf(account: string): string {
  return createHash('sha256').update(account).digest('base64');
}
