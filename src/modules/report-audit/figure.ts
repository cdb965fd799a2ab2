import type Big from 'big.js';
import type { Decimal } from '../../platform/decimal';
import type { FigureKind, FigureRounding, FigureVerdict, ReportFault } from './audit.enums';
import type { PrintedValue } from './printed-value.rules';
import type { Possible } from './rounding.rules';

/** What figures are of: a measure of an indicator, or something that the catalogue lacks; of a zone, or in total. */
export interface Subject {
  indicator: string | null;
  measure: string | null;
  /** In words; null of an indicator. */
  subject: string | null;
  zoneId: string | null;
}

/** A figure as it is printed in a report. */
interface PrintedFigure extends Subject {
  kind: FigureKind;
  /** Null: the report does not have it. */
  printed: string | null;
  /** Where: “附件1-1 D9”, “六（二）2 第3行”. */
  place: string | null;
}

/** A printed figure, and what it says. */
export interface ReadFigure extends PrintedFigure {
  value: PrintedValue;
  place: string;
}

/** What the rules need to know of the agreement and the catalogue. */
export interface Surroundings {
  /** The zones of the agreement. */
  zoneIds: readonly string[];
  /** The unit in which a measure counts: 1, or 0.01 of money and hours. */
  stepOf: (figure: PrintedFigure) => Big;
  /** The measure that counts the occasions of an indicator. */
  firstMeasureOf: (indicator: string) => string;
}

/** What a figure says against others of its report. */
export interface InsideFault {
  fault: ReportFault;
  /** What these others make of it; null where it is not one figure. */
  expected: string | null;
  /** Where these others are. */
  places: string[];
}

/** A part of a ratio that is not printed, or may be wrong: what it would have to be. */
export interface PossiblePart extends Possible {
  part: FigureKind;
  /** If the report rounds so. */
  rounding: FigureRounding;
}

/** A figure with both verdicts. */
export interface AuditedFigure extends PrintedFigure {
  /** As a number; null where it says that there is none. */
  value: Decimal | null;
  /** The same of the records. */
  recomputed: Decimal | null;
  /** Null for what the records do not have at all. */
  verdict: FigureVerdict | null;
  inReport: InsideFault[];
  /** Of a percentage: the roundings that explain it. */
  roundings: FigureRounding[];
  possible: PossiblePart[];
}

/** Of a figure whatever its zone: its measure, or its words. */
export function measureKey({ indicator, measure, subject }: Omit<Subject, 'zoneId'>): string {
  return indicator === null ? `: ${subject ?? ''}` : `${indicator} ${measure ?? ''}`;
}

export function subjectKey(subject: Subject): string {
  return `${measureKey(subject)} | ${subject.zoneId ?? ''}`;
}

/** Things by a key, in their order. */
export function groupedBy<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
