import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { Metrics } from './metrics';
import type { Readiness } from './readiness';
import { addressNotFound } from './http-errors';
import { isLocal } from './remote-address';
import type { Route } from './route';

/** The dependencies of the operational routes. */
interface ProbeOptions {
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly draining: () => boolean;
  /** The bearer token that may read the metrics; without one only the local machine may. */
  readonly metricsToken: string | undefined;
  readonly trustProxy: boolean;
}

/** The operational routes: liveness, readiness and metrics. They are never refused under load. */
export function probeRoutes(options: ProbeOptions): Route[] {
  return [
    {
      path: '/healthz',
      handle(exchange) {
        exchange.sendJson(200, '{"status":"alive"}');
      },
    },
    {
      path: '/readyz',
      async handle(exchange) {
        // The reason goes to the log only: anyone gets the answer.
        if (!options.draining() && (await options.readiness.ready()))
          exchange.sendJson(200, '{"status":"ready"}');
        else exchange.sendJson(503, '{"status":"unavailable"}', { 'Retry-After': '1' });
      },
    },
    {
      path: '/metrics',
      async handle(exchange) {
        // Others get the answer of an unknown address.
        if (!mayReadMetrics(exchange.request, options)) throw addressNotFound();
        const headers = { 'Content-Type': options.metrics.contentType, 'Cache-Control': 'no-store' };
        await exchange.sendCompressed(200, headers, await options.metrics.text());
      },
    },
  ];
}

/**
 * Metrics reveal the load and which operations exist. With a token, only its bearer reads them. Without one, only a
 * process of the local machine does, and no one where a proxy is trusted: requests that come
 * through it would look local.
 */
function mayReadMetrics(request: IncomingMessage, options: ProbeOptions): boolean {
  if (options.metricsToken === undefined) return !options.trustProxy && isLocal(request);
  const [scheme = '', token = ''] = (request.headers.authorization ?? '').split(' ');
  return scheme.toLowerCase() === 'bearer' && timingSafeEqual(digest(token), digest(options.metricsToken));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
