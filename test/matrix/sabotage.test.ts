import { extendSchema, parse } from 'graphql';
import { type Action, ACTIONS } from '../../src/access';
import { describeApi } from '../../src/api';
import { declaredAction } from '../../src/platform/graphql/declared-action';
import { verdictAt } from './positions';
import { Assertions, declarationFindings } from './support/assertions';
import { entryPointFindings } from './support/entry-point-findings';
import { idFindings } from './support/id-findings';
import { filtersOf, isList, listFindings } from './support/list-findings';
import { pathFindings } from './support/path-findings';
import type { Person } from './support/people';
import { type EntryPoint, entryPointsOf, idPositionsOf } from './support/schema';
import { kindOf } from './support/walk';
import { type Matrix, startMatrix } from './support/world';
import { ENTRY_POINTS, mayPass, mayRead } from './verdicts';

/**
 * Breaches, made on purpose, that the matrix has to find. Those of row-level security alone (each policy widened to USING (true),
 * a table without FORCE) are made in test/tenancy: row-checks.test.ts and catalogue-checks.test.ts.
 */
let matrix: Matrix;
let assertions: Assertions;
beforeAll(async () => {
  matrix = await startMatrix();
  assertions = new Assertions();
});
afterAll(async () => {
  assertions.stop();
  await matrix.close();
});

const schema = describeApi();
const entryPoints = entryPointsOf(schema);

/** Who must be refused at an entry point: one of each kind of organisation. */
function refusedAt({ people }: Matrix, entryPoint: EntryPoint): Person[] {
  const special = ENTRY_POINTS.filter(
    (name) => name === entryPoint.name || name.startsWith(`${entryPoint.name} (`),
  );
  const refused = people.filter((who) => special.some((name) => !mayPass(name, who)));
  return refused.filter((who, at) => refused.findIndex(({ column }) => column === who.column) === at);
}

/** Asserted by entry points that declare another action, of which it decides a case. */
const WITHIN: Partial<Record<Action, string[]>> = {
  'serviceRecord.correctAny': [
    'Mutation.correctServiceRecord',
    'Mutation.voidServiceRecord',
    'Mutation.correctServiceRecords',
    'Mutation.voidServiceRecords',
    'Mutation.undoImport',
  ],
};

/** Asserted, or asked for, only by fields without arguments, which anyone who sees their parent may read. */
const NO_ENTRY_POINT: Action[] = ['agreement.events', 'month.events'];

const actions = (Object.keys(ACTIONS) as Action[]).filter((action) => !NO_ENTRY_POINT.includes(action));

test.each([
  ['app_operator', 'core.agreement', 'Query.agreement(id)'],
  ['app_purchaser', 'core.station_access', 'Query.station(id)'],
  ['app_purchaser', 'core.assessment', 'Mutation.scoreAssessment(input.assessmentId)'],
  ['app_assessor', 'core.agreement', 'Query.agreement(id)'],
  ['app_operator', 'core.receipt', 'Mutation.reverseReceipt(input.id)'],
])('with the policy of %s on %s widened, %s fails', async (role, table, position) => {
  await widened(role, table, async () => {
    const at = entryPoints.flatMap(idPositionsOf).find(({ name }) => name === position)!;
    expect(await idFindings(matrix, at)).not.toEqual([]);
  });
});

test('with a policy widened, lists and paths fail', async () => {
  await widened('app_operator', 'core.station_access', async () => {
    const stations = entryPoints.find(({ name }) => name === 'Query.stations')!;
    expect(await listFindings(matrix, stations)).not.toEqual([]);
    expect(await pathFindings({ ...matrix, people: matrix.people.slice(0, 1) }, schema)).not.toEqual([]);
  });
});

async function widened(role: string, table: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await matrix.sql.query<{ using: string }>(
    'select pg_get_expr(polqual, polrelid) as using from pg_policy where polname = $1 and polrelid = $2::regclass',
    [role, table],
  );
  await matrix.sql.query(`alter policy ${role} on ${table} using (true)`);
  try {
    await work();
  } finally {
    await matrix.sql.query(`alter policy ${role} on ${table} using (${rows[0]!.using})`);
  }
}

test.each(actions)('without the assertion of %s the matrix fails', async (action) => {
  const declaring = entryPoints.filter(({ field }) => declaredAction(field) === action);
  const deciding = entryPoints.filter(({ name }) => WITHIN[action]?.includes(name));
  expect([...declaring, ...deciding]).not.toEqual([]);
  assertions.suppressed = action;
  try {
    for (const entryPoint of declaring) {
      expect([entryPoint.name, await declarationFindings(matrix, entryPoint, assertions)]).not.toEqual([
        entryPoint.name,
        [],
      ]);
    }
    // An entry point below the root may be behind another that refuses the same people.
    const roots = declaring.filter(({ isRoot }) => isRoot);
    for (const entryPoint of [...roots.slice(0, 1), ...deciding]) {
      expect([
        entryPoint.name,
        await entryPointFindings(matrix, entryPoint, refusedAt(matrix, entryPoint)),
      ]).not.toEqual([entryPoint.name, []]);
    }
  } finally {
    assertions.suppressed = undefined;
  }
});

test('what is new has no verdict, and the message says where it belongs', async () => {
  const grown = extendSchema(
    schema,
    parse(`
      extend type Query { forgotten(id: ID!, after: String): AgreementConnection }
      extend type Zone { forgotten(first: Int): Int }
      extend input SetTargetsInput { forgottenId: ID }
      type Forgotten implements Node { id: ID! otherId: ID }
    `),
  );
  const found = entryPointsOf(grown).filter(({ name }) => name.endsWith('.forgotten'));
  expect(found.map(({ name }) => name).sort()).toEqual(['Query.forgotten', 'Zone.forgotten']);
  const [someone] = matrix.people as [Person];
  expect(() => mayPass('Query.forgotten', someone)).toThrow('add its row to test/matrix/verdicts.ts');
  expect(() => mayRead('Forgotten', someone)).toThrow('add its row to test/matrix/node-verdicts.ts');
  const query = found.find(({ isRoot }) => isRoot)!;
  expect(isList(query)).toBe(true);
  await expect(listFindings(matrix, query)).rejects.toThrow('add it to LISTS in test/matrix/lists.ts');
  expect(() => filtersOf(query)).toThrow('add its row to test/matrix/positions.ts');
  const positions = entryPointsOf(grown).flatMap(idPositionsOf);
  const unknown = positions.filter(
    ({ name }) => name.endsWith('(input.forgottenId)') || name.includes('.forgotten('),
  );
  expect(unknown.map(({ name }) => name).sort()).toEqual([
    'Mutation.setTargets(input.forgottenId)',
    'Query.forgotten(id)',
  ]);
  for (const { name } of unknown)
    expect(() => verdictAt(name)).toThrow('add its row to test/matrix/positions.ts');
  expect([kindOf('Forgotten', 'id'), kindOf('Forgotten', 'otherId')]).toEqual([undefined, undefined]);
});
