import type { Indicator, Measure } from '../../completion';
import { matchMeasure } from '../reading/names.rules';
import type { RoleHeading, Span } from './blocks.rules';

/** The columns of one measure of an indicator. */
export interface Group {
  target: number;
  completed: number;
  percent: number | null;
  /** What its headings say of the measure. */
  heading: string;
  measure: Measure | null;
}

/** The columns of a span by measure, in whatever order they are; null where no order explains them. */
export function groupsOf({ roles }: Span, indicator: Indicator): Group[] | null {
  const groups = byRepetition(roles) ?? byHint(roles, indicator);
  return groups?.map((group) => groupOf(group, indicator)) ?? null;
}

/** A group ends where a role comes again: 协议量 完成量 百分比, in any order, for each measure. */
function byRepetition(roles: readonly RoleHeading[]): RoleHeading[][] | null {
  const groups: RoleHeading[][] = [];
  for (const heading of roles) {
    const group = groups.at(-1);
    if (!group || group.some(({ role }) => role === heading.role)) groups.push([heading]);
    else group.push(heading);
  }
  return groups.every(isWhole) ? groups : null;
}

/** All targets first, then all that was completed: each names its measure. */
function byHint(roles: readonly RoleHeading[], indicator: Indicator): RoleHeading[][] | null {
  const groups = new Map<string, RoleHeading[]>();
  for (const heading of roles) {
    const measure = measureOf([heading], indicator);
    if (!measure) return null;
    groups.set(measure.code, [...(groups.get(measure.code) ?? []), heading]);
  }
  return [...groups.values()].every(isWhole) ? [...groups.values()] : null;
}

function isWhole(group: readonly RoleHeading[]): boolean {
  const count = (wanted: string): number => group.filter(({ role }) => role === wanted).length;
  return count('TARGET') === 1 && count('COMPLETED') === 1 && count('PERCENT') <= 1;
}

function groupOf(group: readonly RoleHeading[], indicator: Indicator): Group {
  const column = (wanted: string): number | undefined => group.find(({ role }) => role === wanted)?.column;
  return {
    target: column('TARGET') ?? 0,
    completed: column('COMPLETED') ?? 0,
    percent: column('PERCENT') ?? null,
    heading: group.find(({ role }) => role === 'TARGET')?.hints[0] ?? '',
    measure: measureOf(group, indicator),
  };
}

/** The one measure that any of the headings names, where none names another. */
function measureOf(group: readonly RoleHeading[], indicator: Indicator): Measure | null {
  const found = group
    .flatMap(({ hints }) => hints)
    .flatMap((hint) => {
      const match = matchMeasure(hint, indicator);
      return 'found' in match ? [match.found] : [];
    });
  return new Set(found.map(({ code }) => code)).size === 1 ? (found[0] ?? null) : null;
}
