import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLNamedType,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  validateSchema,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from '../src/api';
import { describeDatabase } from '../src/platform/database/describe-database';
import { printApi } from '../src/platform/graphql/print-api';
import { nameKey } from '../src/platform/text-forms';
import { startWorld } from './kit/world';

const schema = describeApi();
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));

/** Null when a committed file equals the generated one; otherwise the first difference, and what to do. */
function drift(file: string, committed: string, generated: string): string | null {
  if (committed === generated) return null;
  const [old, now] = [committed.split('\n'), generated.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  const line = at === -1 ? now.length : at;
  return `${file} is out of date. Run "npm run schema" and commit it. Line ${line + 1} is
  ${old[line] ?? '(nothing)'}
and should be
  ${now[line] ?? '(nothing)'}`;
}

const committed = (file: string): string => readFileSync(join(__dirname, '..', file), 'utf8');

/** Capitals that are younger than the ICU of the embedded database: Georgian, Glagolitic, Latin, Vithkuqi, Garay, Medefaidrin. */
const YOUNG = /[\u1c89-\u1cbf\u2c2f\ua7b8-\ua7f5\u{10570}-\u{105bf}\u{10d50}-\u{10d65}\u{16e40}-\u{16e5f}]/u;

test('the database normalises names like the platform, character by character', async () => {
  const world = await startWorld();
  // Surrogates are not characters, and unassigned code points may be assigned in another version of Unicode.
  const rows = await world.ownerQuery<{ code: number; key: string }>(
    `select code, core.name_key('a' || chr(code) || 'Σ') as key from generate_series(1, x'3ffff'::int) code
      where code not between x'd800'::int and x'dfff'::int and unicode_assigned(chr(code))
      union all select code, core.name_key('a' || chr(code) || 'Σ') from generate_series(x'e0000'::int, x'e0fff'::int) code`,
  );
  const keys = await world.ownerQuery<{ target: number | null }>(
    `select attstattarget as target from pg_attribute where attgenerated = 's'`,
  );
  await world.close();
  // Statistics of names would reveal others' names to a BI login.
  expect([keys.length, new Set(keys.map(({ target }) => target))]).toEqual([10, new Set([0])]);
  expect(rows.length).toBeGreaterThan(150_000);
  const other = rows.filter(({ code, key }) => {
    const sign = String.fromCodePoint(code);
    return !/\p{Unassigned}/u.test(sign) && !YOUNG.test(sign) && key !== nameKey(`a${sign}Σ`);
  });
  expect(other).toEqual([]);
});

describe('generated files are committed', () => {
  test('schema/schema.graphql is the API of the code', () => {
    const file = 'schema/schema.graphql';
    expect(drift(file, committed(file), printApi(schema))).toBeNull();
  });

  test('schema/database.sql is the database of the migrations', async () => {
    const world = await startWorld();
    const file = 'schema/database.sql';
    const generated = await describeDatabase(world.ownerUrl);
    await world.close();
    expect(drift(file, committed(file), generated)).toBeNull();
  });

  test('a drift is reported with its line and what to do', () => {
    const text = printApi(schema);
    const message = drift('schema/schema.graphql', text.replace('type Zone', 'type Area'), text);
    expect(message).toContain('npm run schema');
    expect(message).toMatch(/^ {2}type Area implements Node \{$/m);
    expect(message).toMatch(/^ {2}type Zone implements Node \{$/m);
    expect(drift('schema/schema.graphql', '', text)).toContain('Line 1 is');
    expect(drift('schema/schema.graphql', `${text}\n`, text)).toContain('npm run schema');
    expect(drift('schema/schema.graphql', text, text)).toBeNull();
  });
});

const HAN = /\p{Script=Han}/u;
const hasHan = (thing: { description?: string | null | undefined }): boolean =>
  HAN.test(thing.description ?? '');

/** Types of every GraphQL API, not of the domain. */
const TECHNICAL = ['Node', 'PageInfo', 'UserError'];
const isTechnical = (type: GraphQLNamedType): boolean =>
  TECHNICAL.includes(type.name) ||
  isScalarType(type) ||
  isInputObjectType(type) ||
  /(Connection|Edge|Payload)$/.test(type.name);

/** Parts of another type, whose description has the term. */
const WITHOUT_TERM = ['Completion', 'Quantity', 'ServiceRecordVersion'];

const roots = [schema.getQueryType(), schema.getMutationType()];
const isRoot = (type: GraphQLNamedType): boolean => roots.some((root) => root === type);

test('the schema is valid', () => {
  expect(validateSchema(schema)).toEqual([]);
});

describe('the schema is documented', () => {
  test('every type has a description', () => {
    const silent = types.filter((type) => !isRoot(type) && !type.description);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('every type of the domain has its Chinese term, in its description or its values', () => {
    const silent = types
      .filter((type) => !isRoot(type) && !isTechnical(type) && !hasHan(type))
      .filter((type) => !(isEnumType(type) && type.getValues().every(hasHan)))
      .map(({ name }) => name);
    expect(silent.sort()).toEqual(WITHOUT_TERM);
  });

  test('every operation, and every field that takes arguments, has a description', () => {
    const silent = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => (isRoot(type) || field.args.length > 0) && !field.description)
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(silent).toEqual([]);
  });
});

/** Mutations without an idempotency key, and why a retry is harmless, or what to do instead. */
const WITHOUT_KEY: Record<string, string> = {
  acceptInvitation: 'works once; afterwards one signs in',
  acceptMonths: 'what is accepted is answered as it is',
  addOrganisation: 'names of organisations differ',
  cancelAssessment: 'works once',
  chooseMails: 'sets what is given',
  changeWebhook: 'sets what is given',
  changeMember: 'sets what is given',
  changePassword: 'works once: the old password no longer fits',
  closeAssessment: 'works once',
  closeEvaluation: 'works once',
  applyImport: 'the digest is its key: what it has written is answered as it is',
  matchImportNames: 'sets what is given',
  undoImport: 'what is undone is answered as it is',
  acknowledgeAmendment: 'an organisation answers an amendment once',
  confirmAdministratorReset: 'what was confirmed is answered as it is',
  confirmAmendment: 'what one has confirmed is answered as it is',
  declineAmendment: 'what one has declined is answered as it is',
  objectToAmendment: 'an organisation answers an amendment once',
  withdrawAmendment: 'what one has withdrawn is answered as it is',
  confirmAgreement: 'what one has confirmed is answered as it is',
  correctContractCycle: 'sets what is given',
  createApiKey: 'makes another key, since the secret of the first is never shown again; that one is revoked',
  declareTie: 'a tie is declared once',
  declineAgreement: 'what one has declined is answered as it is',
  enterPaperScore: 'sets the score',
  handInMonth: 'what is handed in is answered as it is',
  inviteFirstAdministrator: 'makes another invitation; only one of them can be accepted',
  inviteMember: 'e-mails of members differ; renewInvitation makes another token',
  issuePasswordReset: 'makes another link; the first that is used makes the others void',
  moveAssessment: 'sets the days',
  nameAdministrator: 'makes another invitation; the organisation removes what it does not need',
  openAssessment: 'one of each kind in an agreement',
  recallMonth: 'what is recalled is answered as it is',
  recordContract: 'adds what is given',
  recordStaffPay: 'sets what is given, month by month',
  redeliverWebhook: 'sends the same event again, by whose id its receiver knows it',
  registerWebhook:
    'makes another webhook, since the secret of the first is never shown again; that one is removed',
  requestAdministratorReset: 'asks again; the first link that is used makes the others void',
  stopAdministratorReset: 'what was stopped stays so',
  takeAdministratorReset: 'makes another link; the first that is used makes the others void',
  requestPasswordReset: 'sends another link; the first that is used makes the others void',
  removeWebhook: 'what was removed does not exist',
  refreshSession: 'has a grace for lost answers',
  registerContractCycle: 'the numbers of the cycles of two parties differ',
  removeMember: 'works once',
  renameOrganisation: 'the same name again is refused',
  renameStation: 'the same name again is refused',
  renewInvitation: 'makes another token',
  replaceAssessor: 'an assessor is not replaced by itself',
  resetPassword: 'works once; afterwards one signs in',
  revokeApiKey: 'a key that was revoked stays so',
  scoreAssessment: 'sets the score',
  sendBackMonth: 'what is sent back is answered as it is',
  setAssessmentScheme: 'the same scheme again changes nothing',
  setBudget: 'the same plan again changes nothing',
  setFiscalBudget: 'the same plan again changes nothing',
  setFundingSources: 'the same plan again changes nothing',
  setMonthsDueDay: 'sets what is given',
  setStaffingParameters: 'sets what is given',
  setTargets: 'sets what is given',
  signIn: 'opens another session',
  signOut: 'a session ends once',
  voidAgreement: 'what one has voided is answered as it is',
  withdrawAgreement: 'what one has withdrawn is answered as it is',
  unsealScores: 'works once',
  withdrawFinding: 'works once',
};

/** True when an argument or a part of it is a key. */
function takesKey(args: readonly { name: string; type: GraphQLInputType }[]): boolean {
  return args.some(({ name, type }) => {
    const named = getNamedType(type);
    const isKey = ['idempotencyKey', 'idempotencyKeys'].includes(name) && named === GraphQLString;
    return isKey || (isInputObjectType(named) && takesKey(Object.values(named.getFields())));
  });
}

test('every mutation takes an idempotency key, or has a reason why it needs none', () => {
  const mutations = Object.values(schema.getMutationType()!.getFields());
  const without = mutations.filter(({ args }) => !takesKey(args)).map(({ name }) => name);
  expect(without.sort()).toEqual(Object.keys(WITHOUT_KEY).sort());
});
