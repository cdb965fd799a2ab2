import { mayPass } from '../verdicts';
import { ask, askEach, outcomeOf, validArgs } from './ask';
import { type EntryPoint, type Position, positionsOf, withValueAt } from './schema';
import type { Matrix } from './world';

/** Values that a column, a cast or a regular expression may stumble over, by the scalar that lets them in. */
const ODD: Record<string, readonly unknown[]> = {
  ID: ['a\0b', '\ud800'],
  String: ['a\0b', '\ud800', '%_\\', '字'.repeat(5000)],
  Int: [-1, 2_147_483_647],
  Decimal: ['-1', '0.0000000001', '9'.repeat(40)],
  Date: ['0001-01-01', '2000-01-01', '2100-12-31', '9999-12-31'],
  YearMonth: ['0001-01', '2000-01', '2100-12', '9999-12'],
};

/** Takes a value that is odd in some way. */
export function takesOddValues(entryPoint: EntryPoint): boolean {
  return positionsOf(entryPoint).some(({ type }) => type.name in ODD);
}

/** Puts odd values wherever one goes in, in a call that is valid otherwise, and reports each internal error. */
export async function oddValueFindings(matrix: Matrix, entryPoint: EntryPoint): Promise<string[]> {
  const who = matrix.people.find((one) => mayPass(entryPoint.name, one));
  if (!who) return [`nobody may pass ${entryPoint.name}`];
  const site = matrix.sites.own;
  const args = await validArgs(entryPoint.name, who, site, matrix);
  const odd = positionsOf(entryPoint).flatMap(({ name, path, type }) =>
    (ODD[type.name] ?? []).map((value) => ({ name, path, value })),
  );
  const calls = odd.map(({ path, value }) => withValueAt(args, path, value));
  const answers = await askEach(who.client, entryPoint, calls, site, 1);
  return odd.flatMap(({ name, value }, at) => {
    const outcome = outcomeOf(answers[at]!, entryPoint);
    if (!/INTERNAL_SERVER_ERROR|SERVICE_UNAVAILABLE/.test(outcome)) return [];
    return [`${name} with ${JSON.stringify(value).slice(0, 40)}: ${outcome}`];
  });
}

/** Codes, keys, credentials, and names that a budget, a scheme, an agreement or a file has given: no free text. */
const NO_TEXT =
  /(districtCodes?|indicator|measure|action|after|email|administratorEmail|[pP]assword|token|refreshToken|url|idempotencyKeys?|nameContains|noteContains)\)$|recordExpenditure\(input.category\)$|targets\.(term|zone|project)\)$|applyImport\(input.digest\)$|matchImportNames\(input.names.text\)$|(scoreAssessment|enterPaperScore)\(input.(items.)?name\)$/;

const NEW_STATION = { newStation: { name: '新站', street: '新街', districtCode: '440106' } };
/** What a text that may be left out is beside. */
const BESIDE: Record<string, object> = {
  'Mutation.registerAgreement': NEW_STATION,
  'Mutation.reviseProposal': NEW_STATION,
  'Mutation.createEvaluation': {
    groups: [{ name: '产出', weight: '100', items: [{ name: '数量', weight: '100' }] }],
  },
};

/** Where free text goes in. */
export function freeTextOf(entryPoint: EntryPoint): Position[] {
  return positionsOf(entryPoint).filter(({ name, type }) => type.name === 'String' && !NO_TEXT.test(name));
}

/** Writes a mobile number where free text goes in, and reports whether it is taken. */
export async function mobileNumberFindings(
  matrix: Matrix,
  { name, entryPoint, path }: Position,
): Promise<string[]> {
  const who = matrix.people.find((one) => mayPass(entryPoint.name, one))!;
  const valid = await validArgs(entryPoint.name, who, matrix.sites.own, matrix);
  Object.assign(valid.input ?? {}, BESIDE[entryPoint.name]);
  const args = withValueAt(valid, path, '电话 138 0013 8000');
  const outcome = outcomeOf(await ask(who.client, entryPoint, args, matrix.sites.own), entryPoint);
  return outcome.includes('POSSIBLE_PERSONAL_DATA') ? [] : [`${name}: ${outcome}`];
}
