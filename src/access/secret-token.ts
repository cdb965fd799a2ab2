import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A secret of 256 random bits, and its hash, which is what is stored. */
export interface SecretToken {
  token: string;
  hash: string;
}

export function newSecretToken(prefix: string): SecretToken {
  const token = prefix + randomBytes(BYTES).toString('base64url');
  return { token, hash: secretHash(token) };
}

export function secretHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** True for a text of the form that newSecretToken gives with this prefix. */
export function isSecretToken(token: string, prefix: string): boolean {
  return token.startsWith(prefix) && /^[A-Za-z0-9_-]{43}$/.test(token.slice(prefix.length));
}
