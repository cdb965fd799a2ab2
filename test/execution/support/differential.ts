import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getOperationAST,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  validate,
  visit,
} from 'graphql';
import { ExecutionPlans } from '../../../src/platform/graphql/executor';
import { executePlan } from '../../../src/platform/graphql/execution/execute-plan';
import { coerceVariables } from '../../../src/platform/graphql/execution/variables';
import { seedOfRun } from '../../kit/seed-of-run';
import { RandomDocument } from './documents';
import { jsonOf } from './inputs';
import { Random } from './random';
import { hostileSchema, ownSchema } from './schemas';
import { World } from './world';

const VARIABLES_A_DOCUMENT = 100;
const SEED = seedOfRun();

// Stack traces are not compared, and take most of the time of creating an error.
Error.stackTraceLimit = 0;

type Given = Record<string, unknown>;

interface Case {
  schema: GraphQLSchema;
  text: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Given;
  seed: number;
}

/** Random operations over each schema, executed as graphql-js does and by our plans: documents × variables of each. */
export function testExecutions(cases: number): void {
  test.each([
    ['the schema of the API', ownSchema],
    ['a hostile schema', hostileSchema],
  ])(
    'an operation over %s has the same data and errors as in graphql-js',
    async (_, schemaOf) => {
      const schema = schemaOf();
      const random = new Random(SEED);
      const plans = new ExecutionPlans(schema);
      let done = 0;
      for (; done < cases; done += VARIABLES_A_DOCUMENT) {
        const { text, document } = validDocument(schema, random);
        const operation = getOperationAST(document, 'Main')!;
        const some = Array.from({ length: VARIABLES_A_DOCUMENT }, () => {
          const variables = variablesFor(schema, operation, random);
          return { schema, text, document, operation, variables, seed: random.int(2 ** 31) };
        });
        const expected: string[] = [];
        await withoutListeners(async () => {
          for (const one of some) expected.push(await byGraphQLJs(one));
        });
        for (const [at, one] of some.entries()) {
          const actual = await byPlan(one, plans);
          // Compared as texts first: a matcher for each would take longer than the executions.
          if (actual !== expected[at]) expectSame(one, expected[at]!, actual);
        }
      }
      expect(done).toBe(cases);
    },
    300_000,
  );
}

function expectSame({ text, variables }: Case, expected: string, actual: string): void {
  expect({ DIFFERENTIAL_SEED: SEED, text, variables, answer: actual }).toEqual({
    DIFFERENTIAL_SEED: SEED,
    text,
    variables,
    answer: expected,
  });
}

function validDocument(schema: GraphQLSchema, random: Random): { text: string; document: DocumentNode } {
  for (;;) {
    const text = new RandomDocument(schema, random).make();
    const document = parse(text);
    if (validate(schema, document).length === 0) return { text, document: frozen(document) };
  }
}

/** Parsed documents are cached and shared: execution must not mutate them. */
function frozen(document: DocumentNode): DocumentNode {
  visit(document, {
    enter: (node) => {
      for (const part of Object.values(node)) if (Array.isArray(part)) Object.freeze(part);
      Object.freeze(node);
    },
  });
  return document;
}

function variablesFor(schema: GraphQLSchema, operation: OperationDefinitionNode, random: Random): Given {
  const given: [string, unknown][] = [];
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    const isDue = type.kind === Kind.NON_NULL_TYPE && !defaultValue;
    if (random.chance(isDue ? 0.01 : 0.3)) continue;
    given.push([variable.name.value, jsonOf(typeFromAST(schema, type as never) as GraphQLInputType, random)]);
  }
  // As a client's: __proto__ is a name like any other.
  return JSON.parse(JSON.stringify(Object.fromEntries(given))) as Given;
}

async function byGraphQLJs(one: Case): Promise<string> {
  const world = new World(one.seed, one.schema);
  const result = execute({
    schema: one.schema,
    document: one.document,
    operationName: 'Main',
    contextValue: { world },
    variableValues: one.variables,
  });
  return shownOf(result, world);
}

async function byPlan(one: Case, plans: ExecutionPlans): Promise<string> {
  const world = new World(one.seed, one.schema);
  const { variables, errors } = coerceVariables(one.schema, one.operation, one.variables, false);
  if (errors) return shownOf({ errors }, world);
  const plan = plans.get(one.text, one.document, one.operation, variables);
  return shownOf(executePlan(plan, { world }, variables), world);
}

/** A response as text, its formatted errors, and the order in which resolvers were called. */
async function shownOf(result: ExecutionResult | Promise<ExecutionResult>, world: World): Promise<string> {
  const { data, errors } = await result;
  // Without data the variables were invalid.
  const answer = JSON.stringify({
    data,
    errors: (data === undefined ? errors?.slice(0, 5) : errors)?.map(formatted),
  });
  // Fields beside an error that nulled their parent may still be resolved.
  if (errors && data !== undefined) await new Promise(setImmediate);
  return answer + JSON.stringify(world.calls);
}

function formatted(error: GraphQLError): object {
  const { message, ...rest } = error.toJSON();
  return { message: message.length <= 300 ? message : `${message.slice(0, 299)}…`, ...rest };
}

/**
 * graphql-js leaves promises of a list without a listener once an item before them has failed. Jest fails a test at
 * that, which for our own executions it should.
 */
async function withoutListeners(work: () => Promise<void>): Promise<void> {
  const listeners = process.listeners('unhandledRejection');
  const ignore = (): void => undefined;
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', ignore);
  await work();
  // The event comes after all that was settled with the promise.
  await new Promise(setImmediate);
  process.removeListener('unhandledRejection', ignore);
  for (const listener of listeners) process.on('unhandledRejection', listener);
}
