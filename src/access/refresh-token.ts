import { createHash, randomBytes } from 'node:crypto';

/** What the database keeps of a refresh token; the token itself is known to its holder alone. */
export interface RefreshToken {
  generation: number;
  expiresAt: Date;
}

/** How far the tokens of a session have come, and the session's own end. */
export interface TokenFamily {
  generation: number;
  rotatedAt: Date;
  sessionExpiresAt: Date;
  endedAt: Date | null;
}

/** What handing in a token leads to. */
export type Verdict = 'ROTATE' | 'REPEAT' | 'REUSE' | 'VOID';

/**
 * The rule of rotation. Tokens have a generation, and a session a current one. Read and decided under the lock of the
 * family's row, so that refreshes of one session come one after the other:
 *
 * - ROTATE, a token of the current generation: the session moves on to the next, and the answer is its first token.
 * - REPEAT, a token of the generation before, within the grace since the session moved on: the answer to the first
 *   refresh was lost, or several were sent at once. The answer is one more token of the current generation. That this
 *   generation is still current means that none of its tokens has been used.
 * - REUSE, any older token, or one of the generation before after the grace: two parties hold this session's tokens.
 *   It ends, and with it every token of both kinds.
 * - VOID, a token that has expired or whose session has ended: refused, and nothing else happens.
 *
 * So of refreshes at the same moment each is answered with a token that works, and they stay equal only until the first
 * of them is used: then the others are of the generation before. A thief who copies a token within the grace is
 * found out the same way, when the second of the two comes back.
 */
export function judge(token: RefreshToken, family: TokenFamily, now: Date, graceSeconds: number): Verdict {
  if (family.endedAt || family.sessionExpiresAt <= now || token.expiresAt <= now) return 'VOID';
  if (token.generation === family.generation) return 'ROTATE';
  const sinceRotation = now.getTime() - family.rotatedAt.getTime();
  const lastOne = token.generation === family.generation - 1;
  return lastOne && sinceRotation < graceSeconds * 1000 ? 'REPEAT' : 'REUSE';
}

/** A token that cannot be guessed. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text could be a refresh token at all. */
export function isRefreshToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** The form in which a token is stored. It has 256 random bits, so a fast hash without salt is enough. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
