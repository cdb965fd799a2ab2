import type { GraphQLResolveInfo } from 'graphql';
import type { Path } from 'graphql/jsutils/Path';
import type { CollectedErrors } from './collected-errors';
import type { ExecutionPlan, FieldPlan } from './execution-plan';
import type { Variables } from './variables';

/** A JSON object of the answer, or the arguments of a field. */
export type Data = Record<string, unknown>;

/** One execution of a plan. */
export interface Run {
  plan: ExecutionPlan;
  context: unknown;
  variables: Variables;
  errors: CollectedErrors;
  /** The arguments of each field: the same for every object. */
  args: Map<FieldPlan, Data>;
}

/** A copy for each call of a resolver, which may change it. */
export function argumentsOf(run: Run, field: FieldPlan): Data {
  if (!field.hasArguments) return {};
  let args = run.args.get(field);
  if (!args) {
    args = field.argumentsOf(run.variables);
    run.args.set(field, args);
  }
  return { ...args };
}

export function pathTo({ key, parentType }: FieldPlan, prev: Path | undefined): Path {
  return { prev, key, typename: parentType.name };
}

export function infoOf({ plan, variables }: Run, field: FieldPlan, path: Path): GraphQLResolveInfo {
  return {
    fieldName: field.name,
    fieldNodes: field.nodes,
    returnType: field.definition.type,
    parentType: field.parentType,
    path,
    schema: plan.schema,
    fragments: plan.fragments,
    rootValue: undefined,
    operation: plan.operation,
    variableValues: variables,
  };
}
