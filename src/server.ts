import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import {
  ApiKeys,
  AuditTrail,
  Caller,
  type Context,
  CredentialService,
  networkOf,
  SealedMarks,
  type Session,
  SignInService,
  type SigningKeys,
  verifyAccessToken,
} from './access';
import { createApi, ENTITIES, type Services } from './api';
import type { Config } from './config';
import { type DemoAccount, explorerRoutes } from './explorer';
import { ExportCursors, exportRoutes, ExportService } from './modules/export';
import { Database } from './platform/database/database';
import { maskError } from './platform/graphql/errors';
import { ExportPlaces } from './platform/export/places';
import { planningGateway } from './platform/graphql/executor';
import {
  type Asker,
  CostBudget,
  OPERATION_LIMITS,
  OperationGuard,
  type OperationLimits,
  parserLimits,
} from './platform/graphql/limits';
import { type Mask, maskRawErrors, reportGivenUp } from './platform/graphql/masking-net';
import { persistedOperations, persistedQueries, Safelist } from './platform/graphql/persisted';
import { type HearOfRefusals, tellOfRefusals } from './platform/graphql/turned-away';
import { Refusal } from './platform/refusal';
import {
  APOLLO_HTTP_SETTINGS,
  createHttpServer,
  type HttpService,
  Metrics,
  type RequestInfo,
} from './platform/http';

export interface ServerDependencies {
  config: Config;
  /** The run-time login's URL: the embedded database's, or DATABASE_URL. */
  databaseUrl: string;
  keys: SigningKeys;
  logger: Logger;
  clock?: () => Date;
  /** Milliseconds of a clock that never goes back, for what is allowed within a minute. */
  elapsed?: () => number;
  /** Other bounds on operations than usual, for tests that walk the whole graph in one. */
  operationLimits?: OperationLimits;
  /** Hears of every SQL statement by name. */
  onStatement?: (name: string) => void;
  /** Those to be named on the pages, by what the database holds. */
  demoAccounts?: (database: Database) => Promise<readonly DemoAccount[]>;
}

export interface RunningServer {
  http: HttpService;
  database: Database;
  metrics: Metrics;
  services: Services;
  signIn: SignInService;
  trail: AuditTrail;
  /** Finishes what is in flight, then lets go of the database. */
  stop(): Promise<void>;
}

/** The composition root: what the process and the tests start. It does not listen yet. */
export async function createServer(deps: ServerDependencies): Promise<RunningServer> {
  const { config, logger, keys, clock = () => new Date(), operationLimits: limits = OPERATION_LIMITS } = deps;
  const { persistedFile, persistedOnly } = config.graphql;
  const safelist =
    persistedFile === undefined ? null : Safelist.read(persistedFile, 'PERSISTED_OPERATIONS_FILE');
  const metrics = new Metrics({ process: true });
  const database = new Database({
    url: deps.databaseUrl,
    entities: ENTITIES,
    ...config.database,
    onStatement: (name, seconds) => {
      metrics.observeStatement(name, seconds);
      deps.onStatement?.(name);
    },
  });
  try {
    await database.start();
    metrics.observePools(() => database.pools());
    const trail = new AuditTrail(database, logger);
    const signIn = new SignInService({
      database,
      keys,
      trail,
      clock,
      refreshGraceSeconds: config.refreshGraceSeconds,
    });
    const { schema, services } = await createApi(
      database,
      signIn,
      new CredentialService({ database, clock, trail, attempts: signIn.attempts }),
    );
    const apiKeys = new ApiKeys(database);
    const accounts = await deps.demoAccounts?.(database);
    const mask: Mask<Context> = (error, { caller }) => {
      const masked = maskError(error, {
        language: caller.language,
        requestId: caller.origin.requestId,
        report: (cause) => {
          logger.error({ err: cause, requestId: caller.origin.requestId }, 'a request failed');
        },
      });
      const { originalError: cause } = error;
      caller.noteRefusal(masked.extensions.code, cause instanceof Refusal ? cause.trace : {});
      return masked;
    };
    const budget = new CostBudget(config.graphql.costPerMinute, deps.elapsed);
    const guard = new OperationGuard<Context>({
      schema,
      limits,
      maxCost: config.graphql.maxCost,
      budget,
      askerOf: askerWhere(config.graphql.introspection),
      onErrors: (request) => maskRawErrors(mask, request),
    });
    const graphql = new ApolloServer<Context>({
      ...APOLLO_HTTP_SETTINGS,
      ...persistedQueries(safelist),
      gateway: planningGateway<Context>(schema, {
        variablesOf: (context) => guard.variablesOf(context),
        mask,
        finish: async ({ caller }, operationName) => caller.finish(operationName),
      }),
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        guard.plugin(),
        reportGivenUp<Context>(mask),
        ...(safelist
          ? [
              persistedOperations<Context>({
                only: persistedOnly,
                languageOf: ({ caller }) => caller.language,
              }),
            ]
          : []),
        tellOfRefusals(leaveTrace),
      ],
      parseOptions: parserLimits(limits),
      // Documents are kept for everyone, so who may introspect is for the guard to say, request by request.
      introspection: true,
      logger,
    });
    const callerOf = async (request: IncomingMessage, info: RequestInfo): Promise<Caller> => {
      const session = await sessionOf(request, keys, apiKeys, clock);
      const { requestId, remoteAddress, language, deadline: signal } = info;
      const origin = { requestId, remoteAddress, language };
      return new Caller({ database, session, clock, signal, trail, ...origin });
    };
    const http = createHttpServer<Context>({
      graphql,
      buildContext: async (request, info) => {
        const context = { caller: await callerOf(request, info) };
        const refusal = guard.admit(context);
        if (!refusal) return context;
        await leaveTrace(context, [refusal.extensions.code], null);
        throw refusal;
      },
      memberOf: ({ caller }) => caller.session?.memberId,
      ready: async () => database.ready(),
      routes: [
        ...explorerRoutes({ accounts }),
        ...exportRoutes({
          exports: new ExportService({
            places: new ExportPlaces(config.exports.atOnce),
            budget,
            principalOf,
            cost: config.graphql.maxCost,
            timeoutMs: config.exports.timeoutMs,
            cursors: new ExportCursors(new SealedMarks(keys, 'export cursor')),
          }),
          callerOf: async (exchange) => callerOf(exchange.request, exchange),
          timeoutMs: config.exports.timeoutMs,
          logger,
        }),
      ],
      logger,
      metrics,
      limits: config.limits,
      trustProxy: config.trustProxy,
      ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
    });
    return {
      http,
      database,
      metrics,
      services,
      signIn,
      trail,
      stop: async () => {
        await http.drain();
        await trail.settled();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Once a request has been executed there is nothing to add: this is for those that were turned away before. */
const leaveTrace: HearOfRefusals<Context> = async ({ caller }, codes, operation) => {
  for (const code of codes) caller.noteRefusal(code);
  await caller.finish(operation);
};

/** Members and keys are charged by name, everyone else by network. */
function principalOf({ session, origin }: Caller): string {
  return session ? `member ${session.memberId}` : `network ${networkOf(origin.remoteAddress)}`;
}

function askerWhere(introspection: Config['graphql']['introspection']): (context: Context) => Asker {
  return ({ caller }) => ({
    principal: principalOf(caller),
    language: caller.language,
    maySeeSchema: caller.session !== null || introspection === 'everyone',
  });
}

/**
 * The session of the bearer token: an access token, or an API key. One that is no good is as good as none: it opens
 * nothing, and does not stand in the way of signing in anew.
 */
async function sessionOf(
  request: IncomingMessage,
  keys: SigningKeys,
  apiKeys: ApiKeys,
  clock: () => Date,
): Promise<Session | null> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return null;
  return ApiKeys.looksLike(token) ? apiKeys.find(token) : verifyAccessToken(token, keys, clock());
}
