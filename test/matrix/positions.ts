import { NODE_TYPES } from './verdicts';

/**
 * How an id that the caller may not see is answered, at every position of an ID. An entry point that takes an ID
 * without a row here fails the tests.
 *
 * entity  what the id names: a row of oracle.ts, or one|another; * for anything that has an id
 * exists  where it has to be, or else it does not exist:
 *           scope         among what the caller may see (oracle.ts)
 *           here          in the agreement that the call is about, whatever else the caller may see
 *           organisation  in the organisation of the caller
 *           directory     in the directory, which everyone who is signed in knows
 *           anywhere      any id may be asked for; what comes back is checked by itself (lists)
 * else    the answer that it, an unknown and a malformed id get alike: a code of a refusal or of a user error; EMPTY for
 *         a list that nothing matches
 */
const TABLE = `
position                                                entity          exists        else

Query.node(id)                                          *              scope         NOT_FOUND
Query.station(id)                                       Station        scope         NOT_FOUND
Query.agreement(id)                                     Agreement      scope         NOT_FOUND
Query.sheetImport(id)                                   SheetImport    scope         NOT_FOUND
Query.reportAudit(id)                                   ReportAudit    scope         NOT_FOUND
Query.stations(filter.operatorId)                       Operator       scope         EMPTY
Query.stations(filter.purchaserId)                      Purchaser      scope         EMPTY
Query.auditLog(filter.memberId)                         Member         organisation  EMPTY
Query.auditLog(filter.thingId)                          *              anywhere      -

Agreement.completion(termId)                            Term           here          NOT_FOUND
Agreement.targets(termId)                               Term           here          NOT_FOUND
Agreement.monthlyCompletion(termId)                     Term           here          NOT_FOUND
Agreement.monthlyCompletion(zoneId)                     Zone           here          NOT_FOUND
Agreement.serviceRecords(filter.zoneId)                 Zone           here          EMPTY
Agreement.serviceRecords(filter.pointId)                Point          here          EMPTY
Agreement.serviceRecords(filter.projectId)              Project        here          EMPTY
Query.serviceRecords(stationId)                         Station        scope         EMPTY
Query.serviceRecords(filter.zoneId)                     Zone           scope         EMPTY
Query.serviceRecords(filter.pointId)                    Point          scope         EMPTY
Query.serviceRecords(filter.projectId)                  Project        scope         EMPTY

Mutation.registerAgreement(input.stationId)             Station        scope         STATION_NOT_FOUND
Mutation.registerAgreement(input.operatorId)            Operator       directory     NOT_AN_OPERATOR
Mutation.registerAgreement(input.purchaserId)           Purchaser      directory     NOT_A_PURCHASER
Mutation.registerAgreement(input.cycleId)               ContractCycle  scope         CYCLE_NOT_FOUND
Mutation.correctContractCycle(input.id)                 ContractCycle  scope         NOT_FOUND
Mutation.registerContractCycle(input.operatorId)        Operator       directory     NOT_AN_OPERATOR
Mutation.registerContractCycle(input.purchaserId)       Purchaser      directory     NOT_A_PURCHASER
Mutation.renewAgreement(input.agreementId)              Agreement      scope         NOT_FOUND
Mutation.renewAgreement(input.operatorId)               Operator       directory     NOT_AN_OPERATOR
Mutation.renewAgreement(input.purchaserId)              Purchaser      directory     NOT_A_PURCHASER
Mutation.reviseProposal(id)                             Agreement      scope         NOT_FOUND
Mutation.reviseProposal(input.cycleId)                   ContractCycle  scope         CYCLE_NOT_FOUND
Mutation.reviseProposal(input.stationId)                Station        here          PARTIES_ARE_FIXED
Mutation.reviseProposal(input.operatorId)               Operator       here          PARTIES_ARE_FIXED
Mutation.reviseProposal(input.purchaserId)              Purchaser      here          PARTIES_ARE_FIXED
Mutation.withdrawAgreement(id)                          Agreement      scope         NOT_FOUND
Mutation.confirmAgreement(id)                           Agreement      scope         NOT_FOUND
Mutation.declineAgreement(id)                           Agreement      scope         NOT_FOUND
Mutation.voidAgreement(id)                              Agreement      scope         NOT_FOUND
Mutation.recordContract(input.agreementId)              Agreement      scope         NOT_FOUND

Mutation.renameStation(input.stationId)                 Station        scope         NOT_FOUND
Mutation.proposeAmendment(input.agreementId)            Agreement      scope         NOT_FOUND
Mutation.proposeAmendment(input.terms.id)               Term           here          TERM_NOT_FOUND
Mutation.proposeAmendment(input.zones.id)               Zone           here          ZONE_NOT_FOUND
Mutation.proposeAmendment(input.zones.zoneId)           Zone           never         ONLY_POINTS_HAVE_ZONES
Mutation.proposeAmendment(input.points.id)              Point          here          POINT_NOT_FOUND
Mutation.proposeAmendment(input.points.zoneId)          Zone           here          ZONE_NOT_FOUND
Mutation.proposeAmendment(input.projects.id)            Project        here          PROJECT_NOT_FOUND
Mutation.proposeAmendment(input.projects.zoneId)        Zone           never         ONLY_POINTS_HAVE_ZONES
Mutation.proposeAmendment(input.targets.termId)         Term           here          TERM_NOT_FOUND
Mutation.proposeAmendment(input.targets.zoneId)         Zone           here          ZONE_NOT_FOUND
Mutation.proposeAmendment(input.targets.projectId)      Project        here          PROJECT_NOT_FOUND
Mutation.confirmAmendment(id)                           Amendment      scope         NOT_FOUND
Mutation.declineAmendment(id)                           Amendment      scope         NOT_FOUND
Mutation.withdrawAmendment(id)                          Amendment      scope         NOT_FOUND
Mutation.acknowledgeAmendment(id)                       Amendment      scope         NOT_FOUND
Mutation.objectToAmendment(id)                          Amendment      scope         NOT_FOUND

Query.reportMonths(filter.stationId)                    Station        scope         EMPTY
Mutation.handInMonth(agreementId)                       Agreement      scope         NOT_FOUND
Mutation.recallMonth(id)                                ReportMonth    scope         NOT_FOUND
Mutation.acceptMonths(ids)                              ReportMonth    scope         NOT_FOUND
Mutation.sendBackMonth(id)                              ReportMonth    scope         NOT_FOUND
Mutation.setMonthsDueDay(agreementId)                   Agreement      scope         NOT_FOUND
PublishedReport.comparedWith(otherId)                           PublishedReport  scope         NOT_FOUND
Mutation.publishReport(input.agreementId)               Agreement      scope         NOT_FOUND
Mutation.publishReport(input.supersedesId)              PublishedReport  here          REPORT_NOT_FOUND
ReportAudit.comparedWith(otherId)                       ReportAudit    here          NOT_FOUND
Mutation.auditReport(input.agreementId)                 Agreement      scope         NOT_FOUND
Mutation.auditReport(input.importId)                    SheetImport    here          NOT_FOUND
Mutation.auditReport(input.figures.zoneId)              Zone           here          ZONE_NOT_FOUND

Mutation.setTargets(input.agreementId)                  Agreement      scope         NOT_FOUND
Mutation.setTargets(input.targets.termId)               Term           here          TERM_NOT_FOUND
Mutation.setTargets(input.targets.zoneId)               Zone           here          ZONE_NOT_FOUND
Mutation.setTargets(input.targets.projectId)            Project        here          PROJECT_NOT_FOUND

Mutation.recordServices(input.agreementId)              Agreement      scope         NOT_FOUND
Mutation.recordServices(input.records.zoneId)           Zone           here          ZONE_NOT_FOUND
Mutation.recordServices(input.records.pointId)          Point          here          POINT_NOT_FOUND
Mutation.recordServices(input.records.projectId)        Project        here          PROJECT_NOT_FOUND
Mutation.correctServiceRecord(input.id)                 ServiceRecord  scope         NOT_FOUND
Mutation.correctServiceRecord(input.zoneId)             Zone           here          ZONE_NOT_FOUND
Mutation.correctServiceRecord(input.pointId)            Point          here          POINT_NOT_FOUND
Mutation.correctServiceRecord(input.projectId)          Project        here          PROJECT_NOT_FOUND
Mutation.voidServiceRecord(id)                          ServiceRecord  scope         NOT_FOUND
Mutation.correctServiceRecords(inputs.id)               ServiceRecord  scope         NOT_FOUND
Mutation.correctServiceRecords(inputs.zoneId)           Zone           here          ZONE_NOT_FOUND
Mutation.correctServiceRecords(inputs.pointId)          Point          here          POINT_NOT_FOUND
Mutation.correctServiceRecords(inputs.projectId)        Project        here          PROJECT_NOT_FOUND
Mutation.voidServiceRecords(ids)                        ServiceRecord  scope         NOT_FOUND
Mutation.applyImport(input.importId)                    SheetImport    scope         NOT_FOUND
Mutation.undoImport(importId)                           SheetImport    scope         NOT_FOUND
Mutation.matchImportNames(input.importId)               SheetImport    scope         NOT_FOUND
Mutation.matchImportNames(input.names.id)               Zone           here          NOT_FOUND
Mutation.addRemark(input.subjectId)                     ServiceRecord|ReportMonth scope  NOT_FOUND

Query.explain(cell.agreementId)                         Agreement      scope         EMPTY
Query.explain(cell.stationId)                           Station        scope         EMPTY
Query.explain(cell.operatorId)                          Operator       scope         EMPTY
Query.explain(cell.zoneId)                              Zone           scope         EMPTY
Query.explain(cell.projectId)                           Project        scope         EMPTY
Query.analytics(input.operatorIds)                      Operator       scope         EMPTY
Query.analytics(input.stationIds)                       Station        scope         EMPTY
Query.districtOverview(operatorId)                      Operator       scope         EMPTY

Mutation.enrolStaff(input.agreementId)                  Agreement      scope         NOT_FOUND
Mutation.enrolStaff(input.members.zoneIds)              Zone           here          ZONE_NOT_FOUND
Mutation.recordStaffPay(input.agreementId)              Agreement      scope         NOT_FOUND
Mutation.recordStaffPay(input.entries.memberId)         StaffMember    here          STAFF_NOT_FOUND
Mutation.changeStaffMember(input.memberId)              StaffMember    scope         NOT_FOUND
Mutation.voidStaffMember(memberId)                      StaffMember    scope         NOT_FOUND
Mutation.addStaffSpell(input.memberId)                  StaffMember    scope         NOT_FOUND
Mutation.changeStaffSpell(input.spellId)                StaffSpell     scope         NOT_FOUND
Mutation.removeStaffSpell(spellId)                      StaffSpell     scope         NOT_FOUND
Mutation.setStaffCertificates(input.memberId)           StaffMember    scope         NOT_FOUND
Mutation.setStaffZones(input.memberId)                  StaffMember    scope         NOT_FOUND
Mutation.setStaffZones(input.zoneIds)                   Zone           here          ZONE_NOT_FOUND
Mutation.setStaffingParameters(input.agreementId)       Agreement      scope         NOT_FOUND

Mutation.setBudget(input.agreementId)                   Agreement      scope         NOT_FOUND
Mutation.setFundingSources(input.agreementId)           Agreement      scope         NOT_FOUND
Mutation.setFiscalBudget(input.agreementId)             Agreement      scope         NOT_FOUND
Mutation.recordReceipt(input.agreementId)               Agreement      scope         NOT_FOUND
Mutation.recordExpenditure(input.agreementId)           Agreement      scope         NOT_FOUND
Mutation.recordPayment(input.agreementId)               Agreement      scope         NOT_FOUND
Mutation.reverseReceipt(input.id)                       Receipt        scope         NOT_FOUND
Mutation.reverseExpenditure(input.id)                   Expenditure    scope         NOT_FOUND
Mutation.reversePayment(input.id)                       Payment        scope         NOT_FOUND

Mutation.openAssessment(input.agreementId)              Agreement      scope         NOT_FOUND
Mutation.openAssessment(input.assessorId)               Organisation   directory     NOT_AN_ASSESSOR
Mutation.scoreAssessment(input.assessmentId)            Assessment     scope         NOT_FOUND
Mutation.cancelAssessment(id)                           Assessment     scope         NOT_FOUND
Mutation.moveAssessment(input.assessmentId)             Assessment     scope         NOT_FOUND
Mutation.replaceAssessor(input.assessmentId)            Assessment     scope         NOT_FOUND
Mutation.replaceAssessor(input.assessorId)              Organisation   directory     NOT_AN_ASSESSOR
Mutation.unsealScores(id)                               Assessment     scope         NOT_FOUND
Mutation.enterPaperScore(input.assessmentId)            Assessment     scope         NOT_FOUND
Mutation.requestAssessor(input.assessmentId)            Assessment     scope         NOT_FOUND
Mutation.closeAssessment(assessmentId)                  Assessment     scope         NOT_FOUND
Mutation.addFinding(input.assessmentId)                 Assessment     scope         NOT_FOUND
Mutation.addFinding(input.zoneId)                       Zone           here          ZONE_NOT_FOUND
Mutation.addFinding(input.pointId)                      Point          here          POINT_NOT_FOUND
Mutation.withdrawFinding(id)                            AssessmentFinding scope      NOT_FOUND
Mutation.respondToFinding(findingId)                    AssessmentFinding scope      NOT_FOUND
Mutation.reviewResponse(input.findingId)                AssessmentFinding scope      NOT_FOUND
Mutation.declareTie(organisationId)                     Organisation   directory     NOT_A_COUNTERPART

Mutation.createEvaluation(input.agreementId)            Agreement      scope         NOT_FOUND
Mutation.scoreEvaluationItems(input.evaluationId)       Evaluation     scope         NOT_FOUND
Mutation.scoreEvaluationItems(input.scores.itemId)      EvaluationItem here          UNKNOWN_ITEM
Mutation.closeEvaluation(evaluationId)                  Evaluation     scope         NOT_FOUND
Mutation.voidEvaluation(evaluationId)                   Evaluation     scope         NOT_FOUND
Mutation.recordSatisfaction(input.agreementId)          Agreement      scope         NOT_FOUND
Mutation.correctSatisfaction(input.id)                  SatisfactionSurvey scope     NOT_FOUND
Mutation.voidSatisfaction(id)                           SatisfactionSurvey scope     NOT_FOUND

Mutation.inviteMember(input.stationIds)                 Station        scope         STATION_NOT_FOUND
Mutation.changeMember(input.memberId)                   Member         organisation  NOT_FOUND
Mutation.changeMember(input.stationIds)                 Station        scope         STATION_NOT_FOUND
Mutation.removeMember(memberId)                         Member         organisation  NOT_FOUND
Mutation.renewInvitation(memberId)                      Member         organisation  NOT_FOUND
Mutation.issuePasswordReset(memberId)                   Member         organisation  NOT_FOUND
Mutation.createApiKey(input.stationIds)                 Station        scope         STATION_NOT_FOUND
Mutation.revokeApiKey(id)                               ApiKey         organisation  NOT_FOUND
Query.webhook(id)                                       Webhook        organisation  NOT_FOUND
Mutation.changeWebhook(input.id)                        Webhook        organisation  NOT_FOUND
Mutation.removeWebhook(id)                              Webhook        organisation  NOT_FOUND
Mutation.redeliverWebhook(deliveryId)                   WebhookDelivery organisation NOT_FOUND
Mutation.confirmAdministratorReset(id)                  AdministratorReset scope     NOT_FOUND
Mutation.takeAdministratorReset(id)                     AdministratorReset scope     NOT_FOUND
Mutation.stopAdministratorReset(id)                     AdministratorReset scope     NOT_FOUND
Mutation.inviteFirstAdministrator(organisationId)       Organisation   directory     NOT_FOUND
Mutation.renameOrganisation(input.organisationId)       Organisation   directory     NOT_FOUND
Mutation.nameAdministrator(input.organisationId)        Organisation   directory     NOT_FOUND
`;

interface PositionVerdict {
  entity: string;
  exists: 'scope' | 'here' | 'organisation' | 'directory' | 'anywhere' | 'never';
  otherwise: string;
}

const rows = new Map(
  TABLE.split('\n')
    .filter((line) => line.includes('('))
    .map((line) => {
      const [name, entity, exists, otherwise] = line.trim().split(/\s+/);
      return [name!, { entity, exists, otherwise } as PositionVerdict] as const;
    }),
);

/** The kinds of what an id may name at a position. */
export function kindsAt({ entity }: PositionVerdict): readonly string[] {
  return entity === '*' ? NODE_TYPES : entity.split('|');
}

export const POSITIONS: readonly string[] = [...rows.keys()];

export function verdictAt(position: string): PositionVerdict {
  const row = rows.get(position);
  if (!row)
    throw new Error(`${position} takes an ID and has no verdict: add its row to test/matrix/positions.ts`);
  return row;
}
