import { isInputObjectType } from 'graphql';
import { describeApi } from '../../src/api';
import { registration } from './support/deeds';
import { massFindings } from './support/mass-findings';
import { doorsOf } from './support/schema';
import { type Matrix, startMatrix } from './support/world';

/** No input sets what a row is ruled by: whose it is, where, and what its author may do. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(async () => {
  await matrix.close();
});

const schema = describeApi();
const mutations = doorsOf(schema).filter(({ isMutation, field }) => isMutation && field.args.length > 0);

test.each(mutations.map((door) => [door.name, door] as const))(
  '%s refuses a property more, wherever it stands, and does nothing',
  async (_, door) => {
    expect(await massFindings(matrix, door)).toEqual([]);
  },
);

/**
 * Fields of inputs that name whose something is or who may what, and why they may. One that is not here fails the test:
 * think first whether whoever sends it could reach into another scope by it.
 */
const MAY_SAY: Record<string, string> = {
  'RegisterAgreementInput.operatorId':
    'parties are named; one of them is the caller, or the bureau of the district',
  'RegisterAgreementInput.purchaserId': 'likewise',
  'RegisterAgreementInput.stationId': 'looked up within the scope',
  'NewStationInput.districtCode': 'that of the purchaser, and of the bureau that registers',
  'AddOrganisationInput.kind': 'the platform makes organisations',
  'AddOrganisationInput.districtCode': 'likewise',
  'InviteMemberInput.role': 'an administrator invites into its own organisation',
  'InviteMemberInput.stationIds': 'likewise, within its scope',
  'ChangeMemberInput.memberId': 'a member of the own organisation',
  'ChangeMemberInput.role': 'likewise',
  'ChangeMemberInput.stationIds': 'likewise',
  'CreateApiKeyInput.stationIds': 'within the scope of the own organisation',
  'OpenAssessmentInput.assessorId': 'the bureau chooses an assessor without ties',
  'OpenAssessmentInput.kind': 'midterm or final',
  'AddFindingInput.kind': 'strength or concern',
  'ProjectInput.kind': 'of 113X',
  'StaffMemberInput.kind': 'social worker, administration …',
  'ChangeStaffMemberInput.kind': 'likewise',
  'ChangeStaffMemberInput.memberId': 'staff, looked up within the scope',
  'AddStaffSpellInput.memberId': 'likewise',
  'SetStaffCertificatesInput.memberId': 'likewise',
  'SetStaffZonesInput.memberId': 'likewise',
  'StaffPayInput.memberId': 'staff of the agreement at hand',
  'StationFilter.operatorId': 'narrows what is in scope',
  'StationFilter.purchaserId': 'likewise',
  'StationFilter.districtCode': 'likewise',
  'AuditFilter.memberId': 'narrows the own log',
  'CellInput.operatorId': 'narrows what is in scope',
  'CellInput.stationId': 'likewise',
  'CellInput.districtCode': 'likewise',
  'AnalyticsInput.operatorIds': 'likewise',
  'AnalyticsInput.stationIds': 'likewise',
  'AnalyticsInput.districtCodes': 'likewise',
  'StationRankingInput.districtCodes': 'likewise',
};

const RULES =
  /organi[sz]ation|operator|purchaser|assessor|station|district|tenant|owner|member(Id|s?$)|role|^kind$|party|limited|version$|administer|(recorded|set|opened|closed|registered)(By|At)/i;

test('no input names whose a thing is or who may what, but where it is meant', () => {
  const fields = Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  const saying = fields.filter((name) => RULES.test(name.split('.')[1]!));
  expect(saying.filter((name) => !(name in MAY_SAY) && !HARMLESS.includes(name))).toEqual([]);
  expect([...Object.keys(MAY_SAY), ...HARMLESS].filter((name) => !saying.includes(name))).toEqual([]);
});

/** They only sound like it. */
const HARMLESS = [
  'RegisterAgreementInput.newStation',
  'EnrolStaffInput.members',
  'SetBudgetInput.expectedVersion',
];

test.each([
  ['operator', 'operatorId', 'NOT_YOUR_ORGANISATION'],
  ['purchaser', 'purchaserId', 'NOT_YOUR_ORGANISATION'],
  ['bureau', 'districtCode', 'DISTRICT_NOT_YOURS'],
] as const)(
  'whoever registers an agreement as %s cannot say the %s of another',
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
      { input: registration({ ...parties, ...changes, newStation, year: 2099 }) },
    );
    expect(registerAgreement).toEqual({ agreement: null, userErrors: [{ code }] });
  },
);
