import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';

import type { Language } from '../../messages';
import { outcomeOf } from '../error-codes';
import { toGraphQLError } from '../graphql/errors';
import type { StepAside } from '../step-aside';
import type { Slot } from './admission';
import type { AdmittedWork } from './admitted-work';
import type { Exchange } from './exchange';
import { methodNotAllowed } from './http-errors';
import { markHead, ReportedRequest } from './operation-report';
import { parseJson } from './request-body';

/** What the builder of a context gets besides the request itself. */
export interface RequestInfo {
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly language: Language;
  /** Aborted when the answer is no longer needed. */
  readonly deadline: AbortSignal;
  /** For requests that have an admission slot. */
  readonly aside?: StepAside;
}

/** Builds the context of one GraphQL request, before its body, of so many bytes, is parsed. */
export type ContextBuilder<C> = (
  request: IncomingMessage,
  info: RequestInfo,
  bodyBytes: number,
) => Promise<C>;

/** The parts of the GraphQL endpoint. */
interface GraphQLHandlerOptions<C extends BaseContext> {
  readonly graphql: ApolloServer<C>;
  readonly buildContext: ContextBuilder<C>;
  readonly memberOf: ((context: C) => string | undefined) | undefined;
  readonly admitted: AdmittedWork;
  readonly logger: Logger;
}

/** Answers GraphQL requests: reads, admits, executes within a deadline, and answers. */
export class GraphQLHandler<C extends BaseContext> {
  constructor(private readonly options: GraphQLHandlerOptions<C>) {}

  /** Answers one request, or throws the error to answer it with. */
  async handle(exchange: Exchange): Promise<void> {
    const { method } = exchange.request;
    if (method === 'OPTIONS') {
      exchange.send(204, { Allow: 'GET, POST', 'Cache-Control': 'no-store' }, '');
      return;
    }
    if (method !== 'GET' && method !== 'POST') throw methodNotAllowed('GET, POST');
    await this.options.admitted.run(exchange, async (slot, body) =>
      this.execute(exchange, method, body, slot),
    );
  }

  private async execute(
    exchange: Exchange,
    method: string,
    body: Buffer | undefined,
    slot: Slot,
  ): Promise<void> {
    // Authenticated first: a principal without budget is refused before the body is parsed.
    const context = this.buildContext(exchange, slot, body?.length ?? 0);
    const isKnown = await context.then(
      () => true,
      () => false,
    );
    const httpGraphQLRequest = new ReportedRequest(
      method,
      headerMapOf(exchange.request),
      exchange.search,
      isKnown && body ? parseJson(body) : undefined,
    );
    const { report } = httpGraphQLRequest;
    exchange.report = report;
    const answer = await this.options.graphql.executeHTTPGraphQLRequest({
      httpGraphQLRequest,
      context: async () => context,
    });
    if (exchange.isSettled) return;
    const status = answer.status ?? 200;
    if (report.outcome !== 'ok') exchange.outcome = report.outcome;
    else if (exchange.outcome === 'ok' && status >= 400)
      exchange.outcome = status < 500 ? 'user_error' : 'error';
    if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not supported');
    answer.headers.set('cache-control', 'no-store');
    await exchange.sendCompressed(status, Object.fromEntries(answer.headers), answer.body.string);
  }

  private async buildContext(exchange: Exchange, { aside }: Slot, bodyBytes: number): Promise<C> {
    const { requestId, remoteAddress, language, deadline } = exchange;
    const { buildContext, memberOf } = this.options;
    const info = { requestId, remoteAddress, language, deadline, aside };
    try {
      const context = await buildContext(exchange.request, info, bodyBytes);
      exchange.member = () => memberOf?.(context);
      return context;
    } catch (error) {
      const report = (err: unknown): void => {
        this.options.logger.error({ err, requestId }, 'the context of a request could not be made');
      };
      const masked = toGraphQLError(error, { language, requestId, report });
      exchange.outcome = outcomeOf([masked.extensions.code]);
      // Apollo would answer 500.
      const http = { headers: new HeaderMap() };
      markHead(http, masked.extensions);
      masked.extensions.http = http;
      throw masked;
    }
  }
}

/** The headers as Apollo takes them; without Basic authentication, which a browser may add to requests of a foreign page. */
function headerMapOf(request: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  const { headers } = request;
  for (const name in headers) {
    const value = headers[name];
    if (name === 'authorization' && !isBearer(headers.authorization)) continue;
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function isBearer(authorization: string | undefined): boolean {
  return authorization !== undefined && /^Bearer /i.test(authorization);
}
