import type { City, TermIds } from './city';

/** One HTTP request, without its token. */
export interface Ask {
  path: string;
  /** Posted as JSON. */
  body: unknown;
}

/** A GraphQL operation. */
export const graphql = (query: string, variables: unknown = {}): Ask => ({
  path: '/graphql',
  body: { query, variables },
});

/** The requests of one kind of server. */
export type Asks = (name: QuestionName, city: City, place: TermIds) => Ask;

export type QuestionName =
  | 'completion'
  | 'compare 25'
  | 'compare 100'
  | 'compare 400'
  | 'city'
  | 'nested'
  | 'records'
  | 'write 1'
  | 'write 500';

/** A question, who sends it, and how much slower than the bare handler it may be at 16 connections. */
export interface Question {
  name: QuestionName;
  title: string;
  most: number | null;
  /** Sender and target: one for all connections, or one each. */
  who: (city: City) => { organisationId: string; place: TermIds }[];
  /** Requests in one measurement, at most. */
  requests: number;
}

const MANY = 1_000_000;
const asOperator = ({ fullest }: City): { organisationId: string; place: TermIds }[] => [
  { organisationId: fullest.operatorId, place: fullest },
];
const asBureau = ({ bureau, fullest }: City): { organisationId: string; place: TermIds }[] => [
  { organisationId: bureau, place: fullest },
];
const asEach = ({ places }: City): { organisationId: string; place: TermIds }[] =>
  places.map((place) => ({ organisationId: place.operatorId, place }));

const compare = (stations: 25 | 100 | 400): Question => ({
  name: `compare ${stations}`,
  title: `two indicators of ${stations} stations of a district, side by side`,
  most: 1.3,
  who: asBureau,
  requests: MANY,
});

export const QUESTIONS: readonly Question[] = [
  {
    name: 'completion',
    title: "one station's completion table",
    most: 1.35,
    who: asOperator,
    requests: MANY,
  },
  compare(25),
  compare(100),
  compare(400),
  {
    name: 'city',
    title: 'every indicator of the whole city, by district',
    most: 1.3,
    requests: MANY,
    who: ({ cityBureau, fullest }) => [{ organisationId: cityBureau, place: fullest }],
  },
  {
    name: 'nested',
    title: '100 stations, their agreements, zones and points',
    most: 1.4,
    who: asBureau,
    requests: MANY,
  },
  { name: 'records', title: 'a page of 1,000 service records', most: 1.5, who: asOperator, requests: MANY },
  { name: 'write 1', title: 'one service record written', most: 1.5, who: asEach, requests: MANY },
  { name: 'write 500', title: '500 service records written at once', most: 1.25, who: asEach, requests: 64 },
];

/** The indicators that stations are compared by. */
export const COMPARED = ['HOME_VISIT', 'CONSULT_CASE'];

/** Placeholder for what differs between requests: the client replaces it by twelve hexadecimal digits. */
const EACH = '@@';

/** The records that each server is sent; their idempotency keys are unique. */
export interface NewRecord {
  occurredOn: string;
  indicator: string;
  measure: string;
  value: string;
  zoneId: string | null;
  note: string;
  key: string;
}

/** As many records as the question writes. */
export function recordsOf(name: QuestionName, { day, zoneId }: TermIds): NewRecord[] {
  return Array.from({ length: Number(name.split(' ')[1]) }, (_, at) => ({
    occurredOn: day,
    indicator: 'HOTLINE',
    measure: 'CALLS',
    value: '1',
    zoneId,
    note: '电话咨询',
    key: `${EACH}-${at}`,
  }));
}

/** As many stations of the district as the question compares. */
export function comparedStations(name: QuestionName, city: City): string[] {
  return city.stationIds.slice(0, Number(name.split(' ')[1]));
}
