import { LRUCache } from 'lru-cache';
import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { findKeySession } from './credential.repository';
import { isSecretToken, newSecretToken, type SecretToken, secretHash } from './secret-token';
import type { Session } from './session';

const PREFIX = 'sws_';
const MAX_KNOWN = 1000;

/** Authenticates API keys, which differ from access tokens by their prefix. */
export class ApiKeys {
  /** The owner of a key never changes, so it is cached; every transaction checks that the key is still valid. */
  private readonly known = new LRUCache<string, Session>({ max: MAX_KNOWN });

  constructor(private readonly database: Database) {}

  static create(): SecretToken {
    return newSecretToken(PREFIX);
  }

  static looksLike(token: string): boolean {
    return token.startsWith(PREFIX);
  }

  /** The session of a key; null for an unknown key. `beforeAsking` may refuse before the database is queried. */
  async find(token: string, beforeAsking: () => void): Promise<Session | null> {
    if (!isSecretToken(token, PREFIX)) return null;
    const hash = secretHash(token);
    const known = this.known.get(hash);
    if (known) return known;
    beforeAsking();
    const session = await AuthScope.run(this.database, async (scope) => findKeySession(scope, hash));
    if (session) this.known.set(hash, session);
    return session;
  }
}
