import { MemberRole } from '../../src/access';
import { NODES } from './node-verdicts';

/**
 * Who may pass which entry point, written independently of src/access/actions.ts: per kind of
 * organisation the least role that may.
 *
 *   A  administrators      M  managers too      W  workers too      V  viewers and API keys too
 *   P  every person, whatever the role, but no API key               -  nobody of this kind
 *   L  administrators, and managers whom they let record money
 *
 * city: the bureau of the city, a supervisor without a district. anonymous: not signed in.
 * On which rows they may do it is the scope (oracle.ts): what is outside of it does not exist for them.
 *
 * An entry point is a root field, a field with arguments, or a field that declares `@Asserts`. A new one needs
 * 1. its row here; a further row `Mutation.x (of another)` where it depends on the row;
 * 2. in calls.ts, a valid call, if it has required arguments;
 * 3. in positions.ts, a row for every ID that it takes, however deep;
 * 4. in oracle.ts, every new type that has an id: where it is stored, and whose it is; in support/sites.ts, one of it at
 *    every site;
 * 5. in lists.ts, for a connection, what it must hold, and a value for each of its filters.
 * Each test names the row that it misses.
 */
const TABLE = `
entry-point                                            operator purchaser bureau city mentoring assessor platform anonymous

Query.viewer                                    V        V         V      V    V         V        V        -
Viewer.tasks                                    V        V         V      V    V         V        V        -
Viewer.taskCounts                               V        V         V      V    V         V        V        -
Query.node                                      V        V         V      V    V         V        V        -
Query.districts                                 V        V         V      V    V         V        V        -
Query.organisations                             V        V         V      V    V         V        V        -
Query.indicators                                V        V         V      V    V         V        V        -

Query.stations                                  V        V         V      V    V         V        -        -
Query.station                                   V        V         V      V    V         V        -        -
Station.formerNames                             V        V         V      V    V         V        -        -
Organisation.formerNames                        V        V         V      V    V         V        V        -
Mutation.renameStation                          -        -         A      A    -         -        -        -
Organisation.stations                           V        V         V      V    V         V        -        -
Query.agreement                                 V        V         V      V    V         V        -        -
Agreement.names                                 V        V         V      V    V         V        -        -
Station.agreements                              V        V         V      V    V         V        -        -
Station.agreementOn                             V        V         V      V    V         V        -        -
Mutation.registerAgreement                      A        A         A      A    -         -        -        -
Mutation.renewAgreement                         A        A         A      A    -         -        -        -
Mutation.reviseProposal                         A        A         A      A    -         -        -        -
Mutation.withdrawAgreement                      A        A         A      A    -         -        -        -
Mutation.confirmAgreement                       A        A         A      A    -         -        -        -
Mutation.declineAgreement                       A        A         A      A    -         -        -        -
Mutation.recordContract                         A        A         A      A    -         -        -        -
Mutation.voidAgreement                          -        -         A      A    -         -        -        -
Query.agreements                                V        V         V      V    V         V        -        -
Mutation.proposeAmendment                       A        A         A      A    -         -        -        -
Mutation.confirmAmendment                       A        A         A      A    -         -        -        -
Mutation.declineAmendment                       A        A         A      A    -         -        -        -
Mutation.withdrawAmendment                      A        A         -      -    -         -        -        -
Mutation.acknowledgeAmendment                   A        A         -      -    -         -        -        -
Mutation.objectToAmendment                      A        A         -      -    -         -        -        -

Query.reportMonths                              V        V         V      V    V         V        -        -
Query.reportBoard                               V        V         V      V    V         V        -        -
Mutation.handInMonth                            M        -         -      -    -         -        -        -
Mutation.recallMonth                            M        -         -      -    -         -        -        -
Mutation.acceptMonths                           -        A         A      A    -         -        -        -
Mutation.sendBackMonth                          -        A         A      A    -         -        -        -
Mutation.setMonthsDueDay                        -        A         A      A    -         -        -        -

Agreement.publishedReports                      V        V         V      V    V         V        -        -
PublishedReport.comparedWith                    V        V         V      V    V         V        -        -
Mutation.publishReport                          M        A         A      A    -         -        -        -
Query.reportAudit                               V        V         V      V    V         V        -        -
Agreement.reportAudits                          V        V         V      V    V         V        -        -
ReportAudit.figures                             V        V         V      V    V         V        -        -
ReportAudit.comparedWith                        V        V         V      V    V         V        -        -
Mutation.auditReport                            W        W         W      W    W         W        -        -

Query.contractCycles                            V        V         V      V    -         -        -        -
Mutation.registerContractCycle                  -        A         A      A    -         -        -        -
Mutation.correctContractCycle                   -        A         A      A    -         -        -        -

Agreement.completion                            V        V         V      V    V         V        -        -
Agreement.targets                               V        V         V      V    V         V        -        -
Agreement.monthlyCompletion                     V        V         V      V    V         V        -        -
Mutation.setTargets                             A        A         A      A    -         -        -        -
Agreement.serviceRecords                        V        V         V      V    -         -        -        -
Mutation.recordServices                         W        -         -      -    -         -        -        -
Mutation.correctServiceRecord                   W        -         -      -    -         -        -        -
Mutation.correctServiceRecord (of another)      M        -         -      -    -         -        -        -
Mutation.voidServiceRecord                      W        -         -      -    -         -        -        -
Mutation.voidServiceRecord (of another)         M        -         -      -    -         -        -        -
Mutation.correctServiceRecords                  W        -         -      -    -         -        -        -
Mutation.correctServiceRecords (of another)     M        -         -      -    -         -        -        -
Mutation.voidServiceRecords                     W        -         -      -    -         -        -        -
Mutation.voidServiceRecords (of another)        M        -         -      -    -         -        -        -
Query.serviceRecords                            V        V         V      V    -         -        -        -
ServiceRecord.remarks                           V        V         V      V    -         -        -        -
ReportMonth.remarks                             V        V         V      V    -         -        -        -
Mutation.addRemark                              W        W         W      W    -         -        -        -

Query.sheetImport                               P        -         -      -    -         -        -        -
Agreement.sheetImports                          P        -         -      -    -         -        -        -
SheetImport.faults                              P        -         -      -    -         -        -        -
SheetImport.rows                                P        -         -      -    -         -        -        -
SheetImport.figures                             P        -         -      -    -         -        -        -
SheetImport.changes                             P        -         -      -    -         -        -        -
Mutation.applyImport                            W        -         -      -    -         -        -        -
Mutation.undoImport                             W        -         -      -    -         -        -        -
Mutation.undoImport (of another)                M        -         -      -    -         -        -        -
Mutation.matchImportNames                       W        -         -      -    -         -        -        -

Query.explain                                   V        V         V      V    -         -        -        -
Explanation.records                             V        V         V      V    -         -        -        -
Query.analytics                                 V        V         V      V    V         V        -        -
Query.stationRanking                            V        V         V      V    V         V        -        -
Term.hasRecords                                 V        V         V      V    V         V        -        -
Term.completion                                 V        V         V      V    V         V        -        -

Query.operatorOverview                          V        -         -      -    -         -        -        -
Query.purchaserOverview                         -        V         -      -    -         -        -        -
Query.districtOverview                          -        -         V      V    -         -        -        -
DistrictOverview.stations                       -        -         V      V    -         -        -        -

Agreement.staffing                              V        V         V      V    V         V        -        -
Agreement.staffingParameters                    V        V         V      V    V         V        -        -
Agreement.staff                                 V        V         V      V    -         -        -        -
Mutation.setStaffingParameters                  A        A         A      A    -         -        -        -
Mutation.enrolStaff                             M        -         -      -    -         -        -        -
Mutation.recordStaffPay                         M        -         -      -    -         -        -        -
Mutation.changeStaffMember                      M        -         -      -    -         -        -        -
Mutation.voidStaffMember                        M        -         -      -    -         -        -        -
Mutation.addStaffSpell                          M        -         -      -    -         -        -        -
Mutation.changeStaffSpell                       M        -         -      -    -         -        -        -
Mutation.removeStaffSpell                       M        -         -      -    -         -        -        -
Mutation.setStaffCertificates                   M        -         -      -    -         -        -        -
Mutation.setStaffZones                          M        -         -      -    -         -        -        -

Agreement.monthSpending                         V        V         V      V    V         V        -        -
Agreement.funding                               V        V         V      V    V         V        -        -
FundingReport.recallIf                          V        V         V      V    V         V        -        -
FundingReport.budgetVersions                    V        V         V      V    V         V        -        -
FundingReport.receipts                          V        V         V      V    V         V        -        -
FundingReport.expenditures                      V        V         V      V    V         V        -        -
FundingReport.payments                          V        V         V      V    V         V        -        -
FiscalYearReport.recallIf                       V        V         V      V    V         V        -        -
Mutation.setBudget                              A        -         -      -    -         -        -        -
Mutation.setFundingSources                      A        A         -      -    -         -        -        -
Mutation.setFiscalBudget                        -        A         -      -    -         -        -        -
Mutation.recordReceipt                          L        A         -      -    -         -        -        -
Mutation.reverseReceipt                         L        A         -      -    -         -        -        -
Mutation.recordExpenditure                      L        -         -      -    -         -        -        -
Mutation.reverseExpenditure                     L        -         -      -    -         -        -        -
Mutation.recordPayment                          -        A         -      -    -         -        -        -
Mutation.reversePayment                         -        A         -      -    -         -        -        -

Query.assessments                               V        V         V      V    V         V        -        -
Query.findings                                  V        V         V      V    V         V        -        -
Mutation.openAssessment                         -        -         A      A    -         -        -        -
Mutation.closeAssessment                        -        -         A      A    -         -        -        -
Mutation.cancelAssessment                       -        -         A      A    -         -        -        -
Mutation.moveAssessment                         -        -         A      A    -         -        -        -
Mutation.replaceAssessor                        -        -         A      A    -         -        -        -
Mutation.unsealScores                           -        -         A      A    -         -        -        -
Mutation.enterPaperScore                        -        -         A      A    -         -        -        -
Mutation.requestAssessor                        A        -         -      -    -         -        -        -
Assessment.assessorRequests                     V        -         V      V    -         -        -        -
Query.assessmentScheme                          V        V         V      V    V         V        -        -
Mutation.setAssessmentScheme                    -        -         A      A    -         -        -        -
Mutation.scoreAssessment                        -        A         A      A    W         W        -        -
Mutation.addFinding                             -        A         A      A    W         W        -        -
Mutation.reviewResponse                         -        A         A      A    W         W        -        -
Mutation.withdrawFinding                        -        A         A      A    W         W        -        -
Mutation.respondToFinding                       M        -         -      -    -         -        -        -
Query.declaredTies                              V        -         V      V    -         V        -        -
Mutation.declareTie                             A        -         -      -    -         A        -        -

Agreement.evaluations                           V        V         V      V    -         -        -        -
Mutation.createEvaluation                       M        A         -      -    -         -        -        -
Mutation.scoreEvaluationItems                   M        A         -      -    -         -        -        -
Mutation.closeEvaluation                        M        A         -      -    -         -        -        -
Mutation.voidEvaluation                         M        A         -      -    -         -        -        -
Agreement.satisfaction                          V        V         V      V    -         -        -        -
Agreement.satisfactionSurveys                   V        V         V      V    -         -        -        -
Mutation.recordSatisfaction                     M        -         -      -    -         -        -        -
Mutation.correctSatisfaction                    M        -         -      -    -         -        -        -
Mutation.voidSatisfaction                       M        -         -      -    -         -        -        -

Query.members                                   A        A         A      A    A         A        A        -
Mutation.inviteMember                           A        A         A      A    A         A        A        -
Mutation.renewInvitation                        A        A         A      A    A         A        A        -
Mutation.changeMember                           A        A         A      A    A         A        A        -
Mutation.removeMember                           A        A         A      A    A         A        A        -
Mutation.issuePasswordReset                     A        A         A      A    A         A        A        -
Query.apiKeys                                   A        A         A      A    A         A        -        -
Mutation.createApiKey                           A        A         A      A    A         A        -        -
Mutation.revokeApiKey                           A        A         A      A    A         A        -        -
Query.webhooks                                  A        A         A      A    A         A        -        -
Query.webhook                                   A        A         A      A    A         A        -        -
Webhook.deliveries                              A        A         A      A    A         A        -        -
Mutation.registerWebhook                        A        A         A      A    A         A        -        -
Mutation.changeWebhook                          A        A         A      A    A         A        -        -
Mutation.removeWebhook                          A        A         A      A    A         A        -        -
Mutation.redeliverWebhook                       A        A         A      A    A         A        -        -
Query.auditLog                                  A        A         A      A    A         A        A        -
Mutation.addOrganisation                        -        -         -      -    -         -        A        -
Mutation.inviteFirstAdministrator               -        -         -      -    -         -        A        -
Mutation.renameOrganisation                     -        -         -      -    -         -        A        -
Mutation.nameAdministrator                      -        -         -      -    -         -        A        -

Query.administratorResets                       V        V         V      V    V         V        V        -
Mutation.requestAdministratorReset              -        -         -      -    -         -        A        -
Mutation.confirmAdministratorReset              -        -         -      -    -         -        A        -
Mutation.takeAdministratorReset                 -        -         -      -    -         -        A        -
Mutation.stopAdministratorReset                 A        A         A      A    A         A        -        -
Mutation.signIn                                 V        V         V      V    V         V        V        V
Mutation.refreshSession                         V        V         V      V    V         V        V        V
Mutation.acceptInvitation                       V        V         V      V    V         V        V        V
Mutation.resetPassword                          V        V         V      V    V         V        V        V
Mutation.requestPasswordReset                   V        V         V      V    V         V        V        V
Viewer.mails                                    V        V         V      V    V         V        V        -
Mutation.chooseMails                            P        P         P      P    P         P        -        -
Mutation.signOut                                P        P         P      P    P         P        P        -
Mutation.changePassword                         P        P         P      P    P         P        P        -
`;

/** The kinds of organisation, as the tables tell them apart; `anonymous` has none. */
export const COLUMNS = [
  ...(['operator', 'purchaser', 'bureau', 'city'] as const),
  ...(['mentoring', 'assessor', 'platform', 'anonymous'] as const),
];
export type Column = (typeof COLUMNS)[number];

/** Who asks, as far as the tables care. */
export interface Principal {
  column: Column;
  role: MemberRole | null;
  isKey: boolean;
  recordsMoney?: boolean;
}

const ROLES: Record<string, readonly MemberRole[]> = {
  A: [MemberRole.ADMIN],
  M: [MemberRole.ADMIN, MemberRole.MANAGER],
  W: [MemberRole.ADMIN, MemberRole.MANAGER, MemberRole.WORKER],
  V: Object.values(MemberRole),
  P: Object.values(MemberRole),
  L: [MemberRole.ADMIN],
  '-': [],
};

/** Reads a table as it is written above: rows by name, one letter a column. */
function read(table: string): Map<string, Record<Column, string>> {
  const [head, ...lines] = table.split('\n').filter((line) => line.trim() !== '');
  const columns = head!.trim().split(/\s+/).slice(1) as Column[];
  return new Map(
    lines.map((line) => {
      const [, name, rest] = /^(\S+(?: \([^)]*\))?)\s+(.*)$/.exec(line) ?? [];
      const letters = rest?.trim().split(/\s+/) ?? [];
      if (name === undefined || letters.length !== columns.length || letters.some((it) => !(it in ROLES))) {
        throw new Error(`test/matrix/verdicts.ts: "${line}" is no row of the table`);
      }
      return [
        name,
        Object.fromEntries(columns.map((column, at) => [column, letters[at]])) as Record<Column, string>,
      ];
    }),
  );
}

const entryPoints = read(TABLE);
const nodes = read(NODES);

export const ENTRY_POINTS: readonly string[] = [...entryPoints.keys()];
export const NODE_TYPES: readonly string[] = [...nodes.keys()];

export function mayPass(entryPoint: string, who: Principal): boolean {
  return may(
    entryPoints.get(entryPoint),
    who,
    `${entryPoint} has no verdict: add its row to test/matrix/verdicts.ts`,
  );
}

export function mayRead(type: string, who: Principal): boolean {
  return may(nodes.get(type), who, `${type} has no verdict: add its row to test/matrix/node-verdicts.ts`);
}

function may(
  row: Record<Column, string> | undefined,
  { column, role, isKey, recordsMoney = false }: Principal,
  missing: string,
): boolean {
  if (!row) throw new Error(missing);
  const letter = row[column];
  if (column === 'anonymous') return letter !== '-';
  if (isKey && letter === 'P') return false;
  if (letter === 'L' && role === MemberRole.MANAGER) return recordsMoney;
  return role !== null && ROLES[letter]!.includes(role);
}
