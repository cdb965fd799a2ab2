import { createHash } from 'node:crypto';
import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/** Compiled operations kept at most; the one used longest ago goes first. */
const MOST_COMPILED = 500;

/** An operation that is ready to run. */
type Operation = (
  context: object,
  variables: Record<string, unknown>,
) => ExecutionResult | Promise<ExecutionResult>;

export interface ExecutionHooks<Context> {
  /** Makes an error fit for the client. */
  mask: (error: GraphQLError, context: Context) => GraphQLError;
  /** Runs when every resolver has answered, whatever the outcome. */
  finish: (context: Context, operationName: string | null) => Promise<void>;
}

/**
 * Apollo's way in for an executor of one's own: operations are compiled to code once and kept, keyed by document and
 * operation name, so that a known operation costs no interpretation.
 */
export function compiledGateway<Context extends Record<string, unknown>>(
  schema: GraphQLSchema,
  hooks: ExecutionHooks<Context>,
): GatewayInterface {
  const cache = new Map<string, Operation>();

  const compiled = (request: Parameters<GatewayExecutor>[0]): Operation => {
    const key = `${request.queryHash || hash(request.source)} ${request.operationName ?? ''}`;
    const known = cache.get(key);
    const found = known ?? prepare(schema, request.document, request.operationName);
    cache.delete(key);
    cache.set(key, found);
    if (cache.size > MOST_COMPILED) cache.delete(cache.keys().next().value ?? key);
    return found;
  };

  const executor: GatewayExecutor = async (request) => {
    const context = request.context as Context;
    try {
      const operation = compiled(request);
      const result = await operation(context, request.request.variables ?? {});
      if (!result.errors) return result;
      const errors = variableErrors(schema, request, result) ?? result.errors;
      return { ...result, errors: errors.map((error) => hooks.mask(error, context)) };
    } finally {
      await hooks.finish(context, request.operationName);
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

/**
 * What is wrong with the variables, when nothing was executed because of them. Told by graphql-js rather than by the
 * compiled code: it names the place (input.records[3].occurredOn) and says what the scalar expects.
 */
function variableErrors(
  schema: GraphQLSchema,
  { document, operationName, request }: Parameters<GatewayExecutor>[0],
  result: ExecutionResult,
): readonly GraphQLError[] | undefined {
  if (result.data != null || result.errors?.some(({ path }) => path !== undefined)) return undefined;
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, definitions, request.variables ?? {}, { maxErrors: 50 });
  return errors;
}

function prepare(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): Operation {
  if (mayLeaveFieldsOut(document)) {
    return async (contextValue, variableValues) =>
      execute({ schema, document, operationName, contextValue, variableValues });
  }
  const compilation = compileQuery(schema, document, operationName ?? undefined);
  if (!isCompiledQuery(compilation)) return () => compilation;
  return async (context, variables) => compilation.query(undefined, context, variables);
}

/**
 * True for `input: { note: $note }` where $note may be left out: then the field is left out too, which is another
 * thing than null. graphql-jit would make it null, and empty what should stay as it is.
 */
function mayLeaveFieldsOut(document: DocumentNode): boolean {
  const optional = new Set<string>();
  const inObjects = new Set<string>();
  visit(document, {
    VariableDefinition: ({ variable, type }) => {
      if (type.kind !== Kind.NON_NULL_TYPE) optional.add(variable.name.value);
    },
    ObjectField: ({ value }) => {
      if (value.kind === Kind.VARIABLE) inObjects.add(value.name.value);
    },
  });
  return [...inObjects].some((name) => optional.has(name));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
