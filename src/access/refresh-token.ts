import { createHash, createHmac, type KeyObject, randomBytes } from 'node:crypto';
import { derivedKey } from './signing-keys';

/** What the database stores of a refresh token; the token itself is known to its client alone. */
export interface RefreshToken {
  generation: number;
  expiresAt: Date;
}

/** The current generation of a session's tokens, and the session's own end. */
export interface TokenFamily {
  generation: number;
  rotatedAt: Date;
  sessionExpiresAt: Date;
  endedAt: Date | null;
}

/** The outcome of presenting a token. */
export type Verdict = 'ROTATE' | 'REPEAT' | 'REUSE' | 'VOID';

/**
 * The rule of rotation. Tokens have a generation, and a session a current one. Read and decided under the row lock of
 * the family, so that refreshes of one session run one after the other:
 *
 * - ROTATE, a token of the current generation: the session moves on to the next, and the answer is its token.
 * - REPEAT, a token of the generation before, within the grace since the session moved on: the answer to the first
 *   refresh was lost, or several were sent at once. The answer is the same token again. That its generation is still
 *   current means that it has not been used.
 * - REUSE, any older token, or one of the generation before after the grace: two clients have this session's tokens.
 *   It ends, and with it every token of both kinds.
 * - VOID, a token that has expired or whose session has ended: refused, without further effect.
 *
 * So a token has one successor, however often and from wherever it is presented. A stolen token is detected when
 * the second of the two clients comes back a grace or more after the first.
 */
export function decideRotation(
  token: RefreshToken,
  family: TokenFamily,
  now: Date,
  graceSeconds: number,
): Verdict {
  if (family.endedAt || family.sessionExpiresAt <= now || token.expiresAt <= now) return 'VOID';
  if (token.generation === family.generation) return 'ROTATE';
  // A clock that is set back ends the grace too, or it would last until that time comes again.
  const sinceRotation = Math.abs(now.getTime() - family.rotatedAt.getTime());
  const lastOne = token.generation === family.generation - 1;
  return lastOne && sinceRotation < graceSeconds * 1000 ? 'REPEAT' : 'REUSE';
}

/** A token that cannot be guessed. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The token that a token is exchanged for. It is derived, because only hashes are stored: any server with the key can
 * issue it again. Without the key it is indistinguishable from a random one.
 */
export function successorOf(token: string, key: KeyObject): string {
  return createHmac('sha256', derivedKey(key, 'refresh token')).update(token).digest('base64url');
}

/** Whether a text could be a refresh token at all. */
export function isRefreshToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** The form in which a token is stored. It has 256 random bits, so a fast hash without salt is enough. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
