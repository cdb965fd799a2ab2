/* global fetch, navigator */

/** Renewed this long before it expires, so that no token expires on its way. */
const EARLY_MS = 30_000;

const SIGN_OUT = { action: 'SIGN_OUT' };

/**
 * The member's session in this page. Its access token is in memory; the browser keeps the refresh token in a cookie that
 * no script can read, and shares it with the console.
 */
export class Session {
  #tokens = null;
  #refreshing;
  #ended;

  /** `ended` is called when the server no longer accepts the session. */
  constructor(ended) {
    this.#ended = ended;
  }

  get signedIn() {
    return this.#tokens !== null;
  }

  /** Takes up the session that the browser has kept, if any. */
  async start() {
    await this.#refresh();
  }

  /** Signs in; throws an Error with the server's message where it refuses. */
  async signIn(email, password) {
    const answer = await post('/session', { action: 'SIGN_IN', email, password });
    this.#keep(answer);
    if (!this.#tokens) throw new Error(messageOf(answer) ?? '无法登录。 Sign-in failed.');
  }

  async signOut() {
    const { accessToken } = this.#tokens ?? {};
    this.#tokens = null;
    await post('/session', SIGN_OUT, accessToken).catch(() => undefined);
  }

  /** Sends an operation as the signed-in member, renewing the session first where it is about to expire. */
  async send(operation) {
    if (this.#tokens && Date.now() > this.#tokens.expiresAt - EARLY_MS) await this.#refresh();
    const result = await post('/graphql', operation, this.#tokens?.accessToken);
    if (!this.#tokens || !isUnauthenticated(result)) return result;
    await this.#refresh();
    return this.#tokens ? post('/graphql', operation, this.#tokens.accessToken) : result;
  }

  /** Shared by concurrent callers, and one at a time over all tabs of the browser: they have one refresh token. */
  #refresh() {
    this.#refreshing ??= exclusively(() => this.#renew()).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #renew() {
    const before = this.#tokens;
    let answer;
    try {
      answer = await post('/session', { action: 'RENEW' });
    } catch {
      return; // The network failed, not the session: what comes next will say so.
    }
    if (answer.errors) return;
    this.#keep(answer);
    if (before && this.#tokens?.memberId !== before.memberId) {
      this.#tokens = null;
      this.#ended();
    }
  }

  #keep({ accessToken, expiresInSeconds, memberId }) {
    this.#tokens = accessToken
      ? { accessToken, memberId, expiresAt: Date.now() + expiresInSeconds * 1000 }
      : null;
  }
}

function exclusively(work) {
  return navigator.locks ? navigator.locks.request('session', work) : work();
}

async function post(address, body, accessToken) {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  if (accessToken) headers.authorization = `Bearer ${accessToken}`;
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}

function messageOf({ userErrors, errors }) {
  return (userErrors?.[0] ?? errors?.[0])?.message;
}

function isUnauthenticated(result) {
  return result.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED') ?? false;
}
