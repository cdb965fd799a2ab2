import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

import { isLoopback, plainAddress } from '../network';

/**
 * The address a request came from. Behind a trusted proxy it is the last entry of X-Forwarded-For, which that proxy
 * wrote; the client may have invented the entries before it.
 */
export function remoteAddressOf(request: IncomingMessage, trustProxy: boolean): string {
  const peer = plainAddress(request.socket.remoteAddress ?? '');
  if (!trustProxy) return peer;
  const forwarded = request.headers['x-forwarded-for'];
  const last = plainAddress(
    String(forwarded ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '',
  );
  return isIP(last) === 0 ? peer : last;
}

/** Whether a request was sent from the local machine, with no sign of a proxy or of a foreign site in between. */
export function isLocal(request: IncomingMessage): boolean {
  if (!isLoopback(request.socket.remoteAddress ?? '')) return false;
  const { headers } = request;
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  // A page of another site can point its own name at 127.0.0.1 (DNS rebinding), but the browser still sends that name.
  return isLoopbackHost(headers.host ?? '');
}

/** Whether a host, with or without a port, is the local machine by its name. */
export function isLoopbackHost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i.test(host);
}
