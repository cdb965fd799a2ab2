import { describeApi } from '../../src/api';
import { idFindings } from './support/id-findings';
import { doorsOf, idPositionsOf } from './support/schema';
import { type Matrix, startMatrix } from './support/world';
import { POSITIONS } from './positions';

/** Every standing × every place where an ID goes in × {own, other station, successor, other operator, other district, unknown, malformed}. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

const positions = doorsOf(describeApi()).flatMap(idPositionsOf);

test.each(positions.map((position) => [position.name, position] as const))(
  '%s: what is outside the scope is answered like what never was',
  async (_, position) => {
    expect(await idFindings(matrix, position)).toEqual([]);
  },
);

test('the table names no position that is not there', () => {
  const names = positions.map(({ name }) => name);
  expect(POSITIONS.filter((position) => !names.includes(position))).toEqual([]);
});
