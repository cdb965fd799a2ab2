import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it arrived. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  message: { type: string; timestamp: string; data: Record<string, unknown> };
}

/** The system of an organisation that is notified of events. */
export interface Receiver {
  url: string;
  received: Received[];
  /** With which status, and headers, it answers from now on; null: not at all. */
  answer: (status: number | null, headers?: Record<string, string>) => void;
  /** Nobody listens at its address, until it is up again. */
  down: () => Promise<void>;
  up: () => Promise<void>;
  close: () => Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let answered: { status: number | null; headers: Record<string, string> } = { status: 204, headers: {} };
  const listen = async (port: number): Promise<Server> => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        const message = JSON.parse(body) as Received['message'];
        received.push({ path: request.url ?? '', headers: request.headers, body, message });
        if (answered.status !== null) response.writeHead(answered.status, answered.headers).end('thanks');
      });
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return server;
  };
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  const down = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    answer: (status, headers = {}) => {
      answered = { status, headers };
    },
    down,
    up: async () => {
      server = await listen(port);
    },
    close: down,
  };
}
