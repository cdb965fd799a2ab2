import type { TermIds } from '../city';
import { type Asks, COMPARED, comparedStations, graphql, type QuestionName, recordsOf } from '../questions';

const OF_AGREEMENT = 'ByOrganisationIdAndAgreementIdAndStationIdAndPurchaserIdAndDistrictCode';

// What it cannot compute in one query its client adds up: sums over zones, percentages, names of indicators.
const COMPLETION = `query Completion($operator: UUID!, $id: UUID!, $term: UUID!) {
  agreementByOrganisationIdAndId(organisationId: $operator, id: $id) {
    terms${OF_AGREEMENT} { nodes { id name startsOn endsOn } }
    zones${OF_AGREEMENT} { nodes { id name } }
    targets${OF_AGREEMENT}(condition: { termId: $term }) { nodes { indicatorCode measureCode zoneId value } }
    completionTerms${OF_AGREEMENT}(condition: { termId: $term }) { nodes { indicatorCode measureCode zoneId completed } } } }`;
const sums = (key: string): string =>
  `{ groupedAggregates(groupBy: [${key}, INDICATOR_CODE, MEASURE_CODE]) { keys sum { completed target } } }`;
const COMPARISON = `query Comparison($stations: [UUID!], $indicators: [String!]) {
  allStationAccesses(filter: { stationId: { in: $stations } }) { nodes { stationId name } }
  allCompletionTotals(filter: { stationId: { in: $stations }, indicatorCode: { in: $indicators } }) ${sums('STATION_ID')} }`;
const CITY = `query City { allDistricts { nodes { code name } } allCompletionTotals ${sums('DISTRICT_CODE')} }`;
const NESTED = `query Nested { allStationAccesses(first: 100, orderBy: [NAME_ASC]) { nodes { stationId name
  agreementsByOrganisationIdAndStationIdAndPurchaserIdAndDistrictCode { nodes { id startsOn endsOn
    zones${OF_AGREEMENT} { nodes { id name
      communityPointsByOrganisationIdAndAgreementIdAndZoneId { nodes { id name } } } } } } } } }`;
const RECORDS = `query Records($operator: UUID!, $id: UUID!) {
  allServiceRecords(condition: { organisationId: $operator, agreementId: $id }, first: 1000,
                    orderBy: [OCCURRED_ON_DESC, ID_DESC]) {
    nodes { id occurredOn indicatorCode quantities note revision voidedAt
            zoneByOrganisationIdAndAgreementIdAndZoneId { id name } } } }`;

/** Requests of PostGraphile, over the tables; it neither logs nor validates, and takes one record per mutation. */
export const askPostGraphile: Asks = (name, city, place) => {
  const agreement = { operator: place.operatorId, id: place.agreementId };
  switch (name) {
    case 'completion':
      return graphql(COMPLETION, { ...agreement, term: place.termId });
    case 'compare 25':
    case 'compare 100':
    case 'compare 400':
      return graphql(COMPARISON, { stations: comparedStations(name, city), indicators: COMPARED });
    case 'city':
      return graphql(CITY);
    case 'nested':
      return graphql(NESTED);
    case 'records':
      return graphql(RECORDS, agreement);
    case 'write 1':
    case 'write 500':
      return graphql(...mutation(name, place));
  }
};

/** One mutation with a field for each record. */
function mutation(name: QuestionName, place: TermIds): [string, Record<string, unknown>] {
  const records = recordsOf(name, place);
  const now = new Date().toISOString();
  const variables = Object.fromEntries(
    records.map(({ occurredOn, indicator, measure, value, zoneId, note, key }, at) => {
      const { operatorId: organisationId, agreementId, stationId, purchaserId, districtCode, termId } = place;
      return [
        `r${at}`,
        {
          serviceRecord: {
            organisationId,
            agreementId,
            stationId,
            purchaserId,
            districtCode,
            termId,
            zoneId,
            occurredOn,
            note,
            id: idOf(key),
            revision: 1,
            indicatorCode: indicator,
            quantities: JSON.stringify({ [measure]: value }),
            idempotencyKey: key,
            recordedAt: now,
            recordedBy: organisationId,
            recordedByName: '基准',
            revisedAt: now,
            revisedBy: organisationId,
            revisedByName: '基准',
          },
        },
      ];
    }),
  );
  const parameters = records.map((_, at) => `$r${at}: CreateServiceRecordInput!`).join(', ');
  const fields = records.map(
    (_, at) => `r${at}: createServiceRecord(input: $r${at}) { serviceRecord { id revision } }`,
  );
  return [`mutation Record(${parameters}) { ${fields.join(' ')} }`, variables];
}

/** An id for a record: the key has twelve hexadecimal digits of its own, and a place in the call. */
function idOf(key: string): string {
  const [each = '', at = ''] = key.split('-');
  return `00000000-0000-4000-8${Number(at).toString(16).padStart(3, '0')}-${each}`;
}
