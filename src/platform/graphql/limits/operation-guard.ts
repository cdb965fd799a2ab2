import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';
import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { AppError } from '../../app-error';
import { type CoercedVariables, coerceVariables } from '../execution/variables';
import type { CostBudget, Principal } from './cost-budget';
import type { DocumentLimit, DocumentLimits, OperationLimits } from './document-limits';
import { brokenLimit } from './document-size';
import {
  beyondLimit,
  budgetSpent,
  type CostReport,
  noSuchOperation,
  schemaForMembers,
  tooCostly,
} from './limit-errors';
import { costOf } from './operation-cost';
import { type OperationPlan, planOperation } from './operation-plan';
import { withoutSuggestions } from './suggestions';

/** What the guard needs to know of the sender. */
interface CostPayer {
  /** Whose budget is charged. */
  principal: Principal;
  maySeeSchema: boolean;
}

interface OperationGuardOptions<C extends BaseContext> {
  schema: GraphQLSchema;
  /** Limit of one operation. */
  maxCost: number;
  budget: CostBudget;
  payerOf: (context: C) => CostPayer;
  limits: DocumentLimits & Pick<OperationLimits, 'tokens'>;
}

/** The cost of a request so far. */
interface ChargedRequest {
  payer: CostPayer;
  report: CostReport;
}

const DONE = Promise.resolve();

/** A unit is some 30 µs: the time to read a kilobyte of JSON, or to validate a token. */
const BYTES_A_UNIT = 1000;
/** A document has at most one token per two characters. */
const CHARACTERS_A_TOKEN = 2;

/** Refuses operations that are too deep, too large or too costly before execution, and charges the cost budgets. */
export class OperationGuard<C extends BaseContext> {
  /** The penalty of a request that is refused before its cost is known, or for its cost: reading it was work too. */
  private readonly penalty: number;
  // By the operation's node: Apollo caches documents, so a known one is planned once.
  private readonly plans = new WeakMap<OperationDefinitionNode, OperationPlan>();
  /** The stubs that replace documents which break a limit. */
  private readonly broken = new WeakMap<DocumentNode, DocumentLimit>();
  private readonly chargedRequests = new WeakMap<GraphQLRequestContext<C>, ChargedRequest>();
  /** By the context of their request. */
  private readonly variables = new WeakMap<C, CoercedVariables>();

  constructor(private readonly options: OperationGuardOptions<C>) {
    this.penalty = Math.ceil(options.maxCost / 1000);
  }

  /**
   * Charges for reading the request. Returns the error of a principal without budget, before its body is parsed; null
   * for any other.
   */
  admit(context: C, bodyBytes: number): AppError | null {
    const { principal } = this.options.payerOf(context);
    const { remaining, waitSeconds } = this.options.budget.peek(principal, 1);
    if (waitSeconds > 0) return budgetSpent(waitSeconds, this.report(principal, null, remaining));
    this.options.budget.penalize(principal, Math.ceil(bodyBytes / BYTES_A_UNIT));
    return null;
  }

  /** The variables of a request that was admitted, or their errors. */
  variablesOf(context: C): CoercedVariables {
    const variables = this.variables.get(context);
    if (!variables) throw new Error('An operation was to be executed that the guard has not seen');
    return variables;
  }

  plugin(): ApolloServerPlugin<C> {
    // One listener and one promise for all requests: created per request they would cost as much as the checks.
    const listener = Promise.resolve({
      parsingDidStart: async (request: GraphQLRequestContext<C>) => {
        this.chargeReading(request);
        return Promise.resolve(async (error?: Error) => {
          if (!error) this.measure(request);
          return DONE;
        });
      },
      didResolveOperation: (request: GraphQLRequestContext<C>) => {
        const error = this.check(request);
        // Rejected, not thrown: the listeners after this one must be called too.
        return error ? Promise.reject(error) : DONE;
      },
      willSendResponse: (request: GraphQLRequestContext<C>) => {
        this.complete(request);
        return DONE;
      },
    });
    return {
      requestDidStart: ({ request }) => {
        // Some clients send an empty name for none.
        if (request.operationName === '') delete request.operationName;
        return listener;
      },
    };
  }

  /** Replaces a document that breaks a limit by a stub, so that it is neither validated nor cached. */
  private measure(request: { document?: DocumentNode }): void {
    const broken = request.document && brokenLimit(request.document, this.options.limits);
    if (!broken) return;
    request.document = { kind: Kind.DOCUMENT, definitions: [] };
    this.broken.set(request.document, broken);
  }

  /** Charges parsing and validating by the length of the document. A cached valid document is free. */
  private chargeReading({ source = '', contextValue }: GraphQLRequestContext<C>): void {
    const { payerOf, budget, limits } = this.options;
    const tokens = Math.min(Math.ceil(source.length / CHARACTERS_A_TOKEN), limits.tokens);
    budget.penalize(payerOf(contextValue).principal, tokens);
  }

  private check(request: GraphQLRequestContext<C>): AppError | null {
    const { operation, document, contextValue } = request;
    const { schema, budget, maxCost, limits, payerOf } = this.options;
    const payer = payerOf(contextValue);
    const broken = document && this.broken.get(document);
    if (broken) return this.refuseWithPenalty(request, payer, null, beyondLimit(broken, limits));
    if (!operation || !document || !schema.getRootType(operation.operation)) {
      return this.refuseWithPenalty(request, payer, null, noSuchOperation());
    }
    const plan = this.planOf(document, operation);
    if (plan.depth > limits.depth)
      return this.refuseWithPenalty(request, payer, null, beyondLimit('depth', limits));
    if (plan.introspects && !payer.maySeeSchema)
      return this.refuseWithPenalty(request, payer, null, schemaForMembers());
    const coerced = coerceVariables(schema, operation, request.request.variables ?? {}, !payer.maySeeSchema);
    this.variables.set(contextValue, coerced);
    if (coerced.errors) {
      // Several operations may run in one request, and the answer has room for the cost of each.
      this.note(request, payer, null, budget.penalize(payer.principal, this.penalty).remaining);
      return null;
    }
    const cost = toUnits(costOf(plan.selected, coerced.variables));
    if (cost > maxCost) return this.refuseWithPenalty(request, payer, cost, tooCostly(cost, maxCost));
    const { remaining, waitSeconds } = budget.charge(payer.principal, cost);
    this.note(request, payer, cost, remaining);
    return waitSeconds > 0 ? budgetSpent(waitSeconds) : null;
  }

  private planOf(document: DocumentNode, operation: OperationDefinitionNode): OperationPlan {
    let plan = this.plans.get(operation);
    if (!plan) {
      plan = planOperation(this.options.schema, document, operation);
      this.plans.set(operation, plan);
    }
    return plan;
  }

  private refuseWithPenalty(
    request: GraphQLRequestContext<C>,
    payer: CostPayer,
    cost: number | null,
    error: AppError,
  ): AppError {
    this.note(request, payer, cost, this.options.budget.penalize(payer.principal, this.penalty).remaining);
    return error;
  }

  private note(
    request: GraphQLRequestContext<C>,
    payer: CostPayer,
    requested: number | null,
    remaining: number,
  ): ChargedRequest {
    const charged = { payer, report: this.report(payer.principal, requested, remaining) };
    this.chargedRequests.set(request, charged);
    return charged;
  }

  private report({ perMinute: budget }: Principal, requested: number | null, remaining: number): CostReport {
    // Rounded to hundredths: answers that are equal in all else must be equal in every byte.
    const step = Math.ceil(budget / 100);
    const left = Math.floor(remaining / step) * step;
    return { requested, limit: this.options.maxCost, budget, remaining: left };
  }

  /** For a request that ended before its operation was known. */
  private chargeUnread(request: GraphQLRequestContext<C>): ChargedRequest {
    const payer = this.options.payerOf(request.contextValue);
    return this.note(
      request,
      payer,
      null,
      this.options.budget.penalize(payer.principal, this.penalty).remaining,
    );
  }

  /** Completes an answer: adds the cost, and removes hints at the schema for those who may not read it. */
  private complete(request: GraphQLRequestContext<C>): void {
    const { body } = request.response;
    if (body?.kind !== 'single') return;
    const { payer, report } = this.chargedRequests.get(request) ?? this.chargeUnread(request);
    const { singleResult } = body;
    singleResult.extensions = { ...singleResult.extensions, cost: report };
    if (!payer.maySeeSchema && singleResult.errors) {
      singleResult.errors = singleResult.errors.map(withoutSuggestions);
    }
  }
}

/** A whole number within the range of JSON, whatever was requested. */
function toUnits(cost: number): number {
  // A sum of hundredths has a small rounding error.
  return Math.min(Math.max(1, Math.ceil(cost - 1e-6)), Number.MAX_SAFE_INTEGER);
}
