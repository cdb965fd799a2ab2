import { hash, verify } from '@node-rs/argon2';
import { message } from '../messages';
import { AppError } from '../platform/app-error';

/** For argon2id, the default of the package, as OWASP recommends: 19 MiB and some 10 ms a password. */
export const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/**
 * The hash that a password is compared with when there is no account: of random bytes that were thrown away, with the
 * costs above. Regenerate it when COST changes, or the response time would reveal which accounts exist.
 */
export const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$ctAO9a5WXOn8c1203FjEvA$lqls1X8TJXk9vQMF3U7+cHA6mvHGF4CcxAIyJeFUbCo';

/** No stored password is longer; a longer one is compared with nothing. In UTF-16 units. */
const MAX_LENGTH = 4000;

/** Concurrent hashes: each takes one of the four threads of libuv, which also serve files and name lookups. */
const MAX_CONCURRENT = 2;
/** An office that signs in at nine o'clock: a hash a wait takes some 10 ms, so the last one waits a few seconds. */
const MAX_WAITING = 400;

/** Runs a bounded number of hashes at once and queues a bounded number in order; refuses the rest. */
class HashingQueue {
  private running = 0;
  private readonly waiting = new Set<() => void>();

  async take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.running < MAX_CONCURRENT) this.running += 1;
    else await this.wait(signal);
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  private next(): void {
    for (const admit of this.waiting) {
      admit();
      return;
    }
    this.running -= 1;
  }

  private async wait(signal?: AbortSignal): Promise<void> {
    if (this.waiting.size >= MAX_WAITING || signal?.aborted) throw busy();
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        this.waiting.delete(admit);
        signal?.removeEventListener('abort', giveUp);
      };
      const admit = (): void => {
        leave();
        resolve();
      };
      const giveUp = (): void => {
        leave();
        reject(busy());
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.waiting.add(admit);
    });
  }
}

const turns = new HashingQueue();

/** The argon2id hash of a password, its salt and costs included. */
export async function hashPassword(password: string, signal?: AbortSignal): Promise<string> {
  if (password.length > MAX_LENGTH) throw new RangeError('the password is too long');
  return turns.take(async () => hash(typed(password), COST), signal);
}

/** Whether the password has this hash. Without a hash it takes as long, and is false. */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const possible = passwordHash !== null && password.length <= MAX_LENGTH;
  const text = password.length <= MAX_LENGTH ? typed(password) : '';
  const matches = await turns.take(async () => verify(passwordHash ?? DUMMY_HASH, text), signal);
  return possible && matches;
}

/** Normalises what the same keys may send: full-width letters of a Chinese keyboard, composed or decomposed accents. */
function typed(password: string): string {
  return password.normalize('NFKC');
}

function busy(): AppError {
  return new AppError('SERVICE_UNAVAILABLE', message('TOO_MANY_SIGN_INS'), { retryAfterSeconds: 2 });
}
