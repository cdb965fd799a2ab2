import type { City, TermIds } from './city';
import { type Ask, graphql } from './questions';

/** What only this server answers: the reporting cycle. */
export type OwnName = 'board' | 'months' | 'city records' | 'street tasks' | 'city tasks';

/** A question of the reporting cycle, and who asks it. */
export interface OwnQuestion {
  name: OwnName;
  title: string;
  who: (city: City) => { organisationId: string; place: TermIds }[];
  requests: number;
  ask: (city: City, place: TermIds) => Ask;
}

const BOARD = `query Board($from: YearMonth!, $to: YearMonth!) { reportBoard(from: $from, to: $to, first: 100) {
  totalCount total { expected onTime late missing onTimePercent } nodes { station { id name district { code name } }
  punctuality { expected onTime late missing onTimePercent }
  months { id month state dueOn handedInAt isLate isMissing closesAfter } } } }`;
const MONTHS = `query Months { reportMonths(filter: { withEnded: true, states: [HANDED_IN] }, first: 100) { totalCount nodes {
  id month state dueOn handedInAt isLate agreement { station { id name } operator { name } } } } }`;
const RECORDS = `query Records { serviceRecords(first: 100) { nodes {
  id occurredOn indicator { code } quantities { measure { code } value } zone { id name } note revision voidedAt } } }`;
const TASKS = `query Tasks { viewer { taskCounts { kind count overdue }
  tasks(first: 20) { kind subject subjectId dueOn agreement { id station { name } } } } }`;

const MONTHS_OF_BOARD = 12;

/** The months of a year, until the city's last one that has begun. */
function yearUntil({ lastMonth }: City): { from: string; to: string } {
  const [year = 0, month = 0] = lastMonth.split('-').map(Number);
  const from = new Date(Date.UTC(year, month - MONTHS_OF_BOARD, 1)).toISOString().slice(0, 7);
  return { from, to: lastMonth };
}

const MANY = 1_000_000;
const asCity = ({ cityBureau, fullest }: City): { organisationId: string; place: TermIds }[] => [
  { organisationId: cityBureau, place: fullest },
];
const asStreets = ({ places }: City): { organisationId: string; place: TermIds }[] =>
  places.map((place) => ({ organisationId: place.purchaserId, place }));

export const OWN_QUESTIONS: readonly OwnQuestion[] = [
  {
    name: 'board',
    title: 'the board of months: 100 stations of the city × a year, with the sums of all',
    who: asCity,
    requests: MANY,
    ask: (city) => graphql(BOARD, yearUntil(city)),
  },
  {
    name: 'months',
    title: '100 months of the city that wait to be accepted',
    who: asCity,
    requests: MANY,
    ask: () => graphql(MONTHS),
  },
  {
    name: 'city records',
    title: 'the last 100 service records of all stations of the city',
    who: asCity,
    requests: MANY,
    ask: () => graphql(RECORDS),
  },
  {
    name: 'street tasks',
    title: 'the tasks of a street, with their counts',
    who: asStreets,
    requests: MANY,
    ask: () => graphql(TASKS),
  },
  {
    name: 'city tasks',
    title: 'the tasks of the city’s bureau, with their counts',
    who: asCity,
    requests: MANY,
    ask: () => graphql(TASKS),
  },
];
