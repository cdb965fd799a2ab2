import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { brokenRule } from '../platform/faults';
import { newId } from '../platform/ids';
import { type StepAside, stayInPlace } from '../platform/step-aside';
import { ACCESS_TOKEN_SECONDS, issueAccessToken } from './access-token';
import { AttemptLimits, type AttemptLimitSettings, DEFAULT_ATTEMPT_LIMITS } from './attempt-limits';
import * as auth from './auth.repository';
import { isEmail, normalEmail } from './email';
import { verifyPassword } from './passwords';
import { hashOf, isRefreshToken, decideRotation, newRefreshToken, successorOf } from './refresh-token';
import type { Session } from './session';
import type { SigningKeys } from './signing-keys';
import type { AuditAction, Origin } from './audit';
import type { AuditTrail } from './audit-trail';

/** The longest duration of a session: after that the password is asked for again. */
const SESSION_DAYS = 30;
/** A session that is not refreshed for this long expires. */
const REFRESH_TOKEN_DAYS = 7;
export const REFRESH_TOKEN_SECONDS = REFRESH_TOKEN_DAYS * 86_400;
/** By then every token of a session has expired, those of the grace too; its rows are deleted. */
const FORGOTTEN_DAYS = REFRESH_TOKEN_DAYS + 1;

const DEFAULT_REFRESH_GRACE_SECONDS = 10;

interface SignInDependencies {
  database: Database;
  keys: SigningKeys;
  trail: AuditTrail;
  clock: () => Date;
  /** A monotonic clock in milliseconds, for the attempt limits. */
  elapsed?: () => number;
  /** How long a refresh whose answer was lost can be repeated. */
  refreshGraceSeconds?: number;
  attemptLimits?: AttemptLimitSettings;
}

export interface Credentials {
  email: string;
  password: string;
}

/** The tokens of a session, as a client gets them. */
export interface SessionGrant {
  accessToken: string;
  refreshToken: string;
  expiresInSeconds: number;
  session: Session;
}

/** Why a refresh token was refused, and whose it was. */
interface NoGrant {
  holder: auth.MemberKey | null;
  reason: 'UNKNOWN' | 'REUSE' | 'VOID';
}

const UNKNOWN_TOKEN: NoGrant = { holder: null, reason: 'UNKNOWN' };

/** Starts, renews and ends sessions. */
export class SignInService {
  /** Counts failed passwords, wherever they are asked for. */
  readonly attempts: AttemptLimits;
  private readonly graceSeconds: number;

  constructor(private readonly deps: SignInDependencies) {
    this.attempts = new AttemptLimits(deps.attemptLimits ?? DEFAULT_ATTEMPT_LIMITS, deps.elapsed);
    this.graceSeconds = deps.refreshGraceSeconds ?? DEFAULT_REFRESH_GRACE_SECONDS;
  }

  /**
   * Answers an unknown e-mail exactly like a wrong password, in the same time: one statement and one hash. Everything
   * else happens only for a correct password.
   */
  async signIn(
    credentials: Credentials,
    origin: Origin,
    aside: StepAside = stayInPlace,
  ): Promise<SessionGrant> {
    const { remoteAddress } = origin;
    const email = normalEmail(credentials.email);
    this.attempts.assertOpen(email, remoteAddress);
    const credential = await this.find(email);
    const right = await aside(async (signal) =>
      verifyPassword(credential?.passwordHash ?? null, credentials.password, signal),
    );
    // Checked again, or concurrent guesses would get more attempts than sequential ones.
    this.attempts.assertOpen(email, remoteAddress);
    const grant = credential && right ? await this.start(credential) : null;
    if (!grant) {
      this.attempts.failed(email, remoteAddress);
      this.leave('SIGN_IN_FAILED', credential, origin, isEmail(email) ? { email } : undefined);
      throw brokenRule('WRONG_CREDENTIALS', ['password']);
    }
    this.leave('SIGNED_IN', grant.session, origin);
    return grant;
  }

  /** Exchanges a refresh token for the next one, by the rule in refresh-token.ts. */
  async refresh(refreshToken: string, origin: Origin): Promise<SessionGrant> {
    // The refusal is thrown outside the transaction: inside it would roll back the end of the session.
    const outcome = isRefreshToken(refreshToken)
      ? await AuthScope.run(this.deps.database, async (scope) => this.exchange(scope, refreshToken))
      : UNKNOWN_TOKEN;
    if ('reason' in outcome) {
      this.leave('REFRESH_REFUSED', outcome.holder, origin, { reason: outcome.reason });
      throw brokenRule('INVALID_REFRESH_TOKEN', ['refreshToken']);
    }
    this.leave('SESSION_REFRESHED', outcome.session, origin);
    return outcome;
  }

  /** Ends the session, its access tokens included. Idempotent. */
  async signOut(session: Session, origin: Origin): Promise<void> {
    await AuthScope.run(this.deps.database, async (scope) => {
      await scope.claim({ memberId: session.memberId });
      await auth.endSession(scope, session, this.deps.clock());
    });
    this.leave('SIGNED_OUT', session, origin);
  }

  private leave(action: AuditAction, who: auth.MemberKey | null, origin: Origin, after?: unknown): void {
    const { organisationId = null, memberId = null } = who ?? {};
    const { requestId, remoteAddress } = origin;
    const at = this.deps.clock();
    this.deps.trail.add({ organisationId, memberId, requestId, remoteAddress, at, action, after });
  }

  private async find(email: string): Promise<auth.Credential | null> {
    if (!isEmail(email)) return null;
    return AuthScope.run(this.deps.database, async (scope) => auth.findCredential(scope, email));
  }

  /** No connection is kept while passwords are compared, so the credential is confirmed here. */
  private async start(credential: auth.Credential): Promise<SessionGrant | null> {
    const { email, organisationId, memberId } = credential;
    return AuthScope.run(this.deps.database, async (scope) => {
      await scope.claim({ email, memberId });
      const rights = await auth.findRights(scope, credential);
      if (!rights || !(await auth.confirmCredential(scope, credential))) return null;
      const now = this.deps.clock();
      const key = { organisationId, memberId, sessionId: newId() };
      await auth.deleteExpiredTokens(scope, memberId, now, daysAfter(now, -FORGOTTEN_DAYS));
      await auth.startSession(scope, key, now, daysAfter(now, SESSION_DAYS));
      const session = { ...key, ...rights, isKey: false };
      const refreshToken = newRefreshToken();
      await this.issue(scope, session, refreshToken, { generation: 0, predecessor: null, now });
      return this.grant(session, refreshToken, now);
    });
  }

  private async exchange(scope: AuthScope, refreshToken: string): Promise<SessionGrant | NoGrant> {
    const hash = hashOf(refreshToken);
    const token = await auth.findToken(scope, hash);
    const family = token && (await auth.lockFamily(scope, token));
    if (!family) return UNKNOWN_TOKEN;
    const now = this.deps.clock();
    const verdict = decideRotation(token, family, now, this.graceSeconds);
    if (verdict === 'REUSE') await auth.endSession(scope, token, now);
    if (verdict === 'REUSE' || verdict === 'VOID') return { holder: token, reason: verdict };
    const rights = await auth.findRights(scope, token);
    if (!rights) return { holder: token, reason: 'VOID' };
    const { organisationId, memberId, sessionId } = token;
    const session = { organisationId, memberId, sessionId, ...rights, isKey: false };
    if (verdict === 'REPEAT') {
      const given = await this.findSuccessor(scope, refreshToken, family.generation);
      return given === null ? { holder: token, reason: 'VOID' } : this.grant(session, given, now);
    }
    const next = successorOf(refreshToken, this.deps.keys.current.key);
    await auth.rotateToken(scope, session, now);
    await this.issue(scope, session, next, { generation: family.generation + 1, predecessor: hash, now });
    return this.grant(session, next, now);
  }

  /** The token that was issued for this one, under whichever key; null where that key has been removed since. */
  private async findSuccessor(scope: AuthScope, token: string, generation: number): Promise<string | null> {
    for (const { key } of this.deps.keys.all) {
      const candidate = successorOf(token, key);
      if ((await auth.findToken(scope, hashOf(candidate)))?.generation === generation) return candidate;
    }
    return null;
  }

  private async issue(
    scope: AuthScope,
    { organisationId, memberId, sessionId }: Session,
    refreshToken: string,
    { generation, predecessor, now }: { generation: number; predecessor: string | null; now: Date },
  ): Promise<void> {
    await auth.addToken(scope, {
      organisationId,
      memberId,
      sessionId,
      generation,
      predecessor,
      hash: hashOf(refreshToken),
      issuedAt: now,
      expiresAt: daysAfter(now, REFRESH_TOKEN_DAYS),
    });
  }

  private grant(session: Session, refreshToken: string, now: Date): SessionGrant {
    const accessToken = issueAccessToken(session, this.deps.keys, now);
    return { accessToken, refreshToken, expiresInSeconds: ACCESS_TOKEN_SECONDS, session };
  }
}

function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * 86_400_000);
}
