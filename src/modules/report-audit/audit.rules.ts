import { trimmed } from '../../platform/decimal';
import { Recorded, type RecordedFigure } from './against.rules';
import { FigureKind, FigureVerdict } from './audit.enums';
import type { AuditedFigure, ReadFigure, Surroundings } from './figure';
import { checkInside } from './inside.rules';
import type { FoundRounding } from './rounding.rules';

export interface AuditResult {
  rounding: FoundRounding;
  /** The printed figures in their order, then what the report lacks. */
  figures: AuditedFigure[];
}

/** Holds the figures of a report against one another, and against the records. */
export function auditFigures(
  figures: readonly ReadFigure[],
  recordedFigures: readonly RecordedFigure[],
  surroundings: Surroundings,
): AuditResult {
  const inside = checkInside(figures, surroundings);
  const recorded = new Recorded(recordedFigures);
  const audited = figures.map((figure, at): AuditedFigure => {
    const { value, ...printed } = figure;
    return {
      ...printed,
      value: value === 'NONE' ? null : trimmed(value.value),
      ...recorded.verdict(figure, inside.rounding.roundings),
      inReport: inside.faults[at] ?? [],
      roundings: inside.roundings[at] ?? [],
      possible: inside.possible[at] ?? [],
    };
  });
  const missing = recorded.missingIn(figures).map(({ completed, target: _, ...subject }): AuditedFigure => ({
    ...subject,
    subject: null,
    kind: FigureKind.COMPLETED,
    printed: null,
    place: null,
    value: null,
    recomputed: completed,
    verdict: FigureVerdict.NOT_IN_REPORT,
    inReport: [],
    roundings: [],
    possible: [],
  }));
  return { rounding: inside.rounding, figures: [...audited, ...missing] };
}

/** Whether a figure is worth a look. One that is merely rounded as the report rounds is not. */
export function isFinding({ verdict, inReport }: Pick<AuditedFigure, 'verdict' | 'inReport'>): boolean {
  return (
    inReport.length > 0 ||
    verdict === FigureVerdict.DIFFERENT ||
    verdict === FigureVerdict.NOT_RECORDED ||
    verdict === FigureVerdict.NOT_IN_REPORT
  );
}
