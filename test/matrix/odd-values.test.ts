import { describeApi } from '../../src/api';
import { ask, findAll, outcomeOf, soundArgs } from './support/ask';
import { type Door, doorsOf, positionsOf, withValueAt } from './support/schema';
import { type Matrix, startMatrix } from './support/world';
import { mayPass } from './verdicts';

/** Whatever stands where: an odd value is refused in words of the API's own, or taken, and never an error of ours. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

/** Values that a column, a cast or a regular expression may stumble over, by the scalar that lets them in. */
const ODD: Record<string, readonly unknown[]> = {
  ID: ['a\0b', '\ud800'],
  String: ['a\0b', '\ud800', '%_\\', '字'.repeat(5000)],
  Int: [-1, 2_147_483_647],
  Decimal: ['-1', '0.0000000001', '9'.repeat(40)],
  Date: ['0001-01-01', '9999-12-31'],
  YearMonth: ['0001-01', '9999-12'],
};

// An agreement may last until 9999: no other can be registered at its station after it.
const LAST = 'Mutation.registerAgreement';
const doors = doorsOf(describeApi())
  .filter((door) => positionsOf(door).some(({ type }) => type.name in ODD))
  .sort((a, b) => Number(a.name === LAST) - Number(b.name === LAST));

async function stumblesAt(door: Door): Promise<string[]> {
  const who = matrix.people.find((one) => mayPass(door.name, one));
  if (!who) return [`nobody may pass ${door.name}`];
  const site = matrix.sites.own;
  const args = await soundArgs(door.name, who, site, matrix);
  const odd = positionsOf(door).flatMap(({ name, path, type }) =>
    (ODD[type.name] ?? []).map((value) => ({ name, path, value })),
  );
  return findAll(odd, async ({ name, path, value }) => {
    const answer = await ask(who.client, door, withValueAt(args, path, value), site, 1);
    const outcome = outcomeOf(answer, door);
    if (!/INTERNAL_SERVER_ERROR|SERVICE_UNAVAILABLE/.test(outcome)) return [];
    return [`${name} with ${JSON.stringify(value).slice(0, 40)}: ${outcome}`];
  });
}

test.each(doors.map((door) => [door.name, door] as const))(
  '%s takes odd values or refuses them',
  async (_, door) => {
    expect(await stumblesAt(door)).toEqual([]);
  },
);

/** Codes, keys, credentials, and the category of a budget that there is: no free text. */
const NO_TEXT =
  /(districtCodes?|indicator|measure|action|after|email|administratorEmail|[pP]assword|token|refreshToken|idempotencyKey|nameContains)\)$|recordExpenditure\(input.category\)$/;

/** What a text that may be left out stands beside. */
const BESIDE: Record<string, object> = {
  'Mutation.registerAgreement': { newStation: { name: '新站', street: '新街', districtCode: '440106' } },
  'Mutation.createEvaluation': {
    groups: [{ name: '产出', weight: '100', items: [{ name: '数量', weight: '100' }] }],
  },
};

test('no free text takes a mobile number, wherever it can be written', async () => {
  const texts = doors
    .filter(({ name }) => name.startsWith('Mutation.'))
    .flatMap((door) =>
      positionsOf(door).filter(({ name, type }) => type.name === 'String' && !NO_TEXT.test(name)),
    );
  expect(texts.length).toBeGreaterThan(35);
  const taken = await findAll(texts, async ({ name, door, path }) => {
    const who = matrix.people.find((one) => mayPass(door.name, one))!;
    const sound = await soundArgs(door.name, who, matrix.sites.own, matrix);
    Object.assign(sound.input ?? {}, BESIDE[door.name]);
    const args = withValueAt(sound, path, '电话 138 0013 8000');
    const outcome = outcomeOf(await ask(who.client, door, args, matrix.sites.own), door);
    return outcome.includes('POSSIBLE_PERSONAL_DATA') ? [] : [`${name}: ${outcome}`];
  });
  expect(taken).toEqual([]);
});
