import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Refusal } from '../../refusal';
import type { Language } from '../../text';
import type { CostBudget, Principal } from './cost-budget';
import { costNow } from './cost-term';
import type { DocumentLimits, OperationLimits } from './document-limits';
import {
  beyondLimit,
  budgetSpent,
  type CostReport,
  refused,
  schemaForMembers,
  tooCostly,
} from './limit-refusals';
import { type OperationPlan, planOperation } from './operation-plan';
import { withoutSuggestions } from './suggestions';

/** What the guard has to know of whoever asks. */
export interface Asker {
  /** Whose budget is charged. */
  principal: Principal;
  language: Language;
  maySeeSchema: boolean;
}

export interface OperationGuardOptions<C extends BaseContext> {
  schema: GraphQLSchema;
  /** Of one operation, at most. */
  maxCost: number;
  budget: CostBudget;
  askerOf: (context: C) => Asker;
  /** Hears of every answer that has errors, before it goes out. */
  onErrors?: (request: GraphQLRequestContext<C>) => void;
  limits: DocumentLimits & Pick<OperationLimits, 'tokens'>;
}

/** What became of a request so far. */
interface Finding {
  asker: Asker;
  report: CostReport;
}

const DONE = Promise.resolve();

/** A unit is some 30 µs: what it takes to read a kilobyte of JSON, or to validate a token. */
const BYTES_A_UNIT = 1000;
/** No document has more tokens than one every two characters. */
const CHARACTERS_A_TOKEN = 2;

/** Stands before execution: turns away what is too deep, too large or too costly, and keeps the budgets. */
export class OperationGuard<C extends BaseContext> {
  /** What a request costs that is refused before its cost is known, or for its cost: reading it was work too. */
  private readonly fine: number;
  // By the operation's node: Apollo keeps documents, so a known one is looked through once.
  private readonly plans = new WeakMap<OperationDefinitionNode, OperationPlan>();
  private readonly findings = new WeakMap<GraphQLRequestContext<C>, Finding>();

  constructor(private readonly options: OperationGuardOptions<C>) {
    this.fine = Math.ceil(options.maxCost / 1000);
  }

  /**
   * The refusal of whoever has nothing left, before what they sent is looked into; null for everyone else, who are
   * charged for that.
   */
  admit(context: C, bodyBytes: number): GraphQLError | null {
    const { principal, language } = this.options.askerOf(context);
    const { remaining, waitSeconds } = this.options.budget.look(principal, 1);
    if (waitSeconds > 0)
      return refused(budgetSpent(waitSeconds), language, this.report(principal, null, remaining));
    this.options.budget.fine(principal, Math.ceil(bodyBytes / BYTES_A_UNIT));
    return null;
  }

  plugin(): ApolloServerPlugin<C> {
    // One listener and one promise for all requests: made anew each time they would cost as much as the checks.
    const listener = Promise.resolve({
      parsingDidStart: (request: GraphQLRequestContext<C>) => {
        this.chargeReading(request);
        return DONE;
      },
      didResolveOperation: (request: GraphQLRequestContext<C>) => {
        const refusal = this.check(request);
        // Rejected, not thrown: the listeners after this one are to hear of the operation too.
        return refusal ? Promise.reject(refusal) : DONE;
      },
      willSendResponse: (request: GraphQLRequestContext<C>) => {
        this.complete(request);
        return DONE;
      },
    });
    return { requestDidStart: () => listener };
  }

  /** Parsing and validating cost as much as the document is long. One that is known, and good, is not read again. */
  private chargeReading({ source = '', contextValue }: GraphQLRequestContext<C>): void {
    const { askerOf, budget, limits } = this.options;
    const tokens = Math.min(Math.ceil(source.length / CHARACTERS_A_TOKEN), limits.tokens);
    budget.fine(askerOf(contextValue).principal, tokens);
  }

  private check(request: GraphQLRequestContext<C>): GraphQLError | null {
    const { operation, document, contextValue } = request;
    // A name that no operation has: the executor says so.
    if (!operation || !document) return null;
    const { budget, maxCost, askerOf } = this.options;
    const asker = askerOf(contextValue);
    const plan = this.planOf(document, operation);
    if (plan.broken !== null)
      return this.fined(request, asker, null, beyondLimit(plan.broken, this.options.limits));
    if (plan.introspects && !asker.maySeeSchema) return this.fined(request, asker, null, schemaForMembers());
    const cost = toUnits(costNow(plan.cost, request.request.variables ?? {}));
    if (cost > maxCost) return this.fined(request, asker, cost, tooCostly(cost, maxCost));
    const { remaining, waitSeconds } = budget.charge(asker.principal, cost);
    this.note(request, asker, cost, remaining);
    return waitSeconds > 0 ? refused(budgetSpent(waitSeconds), asker.language) : null;
  }

  private planOf(document: DocumentNode, operation: OperationDefinitionNode): OperationPlan {
    let plan = this.plans.get(operation);
    if (!plan) {
      plan = planOperation(this.options.schema, document, operation, this.options.limits);
      this.plans.set(operation, plan);
    }
    return plan;
  }

  private fined(
    request: GraphQLRequestContext<C>,
    asker: Asker,
    cost: number | null,
    refusal: Refusal,
  ): GraphQLError {
    this.note(request, asker, cost, this.options.budget.fine(asker.principal, this.fine).remaining);
    return refused(refusal, asker.language);
  }

  private note(
    request: GraphQLRequestContext<C>,
    asker: Asker,
    requested: number | null,
    remaining: number,
  ): Finding {
    const finding = { asker, report: this.report(asker.principal, requested, remaining) };
    this.findings.set(request, finding);
    return finding;
  }

  private report({ perMinute: budget }: Principal, requested: number | null, remaining: number): CostReport {
    // What is left is told in hundredths: answers that are alike in all else are alike to the byte.
    const step = Math.ceil(budget / 100);
    const left = Math.floor(remaining / step) * step;
    return { requested, limit: this.options.maxCost, budget, remaining: left };
  }

  /** Of a request that ended before its operation was known. */
  private unread(request: GraphQLRequestContext<C>): Finding {
    const asker = this.options.askerOf(request.contextValue);
    return this.note(request, asker, null, this.options.budget.fine(asker.principal, this.fine).remaining);
  }

  /** The last look at an answer: what it cost, and nothing about the schema for those who may not read it. */
  private complete(request: GraphQLRequestContext<C>): void {
    const { body } = request.response;
    if (body?.kind !== 'single') return;
    const { asker, report } = this.findings.get(request) ?? this.unread(request);
    const { singleResult } = body;
    singleResult.extensions = { ...singleResult.extensions, cost: report };
    if (singleResult.errors === undefined) return;
    this.options.onErrors?.(request);
    if (!asker.maySeeSchema) singleResult.errors = singleResult.errors.map(withoutSuggestions);
  }
}

/** A whole number that JSON can say, whatever was asked for. */
function toUnits(cost: number): number {
  // The sum of hundredths is a little off what it should be.
  return Math.min(Math.max(1, Math.ceil(cost - 1e-6)), Number.MAX_SAFE_INTEGER);
}
