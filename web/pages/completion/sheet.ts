import type { CompletionQuery, CompletionSheetFragment } from '../../generated/graphql';
import { compareDecimals, type Decimal } from '../../ui/decimals';
import { rowSpans } from '../../ui/row-spans';

export type CompletionAgreement = NonNullable<CompletionQuery['agreement']>;

/** A zone, or a project where the agreement has no zones. */
export interface Column {
  readonly kind: 'ZONE' | 'PROJECT';
  readonly id: string;
  readonly name: string;
}

export interface Cell {
  readonly target: Decimal | null;
  readonly completed: Decimal;
  readonly percent: Decimal | null;
  /** Below the share of the term that has passed. */
  readonly isBehind: boolean;
}

/** A measure of an indicator: a line of 附件1. */
export interface Line {
  readonly indicator: { readonly code: string; readonly name: string };
  readonly measure: { readonly code: string; readonly name: string; readonly unit: string };
  /** The lines that the indicator's cell spans; 0 where it has begun above. */
  readonly span: number;
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
  readonly total: Cell;
}

export interface Sheet {
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
}

/** A figure of the table: of a column, or the total. */
export interface ExplainedFigure {
  readonly line: Pick<Line, 'indicator' | 'measure'>;
  readonly column: Column | undefined;
}

type Figures = Omit<Cell, 'isBehind'>;

/** 附件1 as the official form has it. */
export function sheetOf({ zones, rows, timeProgressPercent }: CompletionSheetFragment): Sheet {
  const cell = ({ target, completed, percent }: Figures): Cell => ({
    target,
    completed,
    percent,
    isBehind: percent !== null && compareDecimals(percent, timeProgressPercent) < 0,
  });
  const hasZones = zones.length > 0;
  const projects = (rows[0]?.byProject ?? []).map(({ project }, index) => ({ project, index }));
  // Projects share measures out seldom: only those that do are columns.
  const used = projects.filter(({ index }) =>
    rows.some(({ byProject }) => byProject[index] !== undefined && isFilled(byProject[index])),
  );
  const columns = hasZones
    ? zones.map(({ id, name }) => ({ kind: 'ZONE' as const, id, name }))
    : used.map(({ project }) => ({ kind: 'PROJECT' as const, ...project }));
  const spans = rowSpans(rows.map(({ indicator }) => indicator.code));
  const lines = rows.map(({ indicator, measure, byZone, byProject, total }, row) => {
    const span = spans[row] ?? 1;
    const parts: readonly Figures[] = hasZones
      ? byZone
      : used.flatMap(({ index }) => byProject.slice(index, index + 1));
    return { indicator, measure, span, cells: parts.map(cell), total: cell(total) };
  });
  return { columns, lines };
}

/** Whether anything was agreed or done. */
function isFilled({ target, completed }: Figures): boolean {
  return target !== null || /[1-9]/.test(completed);
}
