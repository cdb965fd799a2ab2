import { type AuditTrail, Caller, type Origin, type Session, type SignInService } from '../access';
import type { Database } from '../platform/database/database';

/** The origin of the loading in the audit log. */
export const ORIGIN: Origin = { requestId: 'demo', remoteAddress: 'demo' };

export interface ActingDependencies {
  database: Database;
  signIn: SignInService;
  trail: AuditTrail;
  clock: () => Date;
  /** One password for all accounts of the demo. */
  password: string;
}

/** Runs work as a member of the demo, now or at a moment that is over. */
export type As = <T>(email: string, work: (caller: Caller) => Promise<T>, moment?: Date) => Promise<T>;

/** Acts for members of the demo, each in one session. */
export class Acting {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly deps: ActingDependencies) {}

  readonly as: As = async (email, work, moment) => {
    const { database, trail, clock } = this.deps;
    const caller = new Caller({
      database,
      trail,
      language: 'zh',
      ...ORIGIN,
      session: await this.sessionOf(email),
      clock: moment ? () => moment : clock,
    });
    try {
      return await work(caller);
    } finally {
      await caller.finish('demo');
    }
  };

  /** Ends all sessions. */
  async end(): Promise<void> {
    for (const session of this.sessions.values()) await this.deps.signIn.signOut(session, ORIGIN);
    this.sessions.clear();
  }

  private async sessionOf(email: string): Promise<Session> {
    const known = this.sessions.get(email);
    if (known) return known;
    const { session } = await this.deps.signIn.signIn({ email, password: this.deps.password }, ORIGIN);
    this.sessions.set(email, session);
    return session;
  }
}
