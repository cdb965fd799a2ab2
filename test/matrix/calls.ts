import { randomBytes } from 'node:crypto';
import { MemberRole } from '../../src/access';
import { TEST_PASSWORD } from '../kit/settings';
import type { Client } from '../kit/api';
import * as deeds from './support/deeds';
import * as made from './support/made';
import type { Person } from './support/people';
import type { Args } from './support/schema';
import type { Site } from './support/sites';
import type { Matrix } from './support/world';
import { mayPass } from './verdicts';

/** A call that nothing speaks against but, perhaps, who makes it: about the site, of things made for this one call. */
export type Call = (who: Person, site: Site, matrix: Matrix) => Args | Promise<Args>;

/** A name that nobody has had before. */
const fresh = (): string => randomBytes(8).toString('hex');
const byId =
  (kind: string, name = 'id'): Call =>
  (_, { ids }) => ({ [name]: ids[kind] });
const about =
  (input: (site: Site) => Args): Call =>
  (_, site) => ({ input: input(site) });
const aboutAgreement = (rest: (site: Site) => Args): Call =>
  about((site) => ({ agreementId: site.ids.Agreement, ...rest(site) }));

const quantities = [{ measure: deeds.WORK.measure, value: '1' }];
const place = ({ ids }: Site): Args => ({ zoneId: ids.Zone, pointId: ids.Point, projectId: ids.Project });

type RecordOf = typeof made.ownRecord;
const correction =
  (record: RecordOf): Call =>
  async (who, site) => {
    const id = await record(who, site);
    const expectedRevision = id === site.ids.ServiceRecord ? 2 : 1;
    return { input: { id, expectedRevision, reason: '更正', quantities, ...place(site) } };
  };
const voiding =
  (record: RecordOf): Call =>
  async (who, site) => ({ id: await record(who, site), reason: '作废' });
const reversal =
  (kind: deeds.EntryKind): Call =>
  async (who, site) => ({ input: { id: await made.entry(kind, who, site), reason: '冲销' } });

const CELL = { cell: { ...deeds.WORK, from: '2022-01-01', to: '2023-12-31' } };

/** Arguments of root fields other than node that lead on to further doors. */
export const THROUGH: Record<string, Args> = { 'Query.explain': CELL };

/** By door, for each that takes arguments which must be given. */
export const CALLS: Record<string, Call> = {
  'Query.node': byId('Agreement'),
  'Query.station': byId('Station'),
  'Query.agreement': byId('Agreement'),
  'Query.explain': () => CELL,
  'Query.stationRanking': (_, { year }) => ({
    input: { ...deeds.WORK, from: `${year}-01`, to: `${year}-12` },
  }),
  'Query.analytics': () => ({ input: { groupBy: ['STATION'], from: '2022-01', to: '2023-12' } }),

  'Mutation.registerAgreement': (who, site) => {
    const { ids } = site;
    const operatorId = who.column === 'operator' ? who.organisationId : ids.Operator!;
    const purchaserId = who.column === 'purchaser' ? who.organisationId : ids.Purchaser!;
    const parties = { stationId: ids.Station, operatorId, purchaserId };
    return { input: deeds.registration({ ...parties, year: made.freeYear(site) }) };
  },
  'Mutation.setTargets': aboutAgreement(({ ids }) => ({
    targets: [{ ...deeds.WORK, termId: ids.Term, zoneId: ids.Zone, projectId: ids.Project, value: '7' }],
  })),
  'Mutation.recordServices': aboutAgreement((site) => ({
    records: [{ indicator: deeds.WORK.indicator, occurredOn: '2022-06-01', quantities, ...place(site) }],
  })),
  'Mutation.correctServiceRecord': correction(made.ownRecord),
  'Mutation.correctServiceRecord (of another)': correction(made.othersRecord),
  'Mutation.voidServiceRecord': voiding(made.ownRecord),
  'Mutation.voidServiceRecord (of another)': voiding(made.othersRecord),

  'Agreement.staffing': () => ({ from: '2022-01', to: '2022-12' }),
  'Mutation.enrolStaff': aboutAgreement(({ ids }) => ({
    members: [{ name: '陈美玲', employedFrom: '2022-01-01', zoneIds: [ids.Zone] }],
  })),
  'Mutation.recordStaffPay': aboutAgreement(({ ids }) => ({
    entries: [{ memberId: ids.StaffMember, month: '2022-03', salaryPaid: true }],
  })),
  'Mutation.changeStaffMember': about(({ ids }) => ({ memberId: ids.StaffMember, position: '主任' })),
  'Mutation.voidStaffMember': async (who, site) => ({
    memberId: (await made.staff(who, site)).memberId,
    reason: '误录',
  }),
  'Mutation.addStaffSpell': async (who, site) => ({
    input: { memberId: (await made.staff(who, site)).memberId, employedFrom: '2022-12-01' },
  }),
  'Mutation.changeStaffSpell': async (who, site) => ({
    input: { spellId: (await made.staff(who, site)).spellId, employedTo: '2022-11-30' },
  }),
  'Mutation.removeStaffSpell': async (who, site) => ({ spellId: (await made.staff(who, site)).spellId }),
  'Mutation.setStaffCertificates': about(({ ids }) => ({ memberId: ids.StaffMember, certificates: [] })),
  'Mutation.setStaffZones': about(({ ids }) => ({ memberId: ids.StaffMember, zoneIds: [ids.Zone] })),
  'Mutation.setStaffingParameters': aboutAgreement(() => ({ practiceYears: 2 })),

  'FundingReport.recallIf': () => ({ share: '0.8', by: '2022-08-31' }),
  'FiscalYearReport.recallIf': () => ({ share: '0.8', by: '2022-08-31' }),
  'Mutation.setBudget': aboutAgreement(() => ({ lines: [{ category: deeds.CATEGORY, amount: '1000' }] })),
  'Mutation.setFundingSources': aboutAgreement(() => ({ sources: [{ level: 'CITY', amount: '1000' }] })),
  'Mutation.setFiscalBudget': aboutAgreement(() => ({ fiscalYear: 2022, amount: '2000' })),
  'Mutation.recordReceipt': about((site) => deeds.entryInput('Receipt', site)),
  'Mutation.recordExpenditure': about((site) => deeds.entryInput('Expenditure', site)),
  'Mutation.recordPayment': about((site) => deeds.entryInput('Payment', site)),
  'Mutation.reverseReceipt': reversal('Receipt'),
  'Mutation.reverseExpenditure': reversal('Expenditure'),
  'Mutation.reversePayment': reversal('Payment'),

  'Mutation.openAssessment': async (who, site, { organisations }) => {
    const mayOpen = mayPass('Mutation.openAssessment', who);
    const standing = { agreementId: site.ids.Agreement!, year: site.year };
    const { year, agreementId } = mayOpen ? await made.agreement(site) : standing;
    const days = { from: `${year}-01-01`, to: `${year}-06-30` };
    return { input: { agreementId, ...days, kind: 'MIDTERM', assessorId: organisations.assessor.id } };
  },
  'Mutation.scoreAssessment': about(({ ids }) => ({ assessmentId: ids.Assessment, score: '9' })),
  'Mutation.closeAssessment': async (who, site, matrix) => {
    const mayClose = mayPass('Mutation.closeAssessment', who);
    return { assessmentId: mayClose ? await made.assessment(site, matrix) : site.ids.Assessment };
  },
  'Mutation.addFinding': about(({ ids }) => ({
    assessmentId: ids.Assessment,
    kind: 'CONCERN',
    text: '档案不全',
  })),
  'Mutation.respondToFinding': async (...of) => ({
    ...(await byId('AssessmentFinding', 'findingId')(...of)),
    response: '已整改',
  }),
  'Mutation.reviewResponse': async (who, site) => ({
    input: { findingId: await made.answeredConcern(who, site), accepted: true },
  }),
  'Mutation.declareTie': async (who, _, matrix) => ({
    organisationId: await made.organisation(matrix, who.column === 'assessor' ? 'OPERATOR' : 'ASSESSOR'),
    reason: '同一法人',
  }),

  'Mutation.createEvaluation': aboutAgreement(() => ({
    name: `自评 ${fresh()}`,
    groups: [{ name: '产出', weight: '100' }],
  })),
  'Mutation.scoreEvaluationItems': async (who, site) => {
    const { id, itemId } = await made.evaluation(who, site);
    return { input: { evaluationId: id, scores: [{ itemId, score: '90' }] } };
  },
  'Mutation.closeEvaluation': async (who, site) => ({ evaluationId: (await made.evaluation(who, site)).id }),
  'Mutation.voidEvaluation': async (who, site) => ({
    evaluationId: (await made.evaluation(who, site)).id,
    reason: '误录',
  }),
  'Mutation.recordSatisfaction': aboutAgreement(deeds.survey),
  'Mutation.correctSatisfaction': async (who, site) => ({
    input: { id: await made.survey(who, site), reason: '更正', ...deeds.survey(site) },
  }),
  'Mutation.voidSatisfaction': async (who, site) => ({ id: await made.survey(who, site), reason: '误录' }),

  'Mutation.inviteMember': about(() => ({
    email: `${fresh()}@matrix.example`,
    displayName: '新人',
    role: 'VIEWER',
  })),
  'Mutation.renewInvitation': async (who, _, matrix) => ({
    memberId: await made.member(who, matrix, { joined: false }),
  }),
  'Mutation.changeMember': async (who, _, matrix) => ({
    input: { memberId: await made.member(who, matrix), displayName: '新名' },
  }),
  'Mutation.removeMember': async (who, _, matrix) => ({ memberId: await made.member(who, matrix) }),
  'Mutation.createApiKey': about(() => ({ name: '夜间同步' })),
  'Mutation.revokeApiKey': async (who, _, matrix) => ({ id: await made.key(who, matrix) }),
  'Mutation.addOrganisation': about(() => {
    const administrator = { administratorEmail: `${fresh()}@matrix.example`, administratorName: '管理员' };
    return { kind: 'OPERATOR', name: `新机构 ${fresh()}`, ...administrator };
  }),
  'Mutation.inviteFirstAdministrator': async (_who, _site, matrix) => {
    const organisationId = await made.organisation(matrix, 'ASSESSOR');
    return { organisationId, email: `${fresh()}@matrix.example`, displayName: '管理员' };
  },

  'Mutation.signIn': about(() => ({ email: 'admin@datong.example', password: TEST_PASSWORD })),
  'Mutation.refreshSession': () => ({ refreshToken: 'no token of ours' }),
  'Mutation.acceptInvitation': about(() => ({ token: 'no token of ours', password: 'maple teapot window' })),
  'Mutation.changePassword': about(() => ({
    oldPassword: 'not the password',
    newPassword: 'maple teapot window',
  })),
};

/** Calls that end by a user error before they change anything, whoever makes them or by one kind of organisation. */
export const USER_ERRORS: Record<string, string> = {
  'Mutation.refreshSession': 'INVALID_REFRESH_TOKEN',
  'Mutation.acceptInvitation': 'INVITATION_INVALID',
  'Mutation.changePassword': 'WRONG_PASSWORD',
  'Mutation.closeAssessment': 'SCORES_MISSING',
  'Mutation.closeEvaluation': 'SCORES_MISSING',
  // The SUPERVISOR score is the district bureau's.
  'Mutation.scoreAssessment by city': 'NOT_A_PARTY',
  'Mutation.addFinding by city': 'NOT_A_PARTY',
  'Mutation.reviewResponse by city': 'NOT_YOUR_FINDING',
};

/** Who has to call, where the call would end the session at hand. */
export async function callerOf(door: string, who: Person, { enrol, organisations }: Matrix): Promise<Client> {
  if (door !== 'Mutation.signOut' || who.column === 'outside') return who.client;
  const { kind } = organisations[who.column];
  const organisation = { id: who.organisationId, kind, district: who.district };
  return enrol.session(organisation, who.memberId, who.role ?? MemberRole.VIEWER);
}
