import { type AuditTrail, Caller, closeSession, type Member, openSession, type Session } from '../access';
import type { Database } from '../platform/database/database';
import { NOW } from './days';
import type { Party } from './directory';

/** Longer than generating any city takes; an interrupted run's session is of no use after that. */
const SESSION_MS = 86_400_000;
const ORIGIN = { requestId: 'generate', remoteAddress: 'generate' };

/**
 * Acts for the parties of the city: each through a session of its own administrator and the database role of its kind,
 * so that the policies apply as they do to the server's writes.
 */
export class Acting {
  private readonly sessions = new Map<string, Promise<Session>>();

  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  /** Runs work as a party, at a moment of the city's time. */
  async as<T>(party: Party, work: (caller: Caller) => Promise<T>, at = NOW): Promise<T> {
    const { database, trail } = this;
    const session = await this.sessionOf(party);
    const caller = new Caller({
      database,
      session,
      trail,
      ...ORIGIN,
      clock: () => new Date(at),
      language: 'zh',
    });
    try {
      return await work(caller);
    } finally {
      await caller.finish('generate');
    }
  }

  /** The same for work that only the database authorises. */
  async asMember<T>(party: Party, work: (member: Member) => Promise<T>): Promise<T> {
    return this.as(party, async (caller) => work(caller.assert('viewer.read')));
  }

  /** Ends all sessions. */
  async end(): Promise<void> {
    for (const session of this.sessions.values())
      await closeSession(this.database, await session, new Date());
    this.sessions.clear();
  }

  private async sessionOf({ id, administrator }: Party): Promise<Session> {
    const known = this.sessions.get(id);
    if (known) return known;
    const now = Date.now();
    const opened = openSession(
      this.database,
      { organisationId: id, memberId: administrator.id },
      new Date(now),
      new Date(now + SESSION_MS),
    );
    this.sessions.set(id, opened);
    return opened;
  }
}
