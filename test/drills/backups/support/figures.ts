import { createServer } from '../../../../src/server';
import { TEST_PASSWORD, testDependencies } from '../../../kit/settings';

const TABLES = ['completion', 'service-records', 'staffing', 'funding', 'assessments'];
const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }';

/** A server on a database, and a client that reads the whole city. */
export interface Reader {
  /** Status, sorted rows, and the cursor of the next load. */
  load: (path: string) => Promise<{ status: number; rows: string[]; cursor: string }>;
  close: () => Promise<void>;
}

export async function readerOf(databaseUrl: string): Promise<Reader> {
  const server = await createServer(testDependencies(databaseUrl));
  const { port } = await server.http.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: SIGN_IN,
      variables: { input: { email: 'admin@guangzhou-bureau.example', password: TEST_PASSWORD } },
    }),
  });
  const { data } = (await response.json()) as { data: { signIn: { accessToken: string } } };
  const headers = { authorization: `Bearer ${data.signIn.accessToken}` };
  return {
    load: async (path) => {
      const answer = await fetch(`${url}/export/${path}`, { headers });
      const lines = (await answer.text()).split('\n').filter((line) => line !== '');
      const cursor = answer.headers.get('x-next-updated-since') ?? '';
      return { status: answer.status, rows: lines.sort(), cursor };
    },
    close: async () => server.stop(),
  };
}

/** Every row of every export, as the bureau of the city reads it, and a cursor to go on from. */
export async function figuresOf(
  databaseUrl: string,
): Promise<{ tables: Record<string, string[]>; cursor: string }> {
  const reader = await readerOf(databaseUrl);
  try {
    const tables: Record<string, string[]> = {};
    let cursor = '';
    for (const table of TABLES) {
      const loaded = await reader.load(`${table}.ndjson`);
      tables[table] = [String(loaded.status), ...loaded.rows];
      if (table === 'service-records') ({ cursor } = loaded);
    }
    return { tables, cursor };
  } finally {
    await reader.close();
  }
}
