import { type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import { CollectedErrors } from './collected-errors';
import { executeField, executeSelection } from './execute-selection';
import type { ExecutionPlan, FieldPlan, SelectionPlan } from './execution-plan';
import { isPending, type MaybePromise } from './promises';
import type { Data, Run } from './run';
import type { Variables } from './variables';

/**
 * Executes an operation by its plan, as the specification says and as graphql-js does: with its messages, and in its
 * order, also in the order in which promises settle.
 */
export function executePlan(
  plan: ExecutionPlan,
  context: unknown,
  variables: Variables,
): MaybePromise<ExecutionResult> {
  const run: Run = { plan, context, variables, errors: new CollectedErrors(), args: new Map() };
  const { errors } = run.errors;
  const answered = (data: Data): ExecutionResult => (errors.length === 0 ? { data } : { errors, data });
  const nulled = (error: unknown): ExecutionResult => {
    run.errors.add(error as GraphQLError, undefined);
    return { errors, data: null };
  };
  try {
    const data = executeRoot(run);
    return isPending(data) ? data.then(answered, nulled) : answered(data);
  } catch (error) {
    return nulled(error);
  }
}

function executeRoot(run: Run): MaybePromise<Data> {
  const { schema, operation } = run.plan;
  const type = schema.getRootType(operation.operation);
  if (!type) {
    const message = `Schema is not configured to execute ${operation.operation} operation.`;
    throw new GraphQLError(message, { nodes: operation });
  }
  const selection = run.plan.rootSelectionOf(type, run.variables);
  return operation.operation === OperationTypeNode.MUTATION
    ? executeSerially(run, selection)
    : executeSelection(run, selection, undefined, undefined);
}

/** Executes the fields of a mutation serially. */
function executeSerially(run: Run, { fields, objectOf }: SelectionPlan): MaybePromise<Data> {
  const execute = (data: Data, field: FieldPlan): MaybePromise<Data> => {
    const keep = (value: unknown): Data => {
      data[field.key] = value;
      return data;
    };
    const value = executeField(run, field, undefined, undefined);
    return isPending(value) ? value.then(keep) : keep(value);
  };
  let all: MaybePromise<Data> = objectOf([]);
  for (const field of fields) {
    all = isPending(all) ? all.then((data) => execute(data, field)) : execute(all, field);
  }
  return all;
}
