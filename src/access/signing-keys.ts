import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { StartError } from '../platform/start-error';

/** A secret and the kid by which tokens name it. */
interface SigningKeySetting {
  kid: string;
  secret: string;
}

/** A key of HMAC-SHA-256, at least as long as its hash. */
interface SigningKey {
  kid: string;
  key: KeyObject;
}

const KID = /^[A-Za-z0-9._-]{1,64}$/;
const MIN_LENGTH = 32;

/**
 * The keys that access tokens are signed with, by kid. The first signs and all verify: a new key is put first, and the
 * old one is removed once its last token has expired, fifteen minutes later; no one is signed out.
 */
export class SigningKeys {
  private readonly byKid: ReadonlyMap<string, SigningKey>;

  /** The key that signs. */
  readonly current: SigningKey;

  /** `variable` is the setting that the keys come from: a refusal names it, and never a secret. */
  constructor(settings: readonly SigningKeySetting[], variable: string) {
    const byKid = new Map<string, SigningKey>();
    for (const [index, { kid, secret }] of settings.entries()) {
      const which = `key ${index + 1}`;
      if (!KID.test(kid)) {
        throw new StartError(
          `${variable}: ${which} needs a kid of 1 to 64 letters, digits, dots, dashes or underscores`,
        );
      }
      if (byKid.has(kid)) throw new StartError(`${variable}: two keys have the kid "${kid}"`);
      if (Buffer.byteLength(secret) < MIN_LENGTH) {
        throw new StartError(
          `${variable}: the secret of key "${kid}" is shorter than ${MIN_LENGTH} bytes; "openssl rand -base64 48" makes a good one`,
        );
      }
      byKid.set(kid, { kid, key: createSecretKey(secret, 'utf8') });
    }
    const [current] = byKid.values();
    if (!current) throw new StartError(`${variable}: at least one signing key is needed, as kid:secret`);
    this.byKid = byKid;
    this.current = current;
  }

  /** Reads `kid:secret` pairs, separated by commas or line ends: the form of the variable and of the key file. */
  static parse(text: string, variable: string): SigningKeys {
    const settings = text
      .split(/[\s,]+/)
      .filter((entry) => entry !== '')
      .map((entry, index) => {
        const colon = entry.indexOf(':');
        if (colon === -1) throw new StartError(`${variable}: key ${index + 1} is not of the form kid:secret`);
        return { kid: entry.slice(0, colon), secret: entry.slice(colon + 1) };
      });
    return new SigningKeys(settings, variable);
  }

  /** Every key, the current one first. */
  get all(): Iterable<SigningKey> {
    return this.byKid.values();
  }

  /** The key of this name, if there is one. */
  find(kid: string): KeyObject | undefined {
    return this.byKid.get(kid)?.key;
  }
}

/** A key for another purpose than signing: what is made with one reveals nothing about what is made with the other. */
export function derivedKey(key: KeyObject, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
}
