import { isInputObjectType } from 'graphql';
import { describeApi } from '../../src/api';
import { entryPointsOf, positionsOf } from './support/schema';

/** What inputs may name, read from the schema. */
const schema = describeApi();

/**
 * Fields of inputs that name whose something is or who may what, and why they may. One that is not here fails the test:
 * think first whether its sender could reach into another scope by it.
 */
const MAY_SAY: Record<string, string> = {
  'RegisterAgreementInput.operatorId':
    'parties are named; one of them is the caller, or the bureau of the district',
  'RegisterAgreementInput.purchaserId': 'likewise',
  'RegisterAgreementInput.stationId': 'looked up within the scope',
  'RegisterContractCycleInput.operatorId':
    'a cycle binds nobody; it is registered by its purchaser or a bureau',
  'RegisterContractCycleInput.purchaserId': 'likewise',
  'RenewAgreementInput.operatorId': 'as of a registration',
  'RenewAgreementInput.purchaserId': 'likewise',
  'NewStationInput.districtCode': 'that of the purchaser, and of the bureau that registers',
  'AddOrganisationInput.kind': 'the platform makes organisations',
  'AddOrganisationInput.districtCode': 'likewise',
  'RenameOrganisationInput.organisationId': 'the platform renames organisations',
  'NameAdministratorInput.organisationId': 'the platform names administrators, in sight of the organisation',
  'RenameStationInput.stationId': 'looked up within the scope of the bureau',
  'InviteMemberInput.role': 'an administrator invites into its own organisation',
  'InviteMemberInput.stationIds': 'likewise, within its scope',
  'InviteMemberInput.recordsMoney': 'an administrator lets managers of its own organisation',
  'ChangeMemberInput.memberId': 'a member of the own organisation',
  'ChangeMemberInput.role': 'likewise',
  'ChangeMemberInput.stationIds': 'likewise',
  'ChangeMemberInput.recordsMoney': 'likewise',
  'CreateApiKeyInput.stationIds': 'within the scope of the own organisation',
  'OpenAssessmentInput.assessorId': 'the bureau chooses an assessor without ties',
  'OpenAssessmentInput.kind': 'midterm or final',
  'ReplaceAssessorInput.assessorId': 'the bureau chooses another assessor without ties',
  'EnterPaperScoreInput.party': 'the bureau enters what is on paper, of a party that is missing',
  'SchemePartyInput.party': 'the bureau lists who scores in its district',
  'AddFindingInput.kind': 'strength or concern',
  'AmendPartInput.kind': 'of a project (113X)',
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
  'AssessmentFilter.districtCode': 'likewise',
  'FindingFilter.districtCode': 'likewise',
  'ReportMonthFilter.stationId': 'likewise',
  'ReportMonthFilter.districtCode': 'likewise',
  'AssessmentFilter.kind': 'midterm or final',
  'FindingFilter.kind': 'strength or concern',
  'PublishedFigureInput.kind': 'target, completed or percent',
  'PublishReportInput.kind': 'quarter, half-year, year, other',
  'ImportNameInput.kind': 'zone, point, project, indicator',
};

const RULES =
  /organi[sz]ation|operator|purchaser|assessor|station|district|tenant|owner|member(Id|s?$)|role|^kind$|party|limited|recordsMoney|version$|administer|(recorded|set|opened|closed|registered)(By|At)/i;

test('no input names whose a thing is or who may what, but where it is meant', () => {
  const fields = Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  const saying = fields.filter((name) => RULES.test(name.split('.')[1]!));
  expect(saying.filter((name) => !(name in MAY_SAY) && !HARMLESS.includes(name))).toEqual([]);
  expect([...Object.keys(MAY_SAY), ...HARMLESS].filter((name) => !saying.includes(name))).toEqual([]);
});

/** They only valid like it. */
const HARMLESS = [
  'RegisterAgreementInput.newStation',
  'EnrolStaffInput.members',
  'SetBudgetInput.expectedVersion',
  'SetAssessmentSchemeInput.expectedVersion',
];

test('what names a thing by its id goes in as an ID, so that it has a verdict', () => {
  const texts = entryPointsOf(schema)
    .flatMap(positionsOf)
    .filter(({ type, path }) => type.name !== 'ID' && /(^id|Ids?)$/.test(path.at(-1)!.name));
  expect(texts.map(({ name }) => name)).toEqual([]);
});
