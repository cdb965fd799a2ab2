import type { IncomingMessage } from 'node:http';
import { isLoopbackHost } from '../platform/http/remote-address';

/** The refresh token as a browser keeps it, and whether it is kept when the browser is closed. */
interface KeptToken {
  readonly refreshToken: string;
  readonly stay: boolean;
}

const STAYS = 'stay.';

/**
 * The cookie of a page's origin. `__Host-` binds it to this host and to TLS; without TLS only a page on this machine has
 * one, elsewhere anybody on the network could read it.
 */
export class SessionCookie {
  private constructor(
    private readonly name: string,
    private readonly isSecure: boolean,
  ) {}

  /** Undefined where the origin is to have none. */
  static of(origin: URL): SessionCookie | undefined {
    if (origin.protocol === 'https:') return new SessionCookie('__Host-session', true);
    return isLoopbackHost(origin.host) ? new SessionCookie('session', false) : undefined;
  }

  read({ headers }: IncomingMessage): KeptToken | undefined {
    const prefix = `${this.name}=`;
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
    const value = pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
    if (value === undefined || value === '') return undefined;
    const stay = value.startsWith(STAYS);
    return { stay, refreshToken: stay ? value.slice(STAYS.length) : value };
  }

  /** The header that keeps a token: until the browser is closed, or for so many seconds. */
  keeping({ refreshToken, stay }: KeptToken, seconds: number): string {
    return this.header(stay ? `${STAYS}${refreshToken}` : refreshToken, stay ? seconds : undefined);
  }

  /** The header that removes the cookie. */
  removing(): string {
    return this.header('', 0);
  }

  private header(value: string, maxAge: number | undefined): string {
    const secure = this.isSecure ? '; Secure' : '';
    const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
    return `${this.name}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}${age}`;
  }
}
