import type { Grade, OverviewLineFragment } from '../../generated/graphql';
import type { OverviewPage } from '../../overviews/use-overview';

export type GradeName = Grade | 'NONE';

export const GRADES: readonly GradeName[] = ['EXCELLENT', 'GOOD', 'QUALIFIED', 'UNQUALIFIED', 'NONE'];

/** How many stations have which grade; one of a district, or of all that is shown. */
export interface GradeRow {
  readonly name: string;
  readonly counts: Readonly<Record<GradeName, number>>;
}

/** The stations by the grade of their last assessment: a bureau's by district, or else those of the lines. */
export function gradeRows(
  districts: OverviewPage['districts'],
  lines: readonly OverviewLineFragment[],
  all: string,
): GradeRow[] {
  if (districts.length === 0) {
    const counts = countsOf((grade) => lines.filter((line) => line.lastAssessment?.grade === grade).length);
    return [{ name: all, counts: { ...counts, NONE: lines.length - sum(counts) } }];
  }
  const rows = districts.map(({ district, stations, grades }): GradeRow => {
    const counts = countsOf((grade) => grades.find((it) => it.grade === grade)?.stations ?? 0);
    return { name: district.name, counts: { ...counts, NONE: stations - sum(counts) } };
  });
  if (rows.length === 1) return rows;
  const total = (name: GradeName): number => rows.reduce((so, { counts }) => so + counts[name], 0);
  return [...rows, { name: all, counts: { ...countsOf(total), NONE: total('NONE') } }];
}

function countsOf(count: (grade: Grade) => number): Record<Grade, number> {
  return {
    EXCELLENT: count('EXCELLENT'),
    GOOD: count('GOOD'),
    QUALIFIED: count('QUALIFIED'),
    UNQUALIFIED: count('UNQUALIFIED'),
  };
}

function sum(counts: Readonly<Record<Grade, number>>): number {
  return Object.values(counts).reduce((so, count) => so + count, 0);
}
