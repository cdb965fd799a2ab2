import type { GraphQLFormattedError } from 'graphql';
import { createServer, type RunningServer, type ServerDependencies } from '../../src/server';
import { TEST_PASSWORD, testDependencies } from './settings';
import { createTestDatabase, testClock, type TestClock, type World } from './world';

/** An answer of the API as a client gets it. */
export interface Answer<Data> {
  status: number;
  headers: Headers;
  /** The body as it was sent, to the byte. */
  text: string;
  data: Data | null;
  errors: GraphQLFormattedError[];
}

/** Someone who asks: anonymous, or signed in. */
export interface Client {
  ask: <Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<Answer<Data>>;
  /** The data of an answer that must have no errors. */
  get: <Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>) => Promise<Data>;
  token: string | undefined;
}

/** A server over HTTP on a database with the demo in it: what test files may use of one that others use too. */
export interface Api {
  world: Omit<World, 'clock' | 'close'>;
  server: RunningServer;
  clock: Pick<TestClock, 'now'>;
  url: string;
  anonymous: Client;
  /** Signs in as a demo account, once. */
  as: (email: string) => Promise<Client>;
  /** A client that sends this token. */
  withToken: (token: string) => Client;
}

/** A server and database of a test file's own. */
export interface TestApi extends Api {
  world: World;
  clock: TestClock;
  /** How often each named statement ran since the server started. */
  statements: () => Map<string, number>;
  close: () => Promise<void>;
}

const SIGN_IN =
  'mutation($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }';

/** `through` may lay something between the server and its database. */
export async function startApi(
  settings: Record<string, string> = {},
  through: (databaseUrl: string) => Promise<string> = async (url) => Promise.resolve(url),
  overrides: Partial<ServerDependencies> = {},
): Promise<TestApi> {
  const copy = await createTestDatabase('template_demo');
  const clock = testClock();
  const counts = new Map<string, number>();
  const server = await createServer({
    ...testDependencies(await through(copy.serverUrl), settings),
    ...overrides,
    clock: clock.now,
    onStatement: (name) => counts.set(name, (counts.get(name) ?? 0) + 1),
  });
  const { port } = await server.http.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const anonymous = clientOf(url, undefined);
  const signedIn = new Map<string, Promise<Client>>();
  const signIn = async (email: string): Promise<Client> => {
    const { signIn: session } = await anonymous.get<{ signIn: { accessToken: string | null } }>(SIGN_IN, {
      input: { email, password: TEST_PASSWORD },
    });
    if (session.accessToken === null) throw new Error(`${email} cannot sign in`);
    return clientOf(url, session.accessToken);
  };
  return {
    world: { ...copy, database: server.database, clock },
    server,
    clock,
    url,
    anonymous,
    as: async (email) => {
      const known = signedIn.get(email) ?? signIn(email);
      signedIn.set(email, known);
      return known;
    },
    withToken: (token) => clientOf(url, token),
    statements: () => new Map(counts),
    close: async () => {
      // Those that fetch keeps: nothing more is sent on them, and waiting for that would take its time.
      server.http.server.closeIdleConnections();
      await server.stop();
      await copy.close();
    },
  };
}

/** A client of a server at this address. */
export function clientOf(url: string, token: string | undefined): Client {
  const ask: Client['ask'] = async <Data>(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const body = JSON.parse(text) as { data?: Data | null; errors?: GraphQLFormattedError[] };
    return {
      status: response.status,
      headers: response.headers,
      text,
      data: body.data ?? null,
      errors: body.errors ?? [],
    };
  };
  return {
    token,
    ask,
    get: async <Data>(query: string, variables?: Record<string, unknown>) => {
      const answer = await ask<Data>(query, variables);
      if (answer.errors.length > 0 || answer.data === null) throw new Error(answer.text);
      return answer.data;
    },
  };
}
