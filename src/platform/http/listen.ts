import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { StartError } from '../start-error';

/** Starts to listen and returns the port; throws a StartError that says what to do. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    throw new StartError(whyNotListening(error, port, host), { cause: error });
  }
  return (server.address() as AddressInfo).port;
}

function whyNotListening(error: unknown, port: number, host: string): string {
  const place = `port ${String(port)} on ${host}`;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return `Cannot listen: ${place} is already in use. Stop the program that holds it, or choose another PORT.`;
  }
  if (code === 'EACCES') return `Cannot listen: ${place} is not permitted. Choose a PORT above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `Cannot listen: this machine has no address ${host}. Set HOST to one of its own, e.g. 127.0.0.1.`;
  }
  return `Cannot listen: ${place}: ${message}`;
}
