import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { executePlan } from './execution/execute-plan';
import { ExecutionPlan } from './execution/execution-plan';
import type { CoercedVariables, Variables } from './execution/variables';
import type { Mask } from './mask-errors';

type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/** Capacity of the LRU cache of plans. */
const MAX_PLANS = 500;

/** Cached instead of the plan on first use: most documents that come once never come again. */
const USED_ONCE = 'used once';

interface ExecutionHooks<Context extends BaseContext> {
  /** The variables of the operation, or their errors. */
  variablesOf: (context: Context) => CoercedVariables;
  /** Masks an error for the client. */
  mask: Mask<Context>;
  /** Runs when every resolver has returned, whatever the outcome. */
  finish: (context: Context, operationName: string | null) => Promise<void>;
}

/** Wraps an executor as the gateway that Apollo expects. */
export function planningGateway<Context extends Record<string, unknown>>(
  schema: GraphQLSchema,
  hooks: ExecutionHooks<Context>,
): GatewayInterface {
  const plans = new ExecutionPlans(schema);

  const executor: GatewayExecutor = async ({ context, document, operation, operationName, queryHash }) => {
    const own = context as Context;
    const mask = (error: GraphQLError): GraphQLError => hooks.mask(error, own);
    try {
      const { variables, errors: refused } = hooks.variablesOf(own);
      if (refused) return { errors: refused.map(mask) };
      const plan = plans.get(queryHash, document, operation, variables);
      const { data = null, errors } = await executePlan(plan, own, variables);
      return errors ? { errors: errors.map(mask), data } : { data };
    } finally {
      await hooks.finish(own, operationName);
    }
  };

  return {
    load: async () => Promise.resolve({ executor }),
    onSchemaLoadOrUpdate: (announce) => {
      announce({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => Promise.resolve(),
  };
}

/** LRU cache of execution plans, by document, operation and the values of its conditions. */
export class ExecutionPlans {
  private readonly plans = new LRUCache<string, ExecutionPlan | typeof USED_ONCE>({ max: MAX_PLANS });
  private readonly conditions = new WeakMap<DocumentNode, readonly string[]>();

  constructor(private readonly schema: GraphQLSchema) {}

  get(
    documentHash: string,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): ExecutionPlan {
    const decided = this.conditionsOf(document).map((name) => String(variables[name]));
    const key = [documentHash, operation.name?.value, ...decided].join(' ');
    const known = this.plans.get(key);
    if (known && known !== USED_ONCE) return known;
    const plan = new ExecutionPlan(this.schema, document, operation);
    this.plans.set(key, known ? plan : USED_ONCE);
    return plan;
  }

  /** The variables that the directives of a document use. */
  private conditionsOf(document: DocumentNode): readonly string[] {
    let names = this.conditions.get(document);
    if (!names) {
      const found = new Set<string>();
      visit(document, {
        Directive: ({ arguments: given = [] }) => {
          for (const { value } of given) if (value.kind === Kind.VARIABLE) found.add(value.name.value);
        },
      });
      names = [...found];
      this.conditions.set(document, names);
    }
    return names;
  }
}
