import type { TermIds } from '../city';
import { type Asks, COMPARED, comparedStations, graphql, type QuestionName, recordsOf } from '../questions';

const COMPLETION = `query Completion($id: ID!, $term: ID!) { agreement(id: $id) { completion(termId: $term) {
  term { id name startsOn endsOn } zones { id name }
  rows { indicator { code name } measure { code name unit } total { target completed percent }
         byZone { zone { id } target completed percent } } } } }`;
const COMPARISON = `query Comparison($input: AnalyticsInput!) { analytics(input: $input) { rows {
  station { id name } indicator { code } measure { code } completed target percent } } }`;
const CITY = `query City($input: AnalyticsInput!) { analytics(input: $input) { rows {
  district { name } indicator { code } measure { code } completed target percent } } }`;
const NESTED = `query Nested { stations(first: 100) { nodes { id name agreements(first: 5) { nodes {
  id startsOn endsOn zones { id name points { id name } } } } } } }`;
const RECORDS = `query Records($id: ID!) { agreement(id: $id) { serviceRecords(first: 1000) { nodes {
  id occurredOn indicator { code } quantities { measure { code } value } zone { id name } note revision voidedAt } } } }`;
const RECORD = `mutation Record($input: RecordServicesInput!) { recordServices(input: $input) {
  records { id revision } userErrors { code path } } }`;

const monthOf = (day: string): string => day.slice(0, 7);

/** Requests of this server, in GraphQL by its contract. */
export const askOurs: Asks = (name, city, place) => {
  const range = { from: monthOf(city.from), to: monthOf(city.to) };
  switch (name) {
    case 'completion':
      return graphql(COMPLETION, { id: place.agreementId, term: place.termId });
    case 'compare 25':
    case 'compare 100':
    case 'compare 400': {
      const stationIds = comparedStations(name, city);
      return graphql(COMPARISON, {
        input: { ...range, groupBy: ['STATION'], stationIds, indicators: COMPARED },
      });
    }
    case 'city':
      return graphql(CITY, { input: { ...range, groupBy: ['DISTRICT'] } });
    case 'nested':
      return graphql(NESTED);
    case 'records':
      return graphql(RECORDS, { id: place.agreementId });
    case 'write 1':
    case 'write 500':
      return graphql(RECORD, { input: { agreementId: place.agreementId, records: inputs(name, place) } });
  }
};

function inputs(name: QuestionName, place: TermIds): unknown[] {
  return recordsOf(name, place).map(({ key, measure, value, ...rest }) => ({
    ...rest,
    quantities: [{ measure, value }],
    idempotencyKey: key,
  }));
}
