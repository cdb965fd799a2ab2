import { createServer } from '../../../src/server';
import { type Api, type Client, clientOf } from '../../kit/api';
import { testDependencies } from '../../kit/settings';

/** Runs a test beside another server on the same database: each lets an operator write one import after another. */
export async function besideServer<T>(
  api: Api,
  client: Client,
  test: (there: Client) => Promise<T>,
): Promise<T> {
  const server = await createServer({ ...testDependencies(api.world.serverUrl), clock: api.clock.now });
  try {
    const { port } = await server.http.listen(0, '127.0.0.1');
    const result = await test(clientOf(`http://127.0.0.1:${port}`, client.token));
    server.http.server.closeIdleConnections();
    return result;
  } finally {
    await server.stop();
  }
}
