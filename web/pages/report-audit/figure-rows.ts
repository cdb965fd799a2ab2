import type { FigureKind, FigureVerdict, ReportAuditQuery } from '../../generated/graphql';

export type Audit = ReportAuditQuery['reportAudit'];
export type Figure = Audit['figures']['nodes'][number];

/** A line of a report: up to one figure of each kind. */
export interface FigureRow {
  readonly key: number;
  readonly about: Pick<Figure, 'indicator' | 'measure' | 'subject' | 'zone'>;
  readonly figures: Readonly<Partial<Record<FigureKind, Figure>>>;
  /** What the records have and the report does not. */
  readonly isMissing: boolean;
}

/** The figures line by line, as the report has them: those of one subject that follow one another, each kind once. */
export function rowsOf(figures: readonly Figure[]): FigureRow[] {
  const rows: {
    key: number;
    about: Figure;
    figures: Partial<Record<FigureKind, Figure>>;
    isMissing: boolean;
  }[] = [];
  for (const figure of figures) {
    const last = rows[rows.length - 1];
    const isMissing = figure.verdict === 'NOT_IN_REPORT';
    const goesOn =
      last &&
      !isMissing &&
      !last.isMissing &&
      last.figures[figure.kind] === undefined &&
      isSame(last.about, figure);
    if (goesOn) last.figures[figure.kind] = figure;
    else rows.push({ key: figure.position, about: figure, figures: { [figure.kind]: figure }, isMissing });
  }
  return rows;
}

function isSame(one: Figure, other: Figure): boolean {
  return (
    one.indicator?.code === other.indicator?.code &&
    one.measure?.code === other.measure?.code &&
    one.subject === other.subject &&
    one.zone?.id === other.zone?.id
  );
}

export const figuresIn = ({ figures: { TARGET, COMPLETED, PERCENT } }: FigureRow): Figure[] =>
  [TARGET, COMPLETED, PERCENT].filter((figure) => figure !== undefined);

export const isFinding = (row: FigureRow): boolean => figuresIn(row).some((figure) => figure.isFinding);

/** How a figure looks: the class of its colour, and the sign that says the same without one. */
export type VerdictStyle = 'equal' | 'rounded' | 'different' | 'missing' | 'apart';

export const SIGNS: Readonly<Record<VerdictStyle, string>> = {
  equal: '✓',
  rounded: '≈',
  different: '≠',
  missing: '∅',
  apart: '·',
};

export function styleOf(verdict: FigureVerdict | null): VerdictStyle {
  switch (verdict) {
    case 'EQUAL':
      return 'equal';
    case 'ROUNDED_DOWN':
    case 'ROUNDED_TO_INTEGER':
    case 'ROUNDED_HALF_UP':
      return 'rounded';
    case 'DIFFERENT':
      return 'different';
    case 'NOT_RECORDED':
    case 'NOT_IN_REPORT':
      return 'missing';
    case null:
      return 'apart';
  }
}
