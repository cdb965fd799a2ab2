import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import {
  ApiKeys,
  AuditTrail,
  Caller,
  type Context,
  CredentialService,
  MailedResets,
  PasswordResetService,
  SealedTokens,
  sessionRoute,
  SignInService,
  type SigningKeys,
  verifyAccessToken,
} from './access';
import { createApi, type Services } from './api';
import type { Config } from './config';
import { consoleRoutes } from './console';
import { type DemoAccount, explorerRoutes } from './explorer';
import { createOutbox, digestOf, type Outbox, type Resolve, type TasksOf } from './modules/notice';
import { createExportRoutes } from './modules/export';
import { expireFiles, importRoute } from './modules/sheet-import';
import { Database } from './platform/database/database';
import { AppError } from './platform/app-error';
import { networkOf } from './platform/network';
import { toGraphQLError } from './platform/graphql/errors';
import { planningGateway } from './platform/graphql/executor';
import {
  budgetSpent,
  CostBudget,
  OPERATION_LIMITS,
  OperationGuard,
  type OperationLimits,
  parserLimits,
  type Principal,
} from './platform/graphql/limits';
import { type Mask, maskErrors } from './platform/graphql/mask-errors';
import { persistedOperations, persistedQueries, Safelist } from './platform/graphql/persisted';
import { type OnRejected, auditRejectedOperations } from './platform/graphql/rejected-operations';
import {
  APOLLO_HTTP_SETTINGS,
  createHttpServer,
  type HttpService,
  Metrics,
  type RequestInfo,
} from './platform/http';
import { WorkingDays } from './platform/working-days';

export interface ServerDependencies {
  config: Config;
  /** The run-time login's URL: the embedded database's, or DATABASE_URL. */
  databaseUrl: string;
  keys: SigningKeys;
  logger: Logger;
  clock?: () => Date;
  /** A monotonic clock in milliseconds, for rate limits. */
  elapsed?: () => number;
  /** Other bounds on operations than usual, for tests that walk the whole graph in one. */
  operationLimits?: OperationLimits;
  /** Resolves the names of webhooks, in place of the system's resolver. */
  resolve?: Resolve;
  /** What waits for a member, for the digest: in place of its tasks. */
  tasksOf?: TasksOf;
  /** Is called with the label of every SQL statement. */
  onStatement?: (label: string) => void;
  /** The accounts to show on the pages, by what the database contains. */
  demoAccounts?: (database: Database) => Promise<readonly DemoAccount[]>;
}

export interface RunningServer {
  http: HttpService;
  database: Database;
  metrics: Metrics;
  services: Services;
  signIn: SignInService;
  trail: AuditTrail;
  /** Sends notifications, once it is started. */
  outbox: Outbox;
  mailedResets: MailedResets;
  /** Graceful shutdown: finishes the requests in progress, then closes the database. */
  stop(): Promise<void>;
}

/** How long a stop waits for the audit trail, after the requests: with them less than the 30 s that orchestrators give. */
const TRAIL_MS = 3000;
/** And for messages that are on their way to others. */
const OUTBOX_MS = 3000;

/** The composition root: used by the process and the tests. It does not listen yet. */
export async function createServer(deps: ServerDependencies): Promise<RunningServer> {
  const { config, logger, keys, operationLimits: limits = OPERATION_LIMITS } = deps;
  const { clock = () => new Date(), elapsed = () => performance.now() } = deps;
  const { persistedFile: file, persistedOnly } = config.graphql;
  const safelist = file === undefined ? null : Safelist.read(file, 'PERSISTED_OPERATIONS_FILE');
  const metrics = new Metrics({ process: true });
  const database = new Database({
    url: deps.databaseUrl,
    ...config.database,
    onStatement: (label, seconds) => {
      metrics.observeStatement(label, seconds);
      deps.onStatement?.(label);
    },
  });
  try {
    await database.start();
    metrics.observePools(() => database.pools());
    const trail = new AuditTrail(database, logger);
    const { refreshGraceSeconds } = config;
    const signIn = new SignInService({ database, keys, trail, clock, elapsed, refreshGraceSeconds });
    const credentials = new CredentialService({ database, clock, trail, attempts: signIn.attempts });
    const resets = new PasswordResetService({ database, clock, trail });
    const webhooks = {
      allowPrivate: config.notices.allowPrivateWebhooks,
      secrets: new SealedTokens(keys, 'webhook secret'),
    };
    const workingDays = new WorkingDays(config.holidays);
    const { mails } = config.notices;
    const isOn = mails !== undefined;
    const mailedResets = new MailedResets({ database, clock, trail, logger, elapsed, isOn });
    const shared = { webhooks, workingDays, mails: { isOn } };
    const access = { signIn, credentials, resets, mailedResets };
    const { schema, services } = await createApi(database, { ...access, ...shared });
    const outbox = createOutbox({
      database,
      logger,
      clock,
      webhooks,
      resolve: deps.resolve,
      chores: [expireFiles],
      mails: mails && {
        ...mails,
        workingDays,
        resets: mailedResets,
        tasksOf: deps.tasksOf ?? digestOf(services.tasks),
      },
    });
    const apiKeys = new ApiKeys(database);
    const accounts = await deps.demoAccounts?.(database);
    const mask: Mask<Context> = (error, { caller }) => {
      const masked = toGraphQLError(error, {
        language: caller.language,
        requestId: caller.origin.requestId,
        report: (cause) => {
          logger.error({ err: cause, requestId: caller.origin.requestId }, 'a request failed');
        },
      });
      const cause = error instanceof GraphQLError ? error.originalError : error;
      caller.noteRefusal(masked.extensions.code, cause instanceof AppError ? cause.trace : {});
      return masked;
    };
    const budget = new CostBudget(elapsed);
    const { networkPrincipal, principalOf } = principals(config.graphql);
    const guard = new OperationGuard<Context>({
      schema,
      limits,
      maxCost: config.graphql.maxCost,
      budget,
      payerOf: ({ caller }) => ({
        principal: principalOf(caller),
        maySeeSchema: caller.session !== null || config.graphql.introspection === 'everyone',
      }),
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
        maskErrors<Context>(mask),
        ApolloServerPluginCacheControlDisabled(),
        guard.plugin(),
        ...(safelist ? [persistedOperations<Context>({ only: persistedOnly, mask })] : []),
        auditRejectedOperations(auditRejection),
      ],
      parseOptions: parserLimits(limits),
      // Documents are cached for everyone, so the guard decides on introspection for each request.
      introspection: true,
      logger,
    });
    const callerOf = async (request: IncomingMessage, info: RequestInfo): Promise<Caller> => {
      const { requestId, remoteAddress, language, deadline: signal, aside } = info;
      const origin = { requestId, remoteAddress, language };
      const token = bearerTokenOf(request);
      // An invalid token counts as none: it gives no access, and does not prevent signing in again.
      const session = ApiKeys.looksLike(token)
        ? await apiKeys.find(token, () => charge(budget, networkPrincipal(remoteAddress), KEY_LOOKUP))
        : verifyAccessToken(token, keys, clock());
      return new Caller({ database, session, clock, signal, trail, ...origin, ...(aside && { aside }) });
    };
    const http = createHttpServer<Context>({
      graphql,
      buildContext: async (request, info, bodyBytes) => {
        const context = { caller: await callerOf(request, info) };
        const error = guard.admit(context, bodyBytes);
        if (!error) return context;
        await auditRejection(context, [error.code], null);
        throw error;
      },
      memberOf: ({ caller }) => caller.session?.memberId,
      ready: async () => database.ready(),
      routes: [
        ...explorerRoutes({ accounts }),
        ...consoleRoutes(),
        sessionRoute({
          signIn,
          credentials,
          resets,
          callerOf: async (exchange) => callerOf(exchange.request, exchange),
          charge: (remoteAddress, cost) => {
            charge(budget, networkPrincipal(remoteAddress), cost);
          },
        }),
        importRoute({
          uploads: services.uploads,
          callerOf: async (exchange) => callerOf(exchange.request, exchange),
          elapsed,
          logger,
        }),
        ...createExportRoutes({
          ...config.exports,
          budget,
          principalOf,
          cost: config.graphql.maxCost,
          keys,
          services,
          callerOf: async (exchange) => callerOf(exchange.request, exchange),
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
      outbox,
      mailedResets,
      stop: async () => {
        await Promise.all([http.drain(), outbox.stop(OUTBOX_MS)]);
        await mailedResets.settled();
        await trail.close(TRAIL_MS);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Audits requests that were rejected before execution; executed ones audit themselves. */
const auditRejection: OnRejected<Context> = async ({ caller }, codes, operation) => {
  for (const code of codes) caller.noteRefusal(code);
  await caller.finish(operation);
};

/** The principal that is charged: a member or key by its id, any other caller by its network. */
function principals({ costPerMinute, signedOutCostPerMinute }: Config['graphql']): {
  networkPrincipal: (remoteAddress: string) => Principal;
  principalOf: (caller: Caller) => Principal;
} {
  const networkPrincipal = (remoteAddress: string): Principal => ({
    name: `network ${networkOf(remoteAddress)}`,
    perMinute: signedOutCostPerMinute,
  });
  return {
    networkPrincipal,
    principalOf: ({ session, origin }) =>
      session
        ? { name: `member ${session.memberId}`, perMinute: costPerMinute }
        : networkPrincipal(origin.remoteAddress),
  };
}

/** Charged for a key that is not cached, whether it is valid or not: as much as a small write, a transaction's round trips. */
const KEY_LOOKUP = 50;

function charge(budget: CostBudget, network: Principal, cost: number): void {
  const { waitSeconds } = budget.charge(network, cost);
  if (waitSeconds > 0) throw budgetSpent(waitSeconds);
}

/** The access token or API key of a request; empty where it has none. */
function bearerTokenOf({ headers }: IncomingMessage): string {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}
