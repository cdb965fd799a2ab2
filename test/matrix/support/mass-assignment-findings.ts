import {
  getNamedType,
  getNullableType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { newId } from '../../../src/platform/ids';
import { mayPass } from '../verdicts';
import { askEach, outcomeOf, validArgs } from './ask';
import type { Args, EntryPoint } from './schema';
import { changedTables, type Matrix } from './world';

/** What a row is ruled by, and who did what when: columns that no input may set by the way. */
const SMUGGLED: Record<string, unknown> = {
  organisationId: newId(),
  organisation_id: newId(),
  districtCode: '440106',
  purchaserId: newId(),
  stationId: newId(),
  agreementId: newId(),
  memberId: newId(),
  role: 'ADMIN',
  kind: 'PLATFORM',
  party: 'PURCHASER',
  accessVersion: 1,
  stationLimited: false,
  administered: false,
  recordedBy: newId(),
  joinedAt: '2022-01-01T00:00:00Z',
  id: newId(),
};

/** How an input object comes to have a field more, and where: every object in the arguments, one at a time. */
function* smuggled(
  value: unknown,
  type: GraphQLInputType,
  path: string,
): Generator<{ path: string; name: string; changed: unknown }> {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || value === null || value === undefined) return;
  if (isListType(getNullableType(type))) {
    const [first, ...rest] = value as unknown[];
    for (const inner of smuggled(first, named, `${path}.0`))
      yield { ...inner, changed: [inner.changed, ...rest] };
    return;
  }
  yield* smuggledInto(value as Args, named, path);
}

function* smuggledInto(
  value: Args,
  type: GraphQLInputObjectType,
  path: string,
): Generator<{ path: string; name: string; changed: unknown }> {
  const fields = type.getFields();
  for (const [name, more] of Object.entries(SMUGGLED)) {
    if (!(name in fields)) yield { path, name, changed: { ...value, [name]: more } };
  }
  for (const { name, type: inner } of Object.values(fields)) {
    for (const one of smuggled(value[name], inner, `${path}.${name}`)) {
      yield { ...one, changed: { ...value, [name]: one.changed } };
    }
  }
}

/** Sends valid calls with one property more, in each input object, and reports whatever is not refused or changes something. */
export async function massAssignmentFindings(matrix: Matrix, entryPoint: EntryPoint): Promise<string[]> {
  const who = matrix.people.find((one) => mayPass(entryPoint.name, one));
  if (!who) return [`nobody may pass ${entryPoint.name}`];
  const site = matrix.sites.own;
  const args = await validArgs(entryPoint.name, who, site, matrix);
  const before = await matrix.snapshot();
  const calls = entryPoint.field.args.flatMap(({ name, type }) =>
    [...smuggled(args[name], type, name)].map((one) => ({ ...one, args: { ...args, [name]: one.changed } })),
  );
  const answers = await askEach(
    who.client,
    entryPoint,
    calls.map((call) => call.args),
    site,
    1,
  );
  const found = calls.flatMap(({ path, name }, at) => {
    const outcome = outcomeOf(answers[at]!, entryPoint);
    return outcome === 'BAD_USER_INPUT' ? [] : [`${entryPoint.name}: ${path} takes ${name}: ${outcome}`];
  });
  const tables = changedTables(before, await matrix.snapshot());
  return tables.length > 0
    ? [...found, `${entryPoint.name}: extra properties have changed ${tables.join(', ')}`]
    : found;
}
