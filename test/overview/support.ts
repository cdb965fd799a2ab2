import type { Client } from '../kit/api';
import { days, hundredths, percent, plain, twoPlaces } from '../api/support/arithmetic';
import { CATALOGUE, type Figure } from '../api/support/recount';

const PROGRESS = `measures onTime onTimePercent
  weakest { indicator { code } measure { code } completed target percent }`;
const SUMS = `indicators { ${PROGRESS} } staffing { through personMonths required percent }
  execution { spent fee percent }`;
const OVERVIEW = `station { name } agreement { id startsOn operator { shortName } } isInForce term { name }
  timeProgressPercent ${SUMS}
  funding { overdue } fiscalYear { fiscalYear budget paid executionPercent recall { state atRisk } }
  lastAssessment { kind grade total } assessmentsAhead { kind expectedOn isLate assessment { id } }`;
const PAGE = `{ totalCount nodes { ${OVERVIEW} } edges { cursor } pageInfo { hasNextPage endCursor } }`;

export const OPERATOR = `query($on: Date, $first: Int, $after: String) {
  operatorOverview(on: $on, first: $first, after: $after) ${PAGE} }`;
export const PURCHASER = `query($on: Date, $first: Int, $after: String) {
  purchaserOverview(on: $on, first: $first, after: $after) ${PAGE} }`;
const DISTRICTS = `districts { district { code } stations inForce ${SUMS} grades { grade stations } }`;
export const DISTRICT = `query($on: Date, $districtCode: String, $operatorId: ID, $first: Int, $after: String) {
  districtOverview(on: $on, districtCode: $districtCode, operatorId: $operatorId) { on stations(first: $first, after: $after) ${PAGE} ${DISTRICTS} } }`;
export const STATIONS_ALONE = `query($on: Date, $first: Int) {
  districtOverview(on: $on) { stations(first: $first) ${PAGE} } }`;
export const DISTRICTS_ALONE = `query($on: Date) { districtOverview(on: $on) { ${DISTRICTS} } }`;

export const MEASURES = `query($on: Date) { districtOverview(on: $on) { stations(first: 100) { nodes {
  indicators { ${PROGRESS} } measures { indicator { code } measure { code } completed target percent } } } } }`;

export interface Progress {
  measures: number;
  onTime: number;
  onTimePercent: string | null;
  weakest: {
    indicator: { code: string };
    measure: { code: string };
    completed: string;
    target: string;
    percent: string;
  }[];
}
interface Sums {
  indicators: Progress;
  staffing: { through: string; personMonths: string; required: string | null; percent: string | null };
  execution: { spent: string; fee: string | null; percent: string | null };
}
export interface Overview extends Sums {
  station: { name: string };
  agreement: { id: string; startsOn: string; operator: { shortName: string } };
  isInForce: boolean;
  term: { name: string } | null;
  timeProgressPercent: string | null;
  funding: { overdue: string };
  fiscalYear: {
    fiscalYear: number;
    budget: string | null;
    paid: string;
    executionPercent: string | null;
    recall: { state: string; atRisk: string | null } | null;
  } | null;
  lastAssessment: { kind: string; grade: string; total: string } | null;
  assessmentsAhead: {
    kind: string;
    expectedOn: string;
    isLate: boolean;
    assessment: { id: string } | null;
  }[];
}
export interface Page {
  totalCount: number;
  nodes: Overview[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
export interface District {
  on: string;
  stations: Page;
  districts: (Sums & {
    district: { code: string };
    stations: number;
    inForce: number;
    grades: { grade: string; stations: number }[];
  })[];
}

export interface Question extends Record<string, unknown> {
  on?: string | null;
  first?: number;
  after?: string | null;
  districtCode?: string;
  operatorId?: string;
}

export async function operatorOverview(client: Client, question: Question = {}): Promise<Page> {
  return (await client.get<{ operatorOverview: Page }>(OPERATOR, question)).operatorOverview;
}
export async function purchaserOverview(client: Client, question: Question = {}): Promise<Page> {
  return (await client.get<{ purchaserOverview: Page }>(PURCHASER, question)).purchaserOverview;
}
export async function districtOverview(client: Client, question: Question = {}): Promise<District> {
  return (await client.get<{ districtOverview: District }>(DISTRICT, question)).districtOverview;
}

/** Target and completed quantities of one agreement, and the elapsed and total days of its term. */
export interface Counted {
  targets: readonly Figure[];
  done: readonly Figure[];
  elapsed: number;
  days: number;
}

export function termDays(startsOn: string, endsOn: string, on: string): Pick<Counted, 'elapsed' | 'days'> {
  return { elapsed: days(startsOn, on < endsOn ? on : endsOn).length, days: days(startsOn, endsOn).length };
}

const sum = (figures: readonly Figure[]): bigint =>
  figures.reduce((total, { value }) => total + hundredths(value), 0n);

/** The expected progress of agreements, recounted. */
export function recountProgress(agreements: readonly Counted[]): Progress {
  let measures = 0;
  let onTime = 0;
  const all = CATALOGUE.flatMap(([indicator, measure, unit]) => {
    const own = (figure: Figure): boolean => figure.indicator === indicator && figure.measure === measure;
    const asked = agreements.flatMap((agreement) => {
      const target = sum(agreement.targets.filter(own));
      if (target === 0n) return [];
      const completed = sum(agreement.done.filter(own));
      measures += 1;
      if (completed * BigInt(agreement.days) >= target * BigInt(agreement.elapsed)) onTime += 1;
      return [{ target, completed }];
    });
    if (asked.length === 0) return [];
    const target = asked.reduce((total, one) => total + one.target, 0n);
    const completed = asked.reduce((total, one) => total + one.completed, 0n);
    const show = unit === '元' ? twoPlaces : plain;
    const shown = { completed: show(completed), target: show(target), percent: percent(completed, target)! };
    return [{ indicator: { code: indicator }, measure: { code: measure }, ...shown }];
  });
  // A stable sort: equal ones stay in catalogue order.
  const weakest = [...all].sort((a, b) => Number(hundredths(a.percent) - hundredths(b.percent))).slice(0, 5);
  return { measures, onTime, onTimePercent: percent(BigInt(onTime), BigInt(measures)), weakest };
}
