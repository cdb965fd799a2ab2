import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../platform/refusal';

/** For argon2id, the default of the package, as OWASP recommends: 19 MiB and some 10 ms a password. */
export const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/**
 * What a password is compared with when there is no account: made once with the costs above, from random bytes that
 * nobody kept. It must be made anew when COST changes, or the time of an answer would tell who has an account.
 */
export const DECOY =
  '$argon2id$v=19$m=19456,t=2,p=1$ctAO9a5WXOn8c1203FjEvA$lqls1X8TJXk9vQMF3U7+cHA6mvHGF4CcxAIyJeFUbCo';

/** Nobody's password is longer; whoever sends more is compared with nothing. In UTF-16 units. */
const LONGEST = 4000;

/** Hashes at once: each takes one of the four threads that Node also needs for files and names. */
const AT_ONCE = 2;
const MAX_WAITING = 100;

/** Lets a bounded number of hashes run at once and a bounded number wait in order; refuses the rest. */
class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < AT_ONCE) this.running += 1;
    else await this.wait();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private async wait(): Promise<void> {
    if (this.waiting.length >= MAX_WAITING) throw busy();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

const turns = new Turns();

/** The argon2id hash of a password, its salt and costs included. */
export async function hashPassword(password: string): Promise<string> {
  if (password.length > LONGEST) throw new RangeError('the password is too long');
  return turns.take(async () => hash(typed(password), COST));
}

/** Whether the password is that of the hash. Without a hash it takes as long, and is false. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const possible = passwordHash !== null && password.length <= LONGEST;
  const matches = await turns.take(async () =>
    verify(passwordHash ?? DECOY, password.length <= LONGEST ? typed(password) : ''),
  );
  return possible && matches;
}

/** One form for what the same keys may send: full-width letters of a Chinese keyboard, composed or decomposed accents. */
function typed(password: string): string {
  return password.normalize('NFKC');
}

function busy(): Refusal {
  return new Refusal(
    'SERVICE_UNAVAILABLE',
    {
      zh: '正在登录的人太多，请稍后再试。',
      en: 'Too many people are signing in at the moment. Please try again shortly.',
    },
    { retryAfterSeconds: 2 },
  );
}
