import type { LastMember } from './last-member';

/** What the server tells a page about its session. The refresh token is in a cookie that no script can read. */
interface PageSession {
  accessToken: string;
  expiresInSeconds: number;
  memberId: string;
  /** Whether it outlives the browser. */
  stay: boolean;
  isKept: boolean;
}

interface SessionAnswer extends Partial<PageSession> {
  userErrors?: { message: string }[];
  errors?: { message: string }[];
}

export interface Credentials {
  email: string;
  password: string;
  /** Whether the session outlives the browser. */
  stay: boolean;
}

/**
 * STARTING: asking whether the browser still has a session. UNREACHABLE: the server did not answer that. ENDED: it ended while a member was at work, who can sign in
 * over the page and lose nothing.
 */
export type SessionState =
  | { readonly kind: 'STARTING' }
  | { readonly kind: 'UNREACHABLE' }
  | { readonly kind: 'SIGNED_OUT' }
  | {
      readonly kind: 'SIGNED_IN';
      readonly memberId: string;
      readonly isKept: boolean;
      readonly stay?: boolean;
    }
  | { readonly kind: 'ENDED'; readonly memberId: string };

/** What a person who is invited answers with. */
export interface Acceptance {
  token: string;
  password: string;
  /** Of who is a member of another organisation, which the invited person leaves then. */
  currentPassword?: string;
  stay: boolean;
}

/** Another password, by a link that works once. */
export type Reset = Pick<Acceptance, 'token' | 'password' | 'stay'>;

export interface SessionOptions {
  readonly post: (body: object, accessToken?: string) => Promise<SessionAnswer>;
  readonly now: () => number;
  /** Runs one at a time over all tabs of the browser: they share one refresh token. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Another member than before has signed in: nothing of the former one may stay. */
  readonly replaced: () => void;
  /** Signing out has begun, and is done. */
  readonly leaving: () => void;
  readonly left: () => void;
}

/** Renewed this long before it expires, so that no token expires on its way. */
const EARLY_MS = 30_000;

/** The session of this page: its access token is in memory alone. */
export class Session {
  private current: SessionState = { kind: 'STARTING' };
  private token = '';
  private expiresAt = 0;
  private renewing: Promise<boolean> | undefined;
  private readonly watchers = new Set<() => void>();
  private readonly waiting = new Set<() => void>();

  constructor(private readonly options: SessionOptions) {}

  get state(): SessionState {
    return this.current;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /**
   * Takes up the session that the browser has kept, if any. Without network a member who did not sign out goes on with
   * what the browser has; the first request that gets through asks for the session.
   */
  async start({ memberId, isLeaving }: LastMember): Promise<void> {
    try {
      if (isLeaving) await this.signOut();
      else await this.renew();
    } catch {
      if (memberId === null) this.enter({ kind: 'UNREACHABLE' });
      else this.enter({ kind: 'SIGNED_IN', memberId, isKept: true });
    }
  }

  /** Returns the server's message where it refuses. */
  async signIn(credentials: Credentials): Promise<string | undefined> {
    return this.begin({ action: 'SIGN_IN', ...credentials });
  }

  /** Sets the password of an invited person, who is signed in then. Returns the server's message where it refuses. */
  async accept(acceptance: Acceptance): Promise<string | undefined> {
    return this.begin({ action: 'ACCEPT_INVITATION', ...acceptance });
  }

  /** Sets another password by a link, and signs in. Likewise. */
  async reset(reset: Reset): Promise<string | undefined> {
    return this.begin({ action: 'RESET_PASSWORD', ...reset });
  }

  /** Rejects where the server cannot be reached: the next start signs out there. */
  async signOut(): Promise<void> {
    const { token } = this;
    this.options.leaving();
    this.enter({ kind: 'SIGNED_OUT' });
    await this.options.post({ action: 'SIGN_OUT' }, token === '' ? undefined : token);
    this.options.left();
  }

  /** An access token that is still good for a request; waits while the member signs in again. */
  async accessToken(): Promise<string> {
    while (this.options.now() > this.expiresAt - EARLY_MS) {
      if (!(await this.renew())) await this.signedIn();
    }
    return this.token;
  }

  /** The server no longer accepts this token: the next request gets another one. */
  refuse(token: string): void {
    if (token === this.token) this.expiresAt = 0;
  }

  private async begin(body: object): Promise<string | undefined> {
    const answer = await this.options.post(body);
    return this.take(answer) ? undefined : messageOf(answer);
  }

  /** Shared by concurrent callers. Rejects where the server cannot be reached. */
  private renew(): Promise<boolean> {
    this.renewing ??= this.options
      .exclusively(async () => this.options.post({ action: 'RENEW' }))
      .then((answer) => this.take(answer) || this.end())
      .finally(() => {
        this.renewing = undefined;
      });
    return this.renewing;
  }

  private take({ accessToken, expiresInSeconds, memberId, isKept, stay }: SessionAnswer): boolean {
    if (accessToken === undefined || memberId === undefined || expiresInSeconds === undefined) return false;
    const before = 'memberId' in this.current ? this.current.memberId : memberId;
    this.token = accessToken;
    this.expiresAt = this.options.now() + expiresInSeconds * 1000;
    if (before !== memberId) this.options.replaced();
    this.enter({ kind: 'SIGNED_IN', memberId, isKept: isKept === true, stay: stay === true });
    return true;
  }

  private end(): false {
    const { current } = this;
    if ('memberId' in current) this.enter({ kind: 'ENDED', memberId: current.memberId });
    else this.enter({ kind: 'SIGNED_OUT' });
    return false;
  }

  private enter(state: SessionState): void {
    this.current = state;
    if (state.kind !== 'SIGNED_IN') {
      this.token = '';
      this.expiresAt = 0;
    } else {
      for (const resume of this.waiting) resume();
      this.waiting.clear();
    }
    for (const watcher of this.watchers) watcher();
  }

  private signedIn(): Promise<void> {
    return new Promise((resolve) => this.waiting.add(resolve));
  }
}

function messageOf({ userErrors = [], errors = [] }: SessionAnswer): string {
  return [...userErrors, ...errors].map(({ message }) => message).join(' ');
}
