import { describeApi } from '../../src/api';
import { FILTERS, LISTS } from './lists';
import { POSITIONS } from './positions';
import { Expectations } from './support/expectations';
import { idFindings } from './support/id-findings';
import { filtersOf, isList, listFindings } from './support/list-findings';
import { pathFindings } from './support/path-findings';
import { entryPointsOf, idPositionsOf, objectTypes } from './support/schema';
import { STATES, stateFindings } from './support/state-findings';
import { sumFindings } from './support/sum-findings';
import { idFields, kindOf } from './support/walk';
import { type Matrix, startMatrix } from './support/world';
import { ENTITIES } from './oracle';
import { COLUMNS } from './verdicts';

/** What each role can reach: by ids, in lists, on every path of the graph, in names and sums. One world serves them all. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

const schema = describeApi();
const entryPoints = entryPointsOf(schema);

/** Lists, counts, cursors made for another tenant, and filters that match another tenant's rows. */
describe('lists', () => {
  const lists = entryPoints.filter(isList);

  test.each(lists.map((entryPoint) => [entryPoint.name, entryPoint] as const))(
    '%s holds what each reader may see, whatever it is asked with',
    async (_, entryPoint) => {
      expect(await listFindings(matrix, entryPoint)).toEqual([]);
    },
  );

  test('the tables name no list and no filter that is not there', () => {
    const names = lists.map(({ name }) => name);
    expect(Object.keys(LISTS).filter((list) => !names.includes(list))).toEqual([]);
    const filters = lists.flatMap(filtersOf).map(({ name }) => name);
    expect(Object.keys(FILTERS).filter((filter) => !filters.includes(filter))).toEqual([]);
  });
});

/** Every path, through what tenants share too: organisations, districts, stations, indicators. */
describe('paths', () => {
  test.each(COLUMNS)(
    'no path leads anyone to anything outside its scope, of the column %s',
    async (column) => {
      const people = matrix.people.filter((who) => who.column === column);
      expect(await pathFindings({ ...matrix, people }, schema)).toEqual([]);
    },
    60_000,
  );

  test('of every id in an answer it is known what it names', () => {
    const types = objectTypes(schema).filter((type) => 'id' in type.getFields());
    expect(types.map(({ name }) => name).filter((name) => !(name in ENTITIES))).toEqual([]);
    const unknown = idFields(schema).filter(
      (field) => kindOf(...(field.split('.') as [string, string])) === undefined,
    );
    expect(unknown).toEqual([]);
  });
});

describe('names and sums', () => {
  /** Who may know members of staff by name; everyone else by a code. The assessor: while its assessment is open. */
  const SEE_NAMES = ['operator', 'purchaser', 'bureau', 'city', 'assessor'];

  test('staff are named to the parties of the agreement and the assessor, to others and to keys by a code', async () => {
    const oracle = await matrix.oracle();
    const { Agreement: id } = matrix.sites.own.ids;
    for (const who of matrix.people) {
      const sees = new Expectations(oracle, who).sees('Agreement', id);
      const { data } = await who.client.ask<{ node: { staffing: { members: { name: string }[] } } | null }>(
        `query($id: ID!) { node(id: $id) { ... on Agreement { staffing(from: "2022-01", to: "2022-12") { members { name } } } } }`,
        { id },
      );
      const expected = SEE_NAMES.includes(who.column) && !who.isKey ? '陈美玲' : '社工01';
      const names = data?.node?.staffing.members.map(({ name }) => name);
      expect([who.name, names]).toEqual([who.name, sees ? [expected] : undefined]);
    }
  });

  test('sums are of what is in scope, with the cursor of another reader too', async () => {
    expect(await sumFindings(matrix)).toEqual([]);
  });
});

/** An agreement in each state is read through every query by the one who sees it, and does not exist for others. */
describe('states', () => {
  test.each(STATES)(
    'an agreement that is %s is read by those who see it, and by nobody else',
    async (state) => {
      expect(await stateFindings(matrix, state, entryPoints)).toEqual([]);
    },
  );
});

/** Every role × every position of an ID × {own, other station, successor, other operator, other district, unknown, malformed}. */
describe('ids', () => {
  const positions = entryPoints.flatMap(idPositionsOf);

  test.each(positions.map((position) => [position.name, position] as const))(
    '%s: what is outside the scope is answered like an unknown id',
    async (_, position) => {
      expect(await idFindings(matrix, position)).toEqual([]);
    },
  );

  test('the table names no position that is not there', () => {
    const names = positions.map(({ name }) => name);
    expect(POSITIONS.filter((position) => !names.includes(position))).toEqual([]);
  });
});
