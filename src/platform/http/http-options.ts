import type { ApolloServer, BaseContext } from '@apollo/server';
import type { Server } from 'node:http';
import type { Logger } from 'pino';

import type { ContextBuilder } from './graphql-handler';
import type { Metrics } from './metrics';
import type { PostRoute, Route, UploadRoute } from './route';

/** Limits of the HTTP server. Times are in milliseconds. */
export interface HttpLimits {
  readonly bodyBytes: number;
  readonly maxInFlight: number;
  readonly maxQueued: number;
  readonly requestTimeoutMs: number;
  /** How long a body may take to arrive; 10 s. */
  readonly bodyTimeoutMs?: number;
  /** How long a request may be queued; 2 s. */
  readonly maxQueueWaitMs?: number;
  /** Of uploads: the bytes of one, how many are worked on and queued, and the time of one; 10 MiB, 2, 8 and 60 s. */
  readonly uploadBytes?: number;
  readonly maxUploadsInFlight?: number;
  readonly maxUploadsQueued?: number;
  readonly uploadTimeoutMs?: number;
  /** How long requests in progress may take to finish at a shutdown; 25 s. */
  readonly drainMs?: number;
  /** How long an idle connection is kept at a shutdown, for a request that is on its way; 1 s. */
  readonly drainIdleMs?: number;
  /** Connections at once; 2,000. */
  readonly maxConnections?: number;
  /** Connections of one address at once; 512. */
  readonly maxConnectionsAnAddress?: number;
}

/** The parts of the HTTP service. */
export interface HttpServerOptions<C extends BaseContext> {
  /** Not started yet: the service adds its plugins, starts it and stops it. */
  readonly graphql: ApolloServer<C>;
  readonly buildContext: ContextBuilder<C>;
  /** The member's id for the log, where the context knows one. */
  readonly memberOf?: (context: C) => string | undefined;
  /** Throws while the service is not ready. */
  readonly ready: () => Promise<void>;
  readonly routes: readonly (Route | PostRoute | UploadRoute)[];
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly limits: HttpLimits;
  /** Whether a proxy in front sets X-Forwarded-For. */
  readonly trustProxy: boolean;
  /** The bearer token for /metrics; without one only processes of the local machine may read it. */
  readonly metricsToken?: string;
}

/** The running HTTP service. */
export interface HttpService {
  readonly server: Server;
  /** Starts to listen; rejects with a StartError where it cannot. */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Graceful shutdown: stops listening, and resolves when requests in progress have finished or timed out. */
  drain(): Promise<void>;
}

/**
 * Settings of an ApolloServer that this layer relies on. Apollo's own reaction to SIGTERM would end the process during a
 * graceful shutdown.
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
