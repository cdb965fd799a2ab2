import type { BaseContext } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { AppError } from '../app-error';
import { ClientGone } from '../client-gone';
import { Admission } from './admission';
import { AdmittedWork } from './admitted-work';
import { answerError } from './answer-error';
import { Connections } from './connections';
import { Exchange } from './exchange';
import { GraphQLHandler } from './graphql-handler';
import type { HttpLimits, HttpServerOptions, HttpService } from './http-options';
import { listen } from './listen';
import { answerMalformed } from './malformed-request';
import { operationReporter } from './operation-report';
import { probeRoutes } from './probes';
import { Readiness } from './readiness';
import { addressNotFound, methodNotAllowed } from './http-errors';
import { BodyReader, parseJson, refuseSimpleTypes } from './request-body';
import { logExchange } from './request-log';
import { within } from '../within';
import { matchesPath, type PostRoute, type Route, type UploadRoute } from './route';

const GRAPHQL_PATH = '/graphql';
const UPLOAD_BYTES = 10 * 1024 * 1024;
/** How long aborted requests may take to end. */
const ABORTED_MS = 1000;

/** Creates the HTTP service: GraphQL, the probes, and the given routes. */
export function createHttpServer<C extends BaseContext>(options: HttpServerOptions<C>): HttpService {
  return new NodeHttpService(options);
}

class NodeHttpService<C extends BaseContext> implements HttpService {
  readonly server: Server;
  private readonly connections: Connections;
  private readonly admitted: AdmittedWork;
  private readonly uploads: AdmittedWork;
  private readonly graphql: GraphQLHandler<C>;
  private readonly routes: ReadonlyMap<string, Route | PostRoute | UploadRoute>;
  /** Those of which a part may be anything. */
  private readonly patterns: readonly (Route | PostRoute | UploadRoute)[];
  private readonly exchanges = new Set<Exchange>();
  private readonly work = new Set<Promise<void>>();
  private draining: Promise<void> | undefined;
  private started = false;

  constructor(private readonly options: HttpServerOptions<C>) {
    const { limits, logger, metrics, graphql } = options;
    const admission = new Admission({ ...limits, maxWaitMs: limits.maxQueueWaitMs ?? 2000 });
    metrics.observeLoad(() => admission);
    const bodies = new BodyReader({
      bytes: limits.bodyBytes,
      timeoutMs: limits.bodyTimeoutMs ?? 10_000,
      bufferedBytes: 64 * limits.bodyBytes,
    });
    graphql.addPlugin(operationReporter());
    // Apollo's landing page loads scripts from a foreign host.
    graphql.addPlugin(ApolloServerPluginLandingPageDisabled());
    const { buildContext, memberOf } = options;
    this.admitted = new AdmittedWork(admission, bodies, limits.requestTimeoutMs);
    this.uploads = uploadWork(limits);
    this.graphql = new GraphQLHandler({ graphql, buildContext, memberOf, admitted: this.admitted, logger });
    const probes = probeRoutes({
      readiness: new Readiness(options.ready, logger),
      metrics,
      draining: () => this.draining !== undefined,
      metricsToken: options.metricsToken,
      trustProxy: options.trustProxy,
    });
    this.routes = new Map([...options.routes, ...probes].map((route) => [route.path, route]));
    this.patterns = options.routes.filter(({ path }) => path.includes('*'));
    this.server = this.createServer();
    this.connections = new Connections(this.server, {
      max: limits.maxConnections ?? 2000,
      // Behind a proxy all connections are the proxy's.
      maxPerAddress: options.trustProxy ? Infinity : (limits.maxConnectionsAnAddress ?? 512),
    });
  }

  async listen(port: number, host: string): Promise<{ port: number }> {
    await this.options.graphql.start();
    this.started = true;
    return { port: await listen(this.server, port, host) };
  }

  drain(): Promise<void> {
    this.draining ??= this.stop();
    return this.draining;
  }

  private async stop(): Promise<void> {
    const { logger, limits, graphql } = this.options;
    const closed = this.connections.close(limits.drainIdleMs ?? 1000).then(() => Promise.all(this.work));
    if (!(await within(limits.drainMs ?? 25_000, closed))) {
      logger.warn({ unfinished: this.work.size }, 'stopped before all requests were finished');
      for (const exchange of this.exchanges) exchange.abort('The service is stopping');
      this.connections.destroy();
      // Aborted requests write their audit entries before the stop continues.
      await within(ABORTED_MS, Promise.all(this.work));
    }
    if (this.started) await graphql.stop();
  }

  private createServer(): Server {
    const server = createServer({
      // Longer than the idle timeout of common proxies (60 s), so that the proxy closes a connection rather than this server
      // at the moment the proxy sends on it.
      keepAliveTimeout: 65_000,
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      connectionsCheckingInterval: 2000,
      maxHeaderSize: 16 * 1024,
    });
    server.maxHeadersCount = 100;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.accept(request, response, false);
    });
    server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      this.accept(request, response, true);
    });
    server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
      answerMalformed(error, socket, this.connections.requestsOn(socket) > 0, this.options.logger);
    });
    return server;
  }

  private accept(request: IncomingMessage, response: ServerResponse, awaitsContinue: boolean): void {
    const { trustProxy, logger, metrics } = this.options;
    if (!this.connections.track(request.socket, response)) return;
    const exchange = new Exchange(request, response, {
      trustProxy,
      closing: () => this.connections.endsWith(request.socket, response),
    });
    exchange.awaitsContinue = awaitsContinue;
    this.exchanges.add(exchange);
    response.once('close', () => {
      this.exchanges.delete(exchange);
      if (!response.writableFinished) {
        if (exchange.outcome === 'ok') exchange.outcome = 'aborted';
        exchange.deadline.abort(new ClientGone());
      }
      logExchange(exchange, logger);
      if (exchange.path === GRAPHQL_PATH && request.method !== 'OPTIONS') {
        metrics.observeRequest(exchange.report?.operation, exchange.outcome, exchange.milliseconds / 1000);
      }
    });
    const work = this.answer(exchange).finally(() => this.work.delete(work));
    this.work.add(work);
  }

  private async answer(exchange: Exchange): Promise<void> {
    try {
      if (exchange.path === GRAPHQL_PATH) await this.graphql.handle(exchange);
      else await this.answerRoute(exchange);
    } catch (error) {
      // Work that is aborted fails; that is no failure of its own.
      if (!(error instanceof AppError) && (exchange.deadline.aborted || exchange.clientGone)) return;
      answerError(exchange, error, this.options.logger);
    }
  }

  private async answerRoute(exchange: Exchange): Promise<void> {
    const route =
      this.routes.get(exchange.path) ?? this.patterns.find(({ path }) => matchesPath(path, exchange.path));
    if (route === undefined) throw addressNotFound();
    const { method } = exchange.request;
    if ('post' in route) {
      if (method !== 'POST') throw methodNotAllowed('POST');
      await this.admitted.run(exchange, async ({ aside }, body) =>
        route.post(exchange, parseJson(body ?? Buffer.alloc(0)), aside),
      );
      return;
    }
    if ('open' in route) {
      if (method !== 'POST') throw methodNotAllowed('POST');
      await this.receive(exchange, route);
      return;
    }
    if (method === 'HEAD' && route.getOnly) throw methodNotAllowed('GET');
    if (method !== 'GET' && method !== 'HEAD') throw methodNotAllowed(route.getOnly ? 'GET' : 'GET, HEAD');
    await route.handle(exchange);
  }

  private async receive(exchange: Exchange, route: UploadRoute): Promise<void> {
    const upload = await route.open(exchange);
    if (!upload) return;
    try {
      await this.uploads.run(exchange, async (_slot, body) => upload.take(body ?? Buffer.alloc(0)));
    } finally {
      await upload.close();
    }
  }
}

/** Uploads have an admission of their own: they are large, slow, and must not hold up what is asked meanwhile. */
function uploadWork(limits: HttpLimits): AdmittedWork {
  const { uploadBytes = UPLOAD_BYTES, uploadTimeoutMs = 60_000 } = limits;
  const [maxInFlight, maxQueued] = [limits.maxUploadsInFlight ?? 2, limits.maxUploadsQueued ?? 8];
  const bufferedBytes = (maxInFlight + maxQueued) * uploadBytes;
  const bodies = new BodyReader(
    { bytes: uploadBytes, timeoutMs: uploadTimeoutMs, bufferedBytes },
    refuseSimpleTypes,
  );
  const admission = new Admission({ maxInFlight, maxQueued, maxWaitMs: uploadTimeoutMs / 2 });
  return new AdmittedWork(admission, bodies, uploadTimeoutMs);
}
