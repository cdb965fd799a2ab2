import { type Asks, COMPARED, comparedStations, graphql, recordsOf } from '../questions';

const COMPLETION = `query Completion($id: ID!, $term: ID!) { completion(id: $id, term: $term) { term { id name startsOn endsOn } zones { id name }
  rows { indicator { code nameZh } measure { code name unit } total { target completed percent }
         byZone { zone { id } target completed percent } } } }`;
const COMPARISON = `query Comparison($stationIds: [ID!], $indicators: [String!]) {
  comparison(stationIds: $stationIds, indicators: $indicators) {
    station { id name } districtCode indicatorCode measureCode completed target percent } }`;
const NESTED = `query Nested { stations(first: 100) { id name agreements { id startsOn endsOn
  zones { id name points { id name } } } } }`;
const RECORDS = `query Records($id: ID!) { records(id: $id) {
  id occurredOn indicator { code } quantities zone { id name } note revision voidedAt } }`;
const RECORD = `mutation Record($id: ID!, $records: [RecordInput!]!) { record(id: $id, records: $records) { id revision } }`;

/** Requests of the ordinary server: one root field per question. */
export const askOrdinary: Asks = (name, city, place) => {
  switch (name) {
    case 'completion':
      return graphql(COMPLETION, { id: place.agreementId, term: place.termId });
    case 'compare 25':
    case 'compare 100':
    case 'compare 400':
      return graphql(COMPARISON, { stationIds: comparedStations(name, city), indicators: COMPARED });
    case 'city':
      return graphql(COMPARISON);
    case 'nested':
      return graphql(NESTED);
    case 'records':
      return graphql(RECORDS, { id: place.agreementId });
    case 'write 1':
    case 'write 500':
      return graphql(RECORD, { id: place.agreementId, records: recordsOf(name, place) });
  }
};
