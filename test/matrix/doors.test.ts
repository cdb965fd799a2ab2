import { describeApi } from '../../src/api';
import { doorFindings } from './support/door-findings';
import { doorsOf } from './support/schema';
import { type Matrix, startMatrix } from './support/world';
import { DOORS, NODE_TYPES } from './verdicts';

/** Every standing × every door: who is let in, and that whoever is not has changed nothing. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

const schema = describeApi();
const doors = doorsOf(schema);

test.each(doors.map((door) => [door.name, door] as const))(
  '%s lets in whom the table names, and nobody else',
  async (_, door) => {
    expect(await doorFindings(matrix, door)).toEqual([]);
  },
);

test('the tables name no door and no type that is not there', () => {
  const names = doors.map(({ name }) => name);
  expect(DOORS.filter((door) => !names.includes(door.replace(/ \(.*/, '')))).toEqual([]);
  expect(NODE_TYPES.filter((type) => !schema.getType(type))).toEqual([]);
});
