import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const ITERATIONS = 4096;

/** A new password of characters that SASLprep leaves unchanged. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * The SCRAM verifier that PostgreSQL stores of a password (RFC 5803). Computed here, so that the password itself never
 * reaches the server, nor its log of statements.
 */
export function scramVerifier(password: string, salt = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest();
  const [iterations, key] = [String(ITERATIONS), storedKey.toString('base64')];
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${key}:${hmac('Server Key').toString('base64')}`;
}
