import { randomBytes } from 'node:crypto';
import { dayOf } from '../../src/platform/calendar';
import { TEST_PASSWORD } from '../kit/settings';
import * as fixtures from './support/fixtures';
import * as fresh from './support/fresh-fixtures';
import type { Person } from './support/people';
import { IMPORT_CALLS } from './support/import-calls';
import { REPORTING_CALLS } from './support/reporting-calls';
import { MACHINE_CALLS } from './support/machine-calls';
import type { Args } from './support/schema';
import type { Site } from './support/sites';
import type { Matrix } from './support/world';
import { mayPass } from './verdicts';

/** The arguments of a call that is valid but, perhaps, for who makes it: about the site, with rows made for this one call. */
export type Call = (who: Person, site: Site, matrix: Matrix) => Args | Promise<Args>;

/** A name that no other call uses. */
const uniqueName = (): string => randomBytes(8).toString('hex');
const newAddress = (): string => `${uniqueName()}@matrix.example`;
/** A new name from today on, which may be corrected on the same day. */
const newName = ({ api }: Matrix): Args => ({
  name: `新名 ${uniqueName()}`,
  from: dayOf(api.clock.now()),
  reason: '街道合并',
});
const byId =
  (kind: string, name = 'id'): Call =>
  (_, { ids }) => ({ [name]: ids[kind] });
const about =
  (input: (site: Site) => Args): Call =>
  (_, site) => ({ input: input(site) });
const aboutAgreement = (rest: (site: Site) => Args): Call =>
  about((site) => ({ agreementId: site.ids.Agreement, ...rest(site) }));

const reason = '登记有误';
const quantities = [{ measure: fixtures.WORK.measure, value: '1' }];
const place = ({ ids }: Site): Args => ({ zoneId: ids.Zone, pointId: ids.Point, projectId: ids.Project });

type RecordOf = typeof fresh.ownRecord;
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
/** The same, of a list with one entry. */
const ofMany =
  (call: Call, name: string, list: string): Call =>
  async (...of) => {
    const { [name]: one, ...rest } = await call(...of);
    return { ...rest, [list]: [one] };
  };
const reversal =
  (kind: fixtures.EntryKind): Call =>
  async (who, site) => ({ input: { id: await fresh.entry(kind, who, site), reason: '冲销' } });

/** An assessment that others leave alone, where it may be changed. */
const ofAssessment =
  (entryPoint: string, args: (id: string) => Args): Call =>
  async (who, site, matrix) =>
    args(await fresh.spareAssessment(entryPoint, who, site, matrix));

const CELL = { cell: { ...fixtures.WORK, from: '2022-01-01', to: '2023-12-31' } };

/** Arguments of root fields other than node below which there are further entry points. */
export const THROUGH: Record<string, Args> = { 'Query.explain': CELL };

/** By entry point, for each that has required arguments. */
export const CALLS: Record<string, Call> = {
  ...REPORTING_CALLS,
  ...IMPORT_CALLS,
  ...MACHINE_CALLS,
  'Query.node': byId('Agreement'),
  'Query.station': byId('Station'),
  'Query.agreement': byId('Agreement'),
  'Query.explain': () => CELL,
  'Query.stationRanking': (_, { year }) => ({
    input: { ...fixtures.WORK, from: `${year}-01`, to: `${year}-12` },
  }),
  'Query.analytics': () => ({ input: { groupBy: ['STATION'], from: '2022-01', to: '2023-12' } }),
  'Mutation.registerAgreement': (who, site) => {
    const { ids } = site;
    const operatorId = who.column === 'operator' ? who.organisationId : ids.Operator!;
    const purchaserId = who.column === 'purchaser' ? who.organisationId : ids.Purchaser!;
    const parties = { stationId: ids.Station, operatorId, purchaserId };
    // Of a bureau it is confirmed at once, and takes the days of the station.
    const takesDays = ['bureau', 'city'].includes(who.column) && mayPass('Mutation.registerAgreement', who);
    return {
      input: fixtures.registration({ ...parties, year: takesDays ? fresh.freeYear(site) : site.year }),
    };
  },
  'Mutation.renewAgreement': async (...of) => ({ input: await fresh.renewal(...of) }),
  'Mutation.correctContractCycle': about(({ ids }) => ({ id: ids.ContractCycle, amount: '3100000' })),
  'Mutation.registerContractCycle': (who, site) => ({ input: fresh.cycleFor(who, site) }),
  'Mutation.reviseProposal': async (who, site, matrix) => {
    const { Agreement: id, ...ids } = await fresh.ownProposal(who, site, matrix);
    const parties = { stationId: ids.Station, operatorId: ids.Operator!, purchaserId: ids.Purchaser! };
    return { id, input: fixtures.registration({ ...parties, year: site.year }) };
  },
  'Mutation.withdrawAgreement': async (...of) => ({ id: (await fresh.ownProposal(...of)).Agreement, reason }),
  'Mutation.confirmAgreement': async (...of) => ({ id: await fresh.othersProposal(...of) }),
  'Mutation.declineAgreement': async (...of) => ({ id: await fresh.othersProposal(...of), reason }),
  'Mutation.voidAgreement': async (who, site) => {
    const mayVoid = mayPass('Mutation.voidAgreement', who);
    return { id: mayVoid ? (await fresh.agreement(site)).agreementId : site.ids.Agreement, reason };
  },
  'Mutation.proposeAmendment': (_, site) => {
    const { Term: termId, Zone: zoneId, Project: projectId, Point: pointId } = site.ids;
    const parts = {
      terms: [{ id: termId }],
      zones: [{ id: zoneId }],
      points: [{ id: pointId, zoneId }],
      projects: [{ id: projectId }],
    };
    const targets = [{ ...fixtures.WORK, termId, zoneId, projectId, value: '7' }];
    return { input: { ...fixtures.amendmentOf(site), ...parts, targets } };
  },
  'Mutation.confirmAmendment': async (who, site) => ({ id: await fresh.othersAmendment(who, site) }),
  'Mutation.declineAmendment': async (who, site) => ({ id: await fresh.othersAmendment(who, site), reason }),
  'Mutation.withdrawAmendment': async (who, site) => ({ id: await fresh.ownAmendment(who, site), reason }),
  'Mutation.acknowledgeAmendment': async (who, site) => ({ id: await fresh.bureausAmendment(who, site) }),
  'Mutation.objectToAmendment': async (who, site) => ({
    id: await fresh.bureausAmendment(who, site),
    reason,
  }),
  'Mutation.recordContract': aboutAgreement(() => ({ contractNumber: '合同 1', signedOn: '2021-12-01' })),
  'Mutation.setTargets': async (...of) => {
    const ids = await fresh.ownProposal(...of);
    const { Term: termId, Zone: zoneId, Project: projectId } = ids;
    const targets = [{ ...fixtures.WORK, termId, zoneId, projectId, value: '7' }];
    return { input: { agreementId: ids.Agreement, targets } };
  },
  'Mutation.renameStation': (_, { ids }, matrix) => ({
    input: { stationId: ids.Station, ...newName(matrix) },
  }),
  'Mutation.recordServices': aboutAgreement((site) => ({
    records: [{ indicator: fixtures.WORK.indicator, occurredOn: '2022-06-01', quantities, ...place(site) }],
  })),
  'Mutation.correctServiceRecord': correction(fresh.ownRecord),
  'Mutation.correctServiceRecord (of another)': correction(fresh.othersRecord),
  'Mutation.correctServiceRecords': ofMany(correction(fresh.ownRecord), 'input', 'inputs'),
  'Mutation.correctServiceRecords (of another)': ofMany(correction(fresh.othersRecord), 'input', 'inputs'),
  'Mutation.voidServiceRecords': ofMany(voiding(fresh.ownRecord), 'id', 'ids'),
  'Mutation.voidServiceRecords (of another)': ofMany(voiding(fresh.othersRecord), 'id', 'ids'),
  'Mutation.addRemark': about(({ ids }) => ({ subjectId: ids.ServiceRecord, text: '请附签到表' })),
  'Mutation.voidServiceRecord': voiding(fresh.ownRecord),
  'Mutation.voidServiceRecord (of another)': voiding(fresh.othersRecord),
  'Agreement.monthlyCompletion': (_, { ids }) => ({ termId: ids.Term }),
  'Agreement.staffing': (_, { year }) => ({ from: `${year}-01`, to: `${year}-12` }),
  'Mutation.enrolStaff': aboutAgreement(({ ids }) => ({
    members: [{ name: '陈美玲', employedFrom: '2022-01-01', zoneIds: [ids.Zone] }],
  })),
  'Mutation.recordStaffPay': aboutAgreement(({ ids }) => ({
    entries: [{ memberId: ids.StaffMember, month: '2022-03', salaryPaid: true }],
  })),
  'Mutation.changeStaffMember': about(({ ids }) => ({ memberId: ids.StaffMember, position: '主任' })),
  'Mutation.voidStaffMember': async (who, site) => ({
    memberId: (await fresh.staff(who, site)).memberId,
    reason: '误录',
  }),
  'Mutation.addStaffSpell': async (who, site) => ({
    input: { memberId: (await fresh.staff(who, site)).memberId, employedFrom: '2022-12-01' },
  }),
  'Mutation.changeStaffSpell': async (who, site) => ({
    input: { spellId: (await fresh.staff(who, site)).spellId, employedTo: '2022-11-30' },
  }),
  'Mutation.removeStaffSpell': async (who, site) => ({ spellId: (await fresh.staff(who, site)).spellId }),
  'Mutation.setStaffCertificates': about(({ ids }) => ({ memberId: ids.StaffMember, certificates: [] })),
  'Mutation.setStaffZones': about(({ ids }) => ({ memberId: ids.StaffMember, zoneIds: [ids.Zone] })),
  'Mutation.setStaffingParameters': async (...of) => ({
    input: { agreementId: (await fresh.ownProposal(...of)).Agreement, practiceYears: 2 },
  }),

  'FundingReport.recallIf': () => ({ share: '0.8', by: '2022-08-31' }),
  'FiscalYearReport.recallIf': () => ({ share: '0.8', by: '2022-08-31' }),
  'Mutation.setBudget': aboutAgreement(() => ({ lines: [{ category: fixtures.CATEGORY, amount: '1000' }] })),
  'Mutation.setFundingSources': aboutAgreement(() => ({ sources: [{ level: 'CITY', amount: '1000' }] })),
  'Mutation.setFiscalBudget': aboutAgreement(() => ({ fiscalYear: 2022, amount: '2000' })),
  'Mutation.recordReceipt': about((site) => fixtures.entryInput('Receipt', site)),
  'Mutation.recordExpenditure': about((site) => fixtures.entryInput('Expenditure', site)),
  'Mutation.recordPayment': about((site) => fixtures.entryInput('Payment', site)),
  'Mutation.reverseReceipt': reversal('Receipt'),
  'Mutation.reverseExpenditure': reversal('Expenditure'),
  'Mutation.reversePayment': reversal('Payment'),

  'Mutation.openAssessment': async (who, site, { organisations }) => {
    const mayOpen = mayPass('Mutation.openAssessment', who);
    const existing = { agreementId: site.ids.Agreement!, year: site.year };
    const { year, agreementId } = mayOpen ? await fresh.agreement(site) : existing;
    const days = { from: `${year}-01-01`, to: `${year}-06-30` };
    return { input: { agreementId, ...days, kind: 'MIDTERM', assessorId: organisations.assessor.id } };
  },
  'Mutation.scoreAssessment': about(({ ids }) => ({ assessmentId: ids.Assessment, score: '9' })),
  'Mutation.closeAssessment': async (who, site, matrix) => {
    const mayClose = mayPass('Mutation.closeAssessment', who);
    return { assessmentId: mayClose ? await fresh.assessment(site, matrix) : site.ids.Assessment };
  },
  'Mutation.cancelAssessment': ofAssessment('Mutation.cancelAssessment', (id) => ({ id, reason: '重复' })),
  'Mutation.moveAssessment': about(({ ids }) => ({ assessmentId: ids.Assessment })),
  'Mutation.replaceAssessor': async (who, site, matrix) => {
    const assessorId = await fresh.organisation(matrix, 'ASSESSOR');
    const call = ofAssessment('Mutation.replaceAssessor', (assessmentId) => ({
      input: { assessmentId, assessorId, reason: '回避' },
    }));
    return call(who, site, matrix);
  },
  'Mutation.unsealScores': ofAssessment('Mutation.unsealScores', (id) => ({ id, reason: '提前公开' })),
  'Mutation.enterPaperScore': ofAssessment('Mutation.enterPaperScore', (assessmentId) => ({
    input: { assessmentId, party: 'MENTORING_CENTRE', score: '9', reason: '纸质评分表' },
  })),
  'Mutation.requestAssessor': about(({ ids }) => ({ assessmentId: ids.Assessment, reason: '曾任职' })),
  'Query.assessmentScheme': (_, { year }) => ({ year }),
  'Mutation.setAssessmentScheme': about(() => ({
    year: 2099,
    parties: [{ party: 'OTHER', name: '村委会', maximum: '100', items: [{ name: '环境', maximum: '100' }] }],
    bands: { excellentFrom: '90', goodFrom: '80', qualifiedFrom: '60' },
  })),
  'Mutation.addFinding': about(({ ids }) => ({
    assessmentId: ids.Assessment,
    kind: 'CONCERN',
    text: '档案不全',
  })),
  'Mutation.withdrawFinding': async (who, site) => ({
    id: await fresh.answeredConcern(who, site),
    reason: '误提',
  }),
  'Mutation.respondToFinding': async (...of) => ({
    ...(await byId('AssessmentFinding', 'findingId')(...of)),
    response: '已整改',
  }),
  'Mutation.reviewResponse': async (who, site) => ({
    input: { findingId: await fresh.answeredConcern(who, site), accepted: true },
  }),
  'Mutation.declareTie': async (who, _, matrix) => ({
    organisationId: await fresh.organisation(matrix, who.column === 'assessor' ? 'OPERATOR' : 'ASSESSOR'),
    reason: '同一法人',
  }),

  'Mutation.createEvaluation': aboutAgreement(() => ({
    name: `自评 ${uniqueName()}`,
    groups: [{ name: '产出', weight: '100' }],
  })),
  'Mutation.scoreEvaluationItems': async (who, site) => {
    const { id, itemId } = await fresh.evaluation(who, site);
    return { input: { evaluationId: id, scores: [{ itemId, score: '90' }] } };
  },
  'Mutation.closeEvaluation': async (who, site) => ({ evaluationId: (await fresh.evaluation(who, site)).id }),
  'Mutation.voidEvaluation': async (who, site) => ({
    evaluationId: (await fresh.evaluation(who, site)).id,
    reason: '误录',
  }),
  'Mutation.recordSatisfaction': aboutAgreement(fixtures.survey),
  'Mutation.correctSatisfaction': async (who, site) => ({
    input: { id: await fresh.survey(who, site), reason: '更正', ...fixtures.survey(site) },
  }),
  'Mutation.voidSatisfaction': async (who, site) => ({ id: await fresh.survey(who, site), reason: '误录' }),

  'Mutation.inviteMember': about(() => ({ email: newAddress(), displayName: '新人', role: 'VIEWER' })),
  'Mutation.renewInvitation': async (who, _, matrix) => ({
    memberId: await fresh.member(who, matrix, { joined: false }),
  }),
  'Mutation.changeMember': async (who, _, matrix) => ({
    input: { memberId: await fresh.member(who, matrix), displayName: '新名' },
  }),
  'Mutation.removeMember': async (who, _, matrix) => ({ memberId: await fresh.member(who, matrix) }),
  'Mutation.issuePasswordReset': async (who, _, matrix) => ({ memberId: await fresh.member(who, matrix) }),
  'Mutation.addOrganisation': about(() => {
    const administrator = { administratorEmail: newAddress(), administratorName: '管理员' };
    return { kind: 'OPERATOR', name: `新机构 ${uniqueName()}`, ...administrator };
  }),
  'Mutation.inviteFirstAdministrator': async (_who, _site, matrix) => {
    const organisationId = await fresh.organisation(matrix, 'ASSESSOR');
    return { organisationId, email: newAddress(), displayName: '管理员' };
  },
  'Mutation.renameOrganisation': async (_who, _site, matrix) => ({
    input: { organisationId: await fresh.organisation(matrix, 'ASSESSOR'), ...newName(matrix) },
  }),
  'Mutation.nameAdministrator': about(({ ids }) => ({
    organisationId: ids.Operator,
    email: newAddress(),
    displayName: '管理员',
    reason: '原管理员离职',
  })),

  'Mutation.signIn': about(() => ({ email: 'admin@datong.example', password: TEST_PASSWORD })),
  'Mutation.refreshSession': () => ({ refreshToken: 'no token of ours' }),
  'Mutation.acceptInvitation': about(() => ({ token: 'no token of ours', password: 'maple teapot window' })),
  'Mutation.resetPassword': () => ({ token: 'no token of ours', password: 'maple teapot window' }),
  'Mutation.changePassword': about(() => ({
    oldPassword: 'not the password',
    newPassword: 'maple teapot window',
  })),
};
