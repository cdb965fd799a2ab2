import { exact } from '../../platform/decimal';
import type { CompletionTable } from '../completion';
import { figuresOf } from './figures.rules';
import { BasisReport } from './snapshot.enums';

/** A report as it was. Of completion there is one for each term that the days touch. */
export interface SnapshotPart {
  report: BasisReport;
  content: unknown;
}

/** A figure of a snapshot as SQL reads it: what leads to it, and its value. */
export interface FigureRow {
  report: BasisReport;
  position: number;
  path: string[];
  value: string;
  zoneId?: string;
  projectId?: string;
}

type Unplaced = Omit<FigureRow, 'report' | 'position'>;
type Table = Pick<CompletionTable, 'term' | 'timeProgressPercent' | 'rows'>;
type Sums = Pick<Table['rows'][number]['total'], 'target' | 'completed' | 'percent'>;

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * The figures of reports: every number. Of zones and projects those that are not 0. Satisfaction is for the parties and
 * their bureaus, and the BI logins of others read the rows too.
 */
export function figureRows(parts: readonly SnapshotPart[]): FigureRow[] {
  return parts
    .filter(({ report }) => report !== BasisReport.SATISFACTION)
    .flatMap(({ report, content }) => {
      const figures =
        report === BasisReport.COMPLETION ? figuresOfTable(content as Table) : numbersOf(content);
      return figures.map((figure) => ({ report, ...figure }));
    })
    .map((figure, position) => ({ position, ...figure }));
}

function numbersOf(content: unknown): Unplaced[] {
  return figuresOf(content).filter(({ value }) => NUMBER.test(value));
}

/** Beside each measure's total what is in no zone: with it the zones sum up to the total. */
function figuresOfTable({ term, timeProgressPercent, rows }: Table): Unplaced[] {
  return [
    { path: [term.name, 'timeProgressPercent'], value: timeProgressPercent },
    ...rows.flatMap(({ indicator, measure, total, byZone, byProject }) => {
      const path = [term.name, indicator.code, measure.code];
      const withoutZone = byZone.reduce(
        (rest, { completed }) => rest.minus(completed),
        exact(total.completed),
      );
      return [
        ...sumsOf([...path, 'total'], total),
        ...(withoutZone.eq(0)
          ? []
          : [{ path: [...path, 'withoutZone', 'completed'], value: withoutZone.toFixed() }]),
        ...byZone.flatMap(({ zone, ...sums }) =>
          withoutZeros(sumsOf([...path, 'byZone', zone.name], sums)).map((row) => ({
            ...row,
            zoneId: zone.id,
          })),
        ),
        ...byProject.flatMap(({ project, ...sums }) =>
          withoutZeros(sumsOf([...path, 'byProject', project.name], sums)).map((row) => ({
            ...row,
            projectId: project.id,
          })),
        ),
      ];
    }),
  ];
}

function sumsOf(path: string[], sums: Sums): Unplaced[] {
  return (['target', 'completed', 'percent'] as const).flatMap((figure) => {
    const value = sums[figure];
    return value === null ? [] : [{ path: [...path, figure], value }];
  });
}

function withoutZeros(rows: readonly Unplaced[]): Unplaced[] {
  return rows.filter(({ value }) => !exact(value).eq(0));
}
