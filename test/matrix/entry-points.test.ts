import { describeApi } from '../../src/api';
import { declaredAction } from '../../src/platform/graphql/declared-action';
import { Assertions, declarationFindings } from './support/assertions';
import { findAll } from './support/ask';
import { entryPointFindings } from './support/entry-point-findings';
import { registration } from './support/fixtures';
import { massAssignmentFindings } from './support/mass-assignment-findings';
import {
  freeTextOf,
  mobileNumberFindings,
  oddValueFindings,
  takesOddValues,
} from './support/odd-value-findings';
import { type EntryPoint, entryPointsOf } from './support/schema';
import { type Matrix, startMatrix } from './support/world';
import { ENTRY_POINTS, mayPass, NODE_TYPES } from './verdicts';

/** Every entry point: who may pass, what it asserts, and what it takes. One world serves them all. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

const schema = describeApi();
const entryPoints = entryPointsOf(schema);
const named = (some: readonly EntryPoint[]): [string, EntryPoint][] => some.map((one) => [one.name, one]);

describe('verdicts', () => {
  test.each(named(entryPoints))(
    '%s admits those the table names, and others change nothing',
    async (_, entryPoint) => {
      expect(await entryPointFindings(matrix, entryPoint)).toEqual([]);
    },
    // The first of them asks everyone's queries.
    60_000,
  );

  test('the tables name no entry point and no type that is not there', () => {
    const names = entryPoints.map(({ name }) => name);
    expect(ENTRY_POINTS.filter((entryPoint) => !names.includes(entryPoint.replace(/ \(.*/, '')))).toEqual([]);
    expect(NODE_TYPES.filter((type) => !schema.getType(type))).toEqual([]);
  });
});

describe('declared actions', () => {
  const anonymous = { column: 'anonymous', role: null, isKey: false } as const;
  const closed = entryPoints.filter(({ name }) => !mayPass(name, anonymous));
  let assertions: Assertions;
  beforeAll(() => {
    assertions = new Assertions();
  });
  afterAll(() => {
    assertions.stop();
  });

  test.each(named(closed))('%s asserts what it declares', async (_, entryPoint) => {
    expect(declaredAction(entryPoint.field)).toBeDefined();
    expect(await declarationFindings(matrix, entryPoint, assertions)).toEqual([]);
  });

  test('a false declaration is found', async () => {
    const entryPoint = entryPoints.find(({ name }) => name === 'Query.agreement')!;
    const lying = { ...entryPoint, field: { ...entryPoint.field, extensions: { action: 'viewer.read' } } };
    expect(await declarationFindings(matrix, lying, assertions)).toEqual([
      'Query.agreement declares viewer.read and asserts first agreement.read',
    ]);
  });
});

describe('mass assignment', () => {
  const mutations = entryPoints.filter(({ isMutation, field }) => isMutation && field.args.length > 0);

  test.each(named(mutations))(
    '%s refuses an extra property in any of its inputs, and changes nothing',
    async (_, entryPoint) => {
      expect(await massAssignmentFindings(matrix, entryPoint)).toEqual([]);
    },
  );

  test.each([
    ['operator', 'operatorId', 'NOT_YOUR_ORGANISATION'],
    ['purchaser', 'purchaserId', 'NOT_YOUR_ORGANISATION'],
    ['bureau', 'districtCode', 'DISTRICT_NOT_YOURS'],
  ] as const)(
    'who registers an agreement as %s cannot set the %s of another',
    async (column, field, code) => {
      const who = matrix.people.find((one) => one.column === column)!;
      const other = matrix.sites['other district'];
      const { operator, purchaser } = matrix.organisations;
      const parties = { operatorId: operator.id, purchaserId: purchaser.id };
      const named = { operatorId: other.ids.Operator!, purchaserId: other.ids.Purchaser! };
      const changes = field === 'districtCode' ? named : { [field]: named[field] };
      const isForeign = field !== 'operatorId';
      const newStation = {
        name: `新站 ${column}`,
        districtCode: isForeign ? other.district : matrix.sites.own.district,
      };
      const { registerAgreement } = await who.client.get(
        'mutation($input: RegisterAgreementInput!) { registerAgreement(input: $input) { agreement { id } userErrors { code } } }',
        { input: registration({ ...parties, ...changes, newStation, year: 2022 }) },
      );
      expect(registerAgreement).toEqual({ agreement: null, userErrors: [{ code }] });
    },
  );
});

describe('odd values', () => {
  // An agreement takes the days of its station: no other can be registered there after it.
  const LAST = 'Mutation.registerAgreement';
  const takers = entryPoints
    .filter(takesOddValues)
    .sort((a, b) => Number(a.name === LAST) - Number(b.name === LAST));

  test.each(named(takers))('%s takes odd values or refuses them', async (_, entryPoint) => {
    expect(await oddValueFindings(matrix, entryPoint)).toEqual([]);
  });

  test('no free text takes a mobile number, wherever it can be written', async () => {
    const texts = takers.filter(({ isMutation }) => isMutation).flatMap(freeTextOf);
    expect(texts.length).toBeGreaterThan(35);
    expect(await findAll(texts, async (position) => mobileNumberFindings(matrix, position))).toEqual([]);
  });
});
