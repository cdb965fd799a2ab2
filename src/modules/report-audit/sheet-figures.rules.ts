import { type Decimal, percentOf } from '../../platform/decimal';
import type { RecordedFigure } from './against.rules';
import { FigureKind, FigureVerdict, type ReportFault } from './audit.enums';
import { auditFigures } from './audit.rules';
import { type AuditedFigure, subjectKey, type Surroundings } from './figure';
import { formRows, type FormReading, textFigures } from './form-figures.rules';

/** A row of 附件1 with its verdicts. */
export interface SheetFigure {
  sheet: string;
  cell: string;
  indicator: string;
  measure: string;
  zoneId: string | null;
  target: Decimal | null;
  published: Decimal | null;
  publishedPercent: string | null;
  recomputed: Decimal | null;
  recomputedPercent: Decimal | null;
  verdict: FigureVerdict;
  inReport: ReportFault[];
}

/** From the mildest to the worst. */
const SEVERITY = Object.values(FigureVerdict);

/** The rows of a form as it was read, each the worst of its figures, then what it lacks. */
export function sheetFigures(
  reading: FormReading,
  recorded: readonly RecordedFigure[],
  surroundings: Surroundings,
): SheetFigure[] {
  const rows = formRows(reading);
  const printed = [...rows.flatMap((row) => row.printed), ...textFigures(reading)];
  const { figures } = auditFigures(printed, recorded, surroundings);
  const percents = new Map(
    recorded.map(({ completed, target, ...subject }) => [
      subjectKey({ ...subject, subject: null }),
      percentOf(completed, target),
    ]),
  );
  let at = 0;
  const ofForm = rows.map(({ figure, printed: own }): SheetFigure => {
    const audited = figures.slice(at, (at += own.length));
    const find = (kind: FigureKind): AuditedFigure | undefined => audited.find((one) => one.kind === kind);
    const subject = { indicator: figure.indicator, measure: figure.measure, zoneId: figure.zone?.id ?? null };
    return {
      sheet: figure.sheet,
      cell: figure.cells.completed,
      ...subject,
      target: figure.target,
      published: figure.completed,
      publishedPercent: find(FigureKind.PERCENT)?.printed ?? null,
      recomputed: find(FigureKind.COMPLETED)?.recomputed ?? null,
      recomputedPercent: percents.get(subjectKey({ ...subject, subject: null })) ?? null,
      verdict: worstOf(audited),
      inReport: [...new Set(audited.flatMap(({ inReport }) => inReport.map(({ fault }) => fault)))],
    };
  });
  const missing = figures
    .slice(printed.length)
    .map(({ indicator, measure, zoneId, recomputed }): SheetFigure => {
      const subject = { indicator: indicator ?? '', measure: measure ?? '', zoneId };
      return {
        sheet: '',
        cell: '',
        ...subject,
        target: null,
        published: null,
        publishedPercent: null,
        recomputed,
        recomputedPercent: percents.get(subjectKey({ ...subject, subject: null })) ?? null,
        verdict: FigureVerdict.NOT_IN_REPORT,
        inReport: [],
      };
    });
  return [...ofForm, ...missing];
}

function worstOf(figures: readonly AuditedFigure[]): FigureVerdict {
  const ranks = figures.flatMap(({ verdict }) => (verdict === null ? [] : [SEVERITY.indexOf(verdict)]));
  return SEVERITY[Math.max(0, ...ranks)] ?? FigureVerdict.EQUAL;
}
