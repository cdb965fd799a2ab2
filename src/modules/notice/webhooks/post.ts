import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { addressOfHost, isPublicAddress } from '../../../platform/public-address';
import { DeliveryFailure } from './webhook.enums';

/** The addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

interface PostOptions {
  allowPrivate: boolean;
  timeoutMs: number;
  /** Ends the request early: the server stops. */
  signal: AbortSignal;
  /** In place of the system's resolver. */
  resolve?: Resolve | undefined;
}

/** The status of the answer, or why there is none. */
export type PostOutcome = { status: number } | { failure: DeliveryFailure };

class AddressNotAllowed extends Error {}

/**
 * Sends a message by POST and waits for the status of the answer, nothing more: of the answer's body nothing is read, and
 * redirects are not followed. The name is resolved once, and the connection goes to the addresses that were checked: a
 * name that leads elsewhere a moment later changes nothing.
 */
export async function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  { allowPrivate, timeoutMs, signal, resolve = resolveBySystem }: PostOptions,
): Promise<PostOutcome> {
  const address = addressOfHost(url.hostname);
  const isHttps = url.protocol === 'https:';
  if (!allowPrivate && (!isHttps || (address !== null && !isPublicAddress(address)))) {
    return { failure: DeliveryFailure.ADDRESS_NOT_ALLOWED };
  }
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  return new Promise((settle) => {
    const sending = (isHttps ? requestHttps : requestHttp)(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      // A connection of its own: none that was opened for another message is used again.
      agent: false,
      maxHeaderSize: 8192,
      signal: limit,
      lookup: lookupThrough(resolve, (found) => allowPrivate || isPublicAddress(found)),
    });
    sending.on('response', (response) => {
      settle({ status: response.statusCode ?? 0 });
      response.destroy();
    });
    sending.on('error', (error) => {
      settle({ failure: failureOf(error, limit.aborted) });
    });
    // Without an answer or an error, as when the other side wants another protocol.
    sending.on('close', () => {
      settle({ failure: DeliveryFailure.NO_CONNECTION });
    });
    sending.end(body);
  });
}

/** Every address of a name must be allowed: else one could be tried after another was checked. */
function lookupThrough(resolve: Resolve, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isAllowed(address))) {
          callback(new AddressNotAllowed(hostname), '');
        } else if (options.all) {
          callback(null, [...found]);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: unknown) => {
        callback(error as NodeJS.ErrnoException, '');
      },
    );
  };
}

async function resolveBySystem(hostname: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (error, addresses) => {
      if (error) reject(error);
      else resolve(addresses);
    });
  });
}

function failureOf(error: NodeJS.ErrnoException, isLate: boolean): DeliveryFailure {
  if (error instanceof AddressNotAllowed) return DeliveryFailure.ADDRESS_NOT_ALLOWED;
  if (isLate) return DeliveryFailure.TIMEOUT;
  const isOfCertificate = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ALTNAME/.test(error.code ?? '');
  return isOfCertificate ? DeliveryFailure.BAD_CERTIFICATE : DeliveryFailure.NO_CONNECTION;
}
