import { describeApi } from '../../src/api';
import { FILTERS, LISTS } from './lists';
import { filtersOf, isList, listFindings } from './support/list-findings';
import { doorsOf } from './support/schema';
import { type Matrix, startMatrix } from './support/world';

/** Lists, counts, cursors made for another tenant, and filters that fit another tenant's things. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

const lists = doorsOf(describeApi()).filter(isList);

test.each(lists.map((door) => [door.name, door] as const))(
  '%s holds what each reader may see, whatever it is asked with',
  async (_, door) => {
    expect(await listFindings(matrix, door)).toEqual([]);
  },
);

test('the tables name no list and no filter that is not there', () => {
  const names = lists.map(({ name }) => name);
  expect(Object.keys(LISTS).filter((list) => !names.includes(list))).toEqual([]);
  const filters = lists.flatMap(filtersOf).map(({ name }) => name);
  expect(Object.keys(FILTERS).filter((filter) => !filters.includes(filter))).toEqual([]);
});
