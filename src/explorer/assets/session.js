/* global fetch, sessionStorage */

const KEY = 'stations:session';
/** Renewed this long before it expires, so that no token expires on its way. */
const EARLY_MS = 30_000;

const SESSION_FIELDS = `accessToken refreshToken expiresInSeconds userErrors { message }`;
const SIGN_IN = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { ${SESSION_FIELDS} } }`;
const REFRESH = `mutation RefreshSession($token: String!) { refreshSession(refreshToken: $token) { ${SESSION_FIELDS} } }`;
const SIGN_OUT = `mutation SignOut { signOut }`;

/** The member's session in this browser tab: it lives in sessionStorage and ends with the tab. */
export class Session {
  #tokens = read();
  #refreshing;
  #ended;

  /** `ended` is called when the server no longer accepts the session. */
  constructor(ended) {
    this.#ended = ended;
  }

  get signedIn() {
    return this.#tokens !== null;
  }

  /** Signs in; throws an Error with the server's message where it refuses. */
  async signIn(email, password) {
    const result = await post({ query: SIGN_IN, variables: { input: { email, password } } });
    this.#keep(payloadOf(result, 'signIn'));
  }

  async signOut() {
    const { accessToken } = this.#tokens ?? {};
    this.#keep(null);
    if (accessToken) await post({ query: SIGN_OUT }, accessToken).catch(() => undefined);
  }

  /** Sends an operation as the signed-in member, renewing the session first where it is about to expire. */
  async send(operation) {
    if (this.#tokens && Date.now() > this.#tokens.expiresAt - EARLY_MS) await this.#refresh();
    const result = await post(operation, this.#tokens?.accessToken);
    if (!this.#tokens || !isUnauthenticated(result)) return result;
    await this.#refresh();
    return this.#tokens ? post(operation, this.#tokens.accessToken) : result;
  }

  /** Shared by concurrent callers: a refresh token works a single time. */
  #refresh() {
    this.#refreshing ??= this.#renew().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #renew() {
    let result;
    try {
      result = await post({ query: REFRESH, variables: { token: this.#tokens.refreshToken } });
    } catch {
      return; // The network failed, not the session: what comes next will say so.
    }
    const code = result.errors?.[0]?.extensions?.code;
    if (code && code !== 'UNAUTHENTICATED' && code !== 'BAD_USER_INPUT') return;
    try {
      this.#keep(payloadOf(result, 'refreshSession'));
    } catch {
      this.#keep(null);
      this.#ended();
    }
  }

  #keep(payload) {
    this.#tokens = payload && {
      accessToken: payload.accessToken,
      refreshToken: payload.refreshToken,
      expiresAt: Date.now() + payload.expiresInSeconds * 1000,
    };
    if (this.#tokens) sessionStorage.setItem(KEY, JSON.stringify(this.#tokens));
    else sessionStorage.removeItem(KEY);
  }
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

async function post(operation, accessToken) {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  if (accessToken) headers.authorization = `Bearer ${accessToken}`;
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(operation) });
  return response.json();
}

function payloadOf(result, field) {
  const payload = result.data?.[field];
  if (payload?.accessToken) return payload;
  const problem = payload?.userErrors?.[0] ?? result.errors?.[0];
  throw new Error(problem?.message ?? '无法登录。 Sign-in failed.');
}

function isUnauthenticated(result) {
  return result.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED') ?? false;
}
