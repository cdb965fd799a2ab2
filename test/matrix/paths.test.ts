import { describeApi } from '../../src/api';
import { pathFindings } from './support/path-findings';
import { objectTypes } from './support/schema';
import { idFields, kindOf } from './support/walk';
import { type Matrix, startMatrix } from './support/world';
import { THINGS } from './things';

/** Every path of the graph, through what tenants share too: organisations, districts, stations, indicators. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

const schema = describeApi();

test('no path leads anyone to a thing outside its scope', async () => {
  expect(await pathFindings(matrix, schema)).toEqual([]);
}, 60_000);

test('of every id that comes out it is known what it names', () => {
  const types = objectTypes(schema).filter((type) => 'id' in type.getFields());
  expect(types.map(({ name }) => name).filter((name) => !(name in THINGS))).toEqual([]);
  const unknown = idFields(schema).filter(
    (field) => kindOf(...(field.split('.') as [string, string])) === undefined,
  );
  expect(unknown).toEqual([]);
});
