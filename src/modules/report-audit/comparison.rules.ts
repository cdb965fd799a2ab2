import { subjectKey } from './figure';
import type { AuditedFigureRow } from './report-audit.repository';

/** A figure in which two audits differ, as each has it; null where one does not have it. */
export interface AuditChange {
  was: AuditedFigureRow | null;
  is: AuditedFigureRow | null;
}

/** The figures in which another audit differs: as printed, as recorded, or in a verdict. Its position does not matter. */
export function changesBetween(
  before: readonly AuditedFigureRow[],
  after: readonly AuditedFigureRow[],
): AuditChange[] {
  const [was, is] = [keyed(before), keyed(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ was: was.get(key) ?? null, is: is.get(key) ?? null }))
    .filter(
      ({ was: one, is: other }) => one === null || other === null || contentOf(one) !== contentOf(other),
    );
}

/** By what a figure is of. Of one that is printed several times each is compared with that of the same place in their order. */
function keyed(figures: readonly AuditedFigureRow[]): Map<string, AuditedFigureRow> {
  const counts = new Map<string, number>();
  return new Map(
    figures.map((figure) => {
      const key = `${subjectKey(figure)} ${figure.kind}`;
      const before = counts.get(key) ?? 0;
      counts.set(key, before + 1);
      return [`${key} ${before}`, figure];
    }),
  );
}

function contentOf({ printed, recomputed, verdict, inReport }: AuditedFigureRow): string {
  const faults = inReport.map(({ fault, expected }) => [fault, expected]);
  return JSON.stringify([printed, recomputed, verdict, faults]);
}
