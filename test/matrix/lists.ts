import type { Person } from './support/people';
import type { Site } from './support/sites';
import type { Oracle } from './oracle';

/** What a list holds for a reader who sees all of it. */
export interface List {
  /** Of what kind its entries are; null where they have no id. */
  kind: string | null;
  /** The ids of the entries of the list that hangs at the site; left out for a list of the root: all of the kind. */
  of?: (oracle: Oracle, site: Site, who: Person) => string[];
  /** True where it is not known what it holds in full: then only what is in it is checked, not that it is complete. */
  isOpen?: true;
}

/** Of the agreements that the reader may see, those of the site's station or operator. */
const agreementsAt = ((oracle, { ids }, who) =>
  oracle
    .agreementsFor(who)
    .flatMap(({ id, station }) => (station === ids.Station ? [id] : []))) satisfies List['of'];
/** A station that only a proposal names is found by its id, and is in no list. */
const listed = ((oracle, _, who) =>
  oracle.agreementsFor(who).flatMap((of) => (of.isListed ? [of.station] : []))) satisfies List['of'];
const listedOf = ((oracle, { ids }, who) =>
  oracle
    .agreementsFor(who)
    .flatMap((of) =>
      of.isListed && of.operator === ids.Organisation ? [of.station] : [],
    )) satisfies List['of'];
const ofAgreement = (kind: string): List => ({
  kind,
  of: (oracle, { ids }) => oracle.of(kind, ids.Agreement!),
});

/** Every list that goes by pages: an entry point that takes `after`. */
export const LISTS: Record<string, List> = {
  'Query.organisations': { kind: 'Organisation' },
  'Query.agreements': { kind: 'Agreement' },
  'Query.stations': { kind: 'Station', of: listed },
  'Query.assessments': { kind: 'Assessment' },
  'Query.findings': { kind: 'AssessmentFinding' },
  // Of its parties, before an agreement is in it too.
  'Query.contractCycles': { kind: 'ContractCycle', isOpen: true },
  // Of agreements that ended a while ago, none without a filter.
  'Query.reportMonths': { kind: 'ReportMonth', isOpen: true },
  'Query.reportBoard': { kind: null },
  'Query.members': { kind: 'Member' },
  // Of one webhook.
  'Webhook.deliveries': { kind: 'WebhookDelivery', isOpen: true },
  'Query.auditLog': { kind: 'AuditEntry', isOpen: true },
  'Organisation.stations': { kind: 'Station', of: listedOf },
  'Station.agreements': { kind: 'Agreement', of: agreementsAt },
  'Query.serviceRecords': { kind: 'ServiceRecord' },
  'Agreement.serviceRecords': ofAgreement('ServiceRecord'),
  'Agreement.satisfactionSurveys': ofAgreement('SatisfactionSurvey'),
  'Agreement.publishedReports': ofAgreement('PublishedReport'),
  'Agreement.reportAudits': ofAgreement('ReportAudit'),
  'ReportAudit.figures': { kind: null },
  'Agreement.sheetImports': ofAgreement('SheetImport'),
  'FundingReport.receipts': ofAgreement('Receipt'),
  'FundingReport.expenditures': ofAgreement('Expenditure'),
  'FundingReport.payments': ofAgreement('Payment'),
  'FundingReport.budgetVersions': { kind: null },
  'SheetImport.faults': { kind: null },
  'SheetImport.changes': { kind: null },
  'Explanation.records': { kind: 'ServiceRecord', isOpen: true },
  'Query.operatorOverview': { kind: null },
  'Query.purchaserOverview': { kind: null },
  'Query.stationRanking': { kind: null },
  'DistrictOverview.stations': { kind: null },
};

/**
 * A value for every place of a list's arguments, other than `first` and `after`, that narrows it: one that rows of the
 * site match. Ids have a row in positions.ts; here are those that may be of anywhere.
 */
export const FILTERS: Record<string, (site: Site) => unknown> = {
  'Query.organisations(kind)': () => 'OPERATOR',
  'Query.agreements(states)': () => 'CONFIRMED',
  'ReportAudit.figures(findings)': () => false,
  'SheetImport.faults(severity)': () => 'NOTE',
  'SheetImport.changes(part)': () => 'SERVICE_RECORDS',
  'Query.reportBoard(from)': () => '2022-02',
  'Query.reportBoard(to)': () => '2023-05',
  'Query.reportBoard(districtCode)': ({ district }) => district,
  'Query.reportBoard(withEnded)': () => true,
  'Query.reportMonths(filter.month)': ({ year }) => `${year}-03`,
  'Query.reportMonths(filter.states)': () => 'OPEN',
  'Query.reportMonths(filter.late)': () => true,
  'Query.reportMonths(filter.missing)': () => true,
  'Query.reportMonths(filter.districtCode)': ({ district }) => district,
  'Query.reportMonths(filter.withEnded)': () => true,
  'Query.stations(filter.districtCode)': ({ district }) => district,
  'Query.stations(filter.nameContains)': ({ stationName }) => stationName,
  'Query.assessments(filter.states)': () => 'OPEN',
  'Query.assessments(filter.kind)': () => 'MIDTERM',
  'Query.assessments(filter.districtCode)': ({ district }) => district,
  'Query.assessments(filter.scored)': () => false,
  'Query.findings(filter.kind)': () => 'CONCERN',
  'Query.findings(filter.states)': () => 'OPEN',
  'Query.findings(filter.districtCode)': ({ district }) => district,
  'Query.findings(filter.own)': () => true,
  'Agreement.serviceRecords(filter.indicator)': () => 'HOTLINE',
  'Agreement.serviceRecords(filter.from)': ({ year }) => `${year}-01-01`,
  'Agreement.serviceRecords(filter.to)': ({ year }) => `${year}-12-31`,
  'Agreement.serviceRecords(filter.mine)': () => true,
  'Agreement.serviceRecords(filter.voided)': () => false,
  'Agreement.serviceRecords(filter.noteContains)': () => '更正',
  'Query.serviceRecords(filter.indicator)': () => 'HOTLINE',
  'Query.serviceRecords(filter.from)': ({ year }) => `${year}-01-01`,
  'Query.serviceRecords(filter.to)': ({ year }) => `${year}-12-31`,
  'Query.serviceRecords(filter.mine)': () => true,
  'Query.serviceRecords(filter.voided)': () => false,
  'Query.serviceRecords(filter.noteContains)': () => '更正',
  'Query.operatorOverview(on)': ({ year }) => `${year}-12-31`,
  'Query.purchaserOverview(on)': ({ year }) => `${year}-12-31`,
  'Query.stationRanking(input.indicator)': () => 'HOTLINE',
  'Query.stationRanking(input.measure)': () => 'CALLS',
  'Query.stationRanking(input.from)': () => '2019-06',
  'Query.stationRanking(input.to)': () => '2027-03',
  'Query.stationRanking(input.by)': () => 'PERCENT',
  'Query.stationRanking(input.districtCodes)': ({ district }) => district,
  'Query.stationRanking(input.threshold)': () => '100',
  'Query.auditLog(filter.thingId)': ({ ids }) => ids.Agreement,
  'Query.auditLog(filter.action)': () => 'SERVICES_RECORDED',
  'Query.auditLog(filter.outcome)': () => 'DONE',
  'Query.auditLog(filter.from)': () => '2020-01-01',
  'Query.auditLog(filter.to)': () => '2100-01-01',
};
