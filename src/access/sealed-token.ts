import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey, type SigningKeys } from './signing-keys';

const NONCE = 12;
const TAG = 16;

/**
 * Texts that a client carries for the server and can neither read nor change: sealed (AES-256-GCM) under the current
 * signing key, and opened as long as that key is among the keys.
 */
export class SealedTokens {
  /** `purpose`: a token that is sealed for one purpose is not opened for another. */
  constructor(
    private readonly keys: SigningKeys,
    private readonly purpose: string,
  ) {}

  seal(text: string): string {
    const { kid, key } = this.keys.current;
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', derivedKey(key, this.purpose), nonce).setAAD(
      Buffer.from(kid),
    );
    const sealed = [cipher.update(text, 'utf8'), cipher.final()];
    return `${Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url')}.${kid}`;
  }

  /** The same text, sealed under the current key; null where it is so already, or cannot be opened. */
  renewed(mark: string): string | null {
    if (/^[\w-]+\.(.+)$/.exec(mark)?.[1] === this.keys.current.kid) return null;
    const text = this.open(mark);
    return text === null ? null : this.seal(text);
  }

  /** The sealed text; null for anything else. */
  open(mark: string): string | null {
    const [, body = '', kid = ''] = /^([\w-]+)\.(.+)$/.exec(mark) ?? [];
    const key = this.keys.find(kid);
    const bytes = Buffer.from(body, 'base64url');
    if (!key || bytes.length < NONCE + TAG) return null;
    const decipher = createDecipheriv('aes-256-gcm', derivedKey(key, this.purpose), bytes.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(kid)).setAuthTag(bytes.subarray(-TAG));
    try {
      return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }
}
