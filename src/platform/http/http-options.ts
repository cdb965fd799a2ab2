import type { ApolloServer, BaseContext } from '@apollo/server';
import type { Server } from 'node:http';
import type { Logger } from 'pino';

import type { ContextBuilder } from './graphql-handler';
import type { Metrics } from './metrics';
import type { Route } from './route';

/** Bounds on what the server takes on. Times are in milliseconds. */
export interface HttpLimits {
  readonly bodyBytes: number;
  readonly maxInFlight: number;
  readonly maxQueued: number;
  readonly requestTimeoutMs: number;
  /** How long a body may take to arrive; 10 s. */
  readonly bodyTimeoutMs?: number;
  /** How long a request may wait for its turn; 2 s. */
  readonly maxQueueWaitMs?: number;
  /** How long requests in flight may take to finish at a stop; 25 s. */
  readonly drainMs?: number;
  /** How long an idle connection is kept at a stop, for a request that is on its way; 1 s. */
  readonly drainIdleMs?: number;
  /** Connections at once; 2,000. */
  readonly maxConnections?: number;
  /** Connections of one address at once; 512. */
  readonly maxConnectionsAnAddress?: number;
}

/** What the HTTP service is made of. */
export interface HttpServerOptions<C extends BaseContext> {
  /** Not started yet: the service adds its plugins, starts it and stops it. */
  readonly graphql: ApolloServer<C>;
  readonly buildContext: ContextBuilder<C>;
  /** The member's id for the log, where the context knows one. */
  readonly memberOf?: (context: C) => string | undefined;
  /** Throws while the service cannot do its work. */
  readonly ready: () => Promise<void>;
  readonly routes: readonly Route[];
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly limits: HttpLimits;
  /** Whether a proxy in front sets X-Forwarded-For. */
  readonly trustProxy: boolean;
  /** Whoever bears it may read /metrics; without it only processes of this machine may. */
  readonly metricsToken?: string;
}

/** The running HTTP service. */
export interface HttpService {
  readonly server: Server;
  /** Starts to listen; rejects with a StartError where it cannot. */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Stops listening, lets requests in flight finish within a bound, and resolves. */
  drain(): Promise<void>;
}

/**
 * Settings of an ApolloServer that this layer relies on. Apollo's own reaction to SIGTERM would end the process in the
 * middle of a drain.
 */
export const APOLLO_HTTP_SETTINGS = {
  // Headers that a foreign page cannot send without a preflight, which is never granted.
  csrfPrevention: {
    requestHeaders: ['authorization', 'x-apollo-operation-name', 'apollo-require-preflight'] as string[],
  },
  allowBatchedHttpRequests: false,
  stopOnTerminationSignals: false,
  includeStacktraceInErrorResponses: false,
} as const;
