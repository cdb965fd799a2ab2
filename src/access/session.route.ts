import type { IncomingMessage } from 'node:http';
import { message } from '../messages';
import { AppError } from '../platform/app-error';
import { brokenRule } from '../platform/faults';
import { PASSWORD_CHECK } from '../platform/graphql/limits/cost';
import { payload, type UserError } from '../platform/graphql/user-error.type';
import type { Exchange, PostRoute } from '../platform/http';
import type { StepAside } from '../platform/step-aside';
import type { Caller } from './caller';
import type { CredentialService } from './credential.service';
import type { PasswordResetService } from './password-reset.service';
import { SessionCookie } from './session-cookie';
import { REFRESH_TOKEN_SECONDS, type SessionGrant, type SignInService } from './sign-in.service';

interface SessionRouteOptions {
  readonly signIn: SignInService;
  readonly credentials: CredentialService;
  readonly resets: PasswordResetService;
  readonly callerOf: (exchange: Exchange) => Promise<Caller>;
  /** Charges the sender's network; throws where it has spent its budget. */
  readonly charge: (remoteAddress: string, cost: number) => void;
}

/** What a page knows about its session: the refresh token stays in the cookie, where no script reads it. */
interface PageSession {
  accessToken: string;
  expiresInSeconds: number;
  memberId: string;
  /** Whether the member has chosen to stay signed in when the browser is closed. */
  stay: boolean;
  /** False where the origin has no cookie: the session ends with the page, or the access token. */
  isKept: boolean;
}

/** What one page asked for: its exchange, its cookie, if it may have one, and the request's body. */
interface Asked {
  readonly exchange: Exchange;
  readonly cookie: SessionCookie | undefined;
  readonly body: Record<string, unknown>;
  readonly aside: StepAside;
}

/** The work of a renewal, in the units of operations. */
const RENEWAL = 100;
const SESSION_PATH = '/session';

/**
 * The sessions of the pages: signs in, renews and signs out with the refresh token in a cookie, lets who is invited
 * join, and who has a link for it set another password. Nothing else reads that cookie. A page of another origin cannot use it: the cookie is SameSite=Strict, JSON from elsewhere needs a
 * preflight that is never granted, and the browser says where the request comes from.
 */
export function sessionRoute(options: SessionRouteOptions): PostRoute {
  return {
    path: SESSION_PATH,
    async post(exchange, body, aside) {
      const cookie = SessionCookie.of(originOf(exchange.request));
      const asked = { exchange, cookie, body, aside };
      if (body.action === 'SIGN_IN') await signIn(asked, options);
      else if (body.action === 'RENEW') await renew(asked, options);
      else if (body.action === 'SIGN_OUT') await signOut(asked, options);
      else if (body.action === 'READ_INVITATION') await readInvitation(asked, options);
      else if (body.action === 'ACCEPT_INVITATION') await acceptInvitation(asked, options);
      else if (body.action === 'RESET_PASSWORD') await resetPassword(asked, options);
      else throw new AppError('BAD_REQUEST', message('SESSION_ACTION_UNKNOWN'));
    },
  };
}

/** The origin of the page that sends the request, which is this server's; any other is refused. */
function originOf({ headers }: IncomingMessage): URL {
  const { origin = '', host } = headers;
  const site = headers['sec-fetch-site'];
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  // A browser that does not say which site it is names the origin at least; a proxy may have changed the host.
  const isOwn = site === undefined ? url?.host === host?.toLowerCase() : site === 'same-origin';
  if (!url || !isOwn) throw new AppError('FORBIDDEN', message('SESSION_FROM_ELSEWHERE'));
  return url;
}

async function signIn(asked: Asked, { signIn: service, charge }: SessionRouteOptions): Promise<void> {
  const { exchange, body, aside } = asked;
  const [email, password] = [textOf(body.email), textOf(body.password)];
  charge(exchange.remoteAddress, PASSWORD_CHECK + RENEWAL);
  const grant = await payload(exchange.language, async () =>
    service.signIn({ email, password }, exchange, aside),
  );
  answer(asked, grant, body.stay === true);
}

/** For whom an invitation is, so that the person sees it before choosing a password. */
async function readInvitation(asked: Asked, { credentials, charge }: SessionRouteOptions): Promise<void> {
  const { exchange, body } = asked;
  const token = textOf(body.token);
  charge(exchange.remoteAddress, RENEWAL);
  const invitation = await payload(exchange.language, async () => credentials.read(token, exchange));
  if (invitation.userErrors.length > 0) exchange.outcome = 'user_error';
  exchange.sendJson(200, JSON.stringify(invitation));
}

/** Sets the password of an invited person, and signs in with it. Who is a member elsewhere proves that by the password there. */
async function acceptInvitation(asked: Asked, options: SessionRouteOptions): Promise<void> {
  const { exchange, body, aside } = asked;
  const { credentials, signIn: service, charge } = options;
  const [token, password] = [textOf(body.token), textOf(body.password)];
  const currentPassword = body.currentPassword === undefined ? null : textOf(body.currentPassword);
  charge(exchange.remoteAddress, (currentPassword === null ? 2 : 3) * PASSWORD_CHECK + RENEWAL);
  const grant = await payload(exchange.language, async () => {
    const email = await credentials.accept({ token, password, currentPassword }, exchange, aside);
    return service.signIn({ email, password }, exchange, aside);
  });
  answer(asked, grant, body.stay === true);
}

/** Sets the password of a member by a link that works once, and signs in with it. */
async function resetPassword(asked: Asked, options: SessionRouteOptions): Promise<void> {
  const { exchange, body, aside } = asked;
  const { resets, signIn: service, charge } = options;
  const [token, password] = [textOf(body.token), textOf(body.password)];
  charge(exchange.remoteAddress, 2 * PASSWORD_CHECK + RENEWAL);
  const grant = await payload(exchange.language, async () => {
    const email = await resets.reset(token, password, exchange, aside);
    return service.signIn({ email, password }, exchange, aside);
  });
  answer(asked, grant, body.stay === true);
}

async function renew(asked: Asked, { signIn: service, charge }: SessionRouteOptions): Promise<void> {
  const { exchange, cookie } = asked;
  const kept = cookie?.read(exchange.request);
  charge(exchange.remoteAddress, RENEWAL);
  const grant = await payload(exchange.language, async () => {
    if (!kept) throw brokenRule('INVALID_REFRESH_TOKEN', ['refreshToken']);
    return service.refresh(kept.refreshToken, exchange);
  });
  answer(asked, grant, kept?.stay === true);
}

/** Ends the session of the cookie and that of the access token: on a shared computer nothing is to be left. */
async function signOut(asked: Asked, options: SessionRouteOptions): Promise<void> {
  const { exchange, cookie } = asked;
  const { signIn: service, callerOf, charge } = options;
  charge(exchange.remoteAddress, RENEWAL);
  const kept = cookie?.read(exchange.request);
  const { session } = await callerOf(exchange);
  if (kept) {
    const renewed = await payload(exchange.language, async () =>
      service.refresh(kept.refreshToken, exchange),
    );
    if (renewed.session) await service.signOut(renewed.session, exchange);
  }
  if (session) await service.signOut(session, exchange);
  exchange.sendJson(200, '{"userErrors":[]}', cookie && { 'Set-Cookie': cookie.removing() });
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new AppError('BAD_REQUEST', message('SESSION_ACTION_UNKNOWN'));
  return value;
}

function answer(
  { exchange, cookie }: Asked,
  grant: Partial<SessionGrant> & { userErrors: UserError[] },
  stay: boolean,
): void {
  const { session, accessToken, refreshToken, expiresInSeconds, userErrors } = grant;
  if (!session || accessToken === undefined || refreshToken === undefined || expiresInSeconds === undefined) {
    exchange.outcome = 'user_error';
    exchange.sendJson(200, JSON.stringify({ userErrors }), cookie && { 'Set-Cookie': cookie.removing() });
    return;
  }
  const { memberId } = session;
  exchange.member = () => memberId;
  const isKept = cookie !== undefined;
  const page: PageSession = { accessToken, expiresInSeconds, memberId, stay, isKept };
  exchange.sendJson(
    200,
    JSON.stringify({ ...page, userErrors }),
    cookie && { 'Set-Cookie': cookie.keeping({ refreshToken, stay }, REFRESH_TOKEN_SECONDS) },
  );
}
