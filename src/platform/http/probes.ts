import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { Metrics } from './metrics';
import type { Readiness } from './readiness';
import { refusals } from './http-refusal';
import { isLocal } from './remote-address';
import type { Route } from './route';

/** What the operational routes answer from. */
export interface ProbeOptions {
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly draining: () => boolean;
  /** Whoever sends it as a bearer token reads the metrics; without it only this machine does. */
  readonly metricsToken: string | undefined;
  readonly trustProxy: boolean;
}

/** The routes for those who run the service: life, readiness and figures. They are never turned away under load. */
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
        // Why it is not ready is for the log: the answer goes to anyone.
        if (!options.draining() && (await options.readiness.ready()))
          exchange.sendJson(200, '{"status":"ready"}');
        else exchange.sendJson(503, '{"status":"unavailable"}', { 'Retry-After': '1' });
      },
    },
    {
      path: '/metrics',
      async handle(exchange) {
        // A stranger is told that there is nothing here.
        if (!mayReadMetrics(exchange.request, options)) throw refusals.notFound();
        const headers = { 'Content-Type': options.metrics.contentType, 'Cache-Control': 'no-store' };
        await exchange.sendCompressed(200, headers, await options.metrics.text());
      },
    },
  ];
}

/**
 * Figures tell of load and of which operations exist, so they are not for everyone. With a token, its bearer alone
 * reads them. Without one, only a process of this machine does, and nobody where a proxy is trusted: requests that come
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
