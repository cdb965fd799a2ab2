import { type Decimal, exact, trimmed } from '../../../../platform/decimal';
import { blank, cellName, number, type SheetBuilder, text } from '../../../../platform/sheets';
import type { Indicator } from '../../../completion';
import { putFigure } from './figure-cells';
import type { FormFigures, NamedPart, Subject } from './figures';
import { subjectsOf } from './figures';
import { headingsOf, indicatorName } from './headings';

/** What is the same in all blocks of a form. */
export interface BlockContext {
  figures: FormFigures;
  zones: readonly NamedPart[];
  /** 投入社工人数 by zone; null where it is not known. */
  workers: ReadonlyMap<string, Decimal> | null;
}

/** 服务片区 and 投入社工人数. */
export const LABEL_COLUMNS = 2;

/** A table of zones below headings of indicators; answers the row below it. */
export function putZoneBlock(
  sheet: SheetBuilder,
  top: number,
  indicators: readonly Indicator[],
  context: BlockContext,
  { headRows, hasTotal }: { headRows: 2 | 3; hasTotal: boolean },
): number {
  const bottom = top + headRows - 1;
  for (const [column, heading] of ['服务\n片区', '投入社\n工人数'].entries())
    sheet.span({ top, left: column, bottom, right: column }, text(heading, 'HEADING'));
  const first = bottom + 1;
  const lines = [...context.zones, ...(hasTotal ? [null] : [])];
  for (const [at, zone] of lines.entries()) putLabel(sheet, first + at, first, zone, context);
  let column = LABEL_COLUMNS;
  for (const indicator of indicators) {
    const subjects = subjectsOf(indicator);
    const right = column + 3 * subjects.length - 1;
    sheet.span({ top, left: column, bottom: top, right }, text(indicatorName({ indicator }), 'HEADING'));
    for (const subject of subjects) {
      for (const [at, heading] of headingsOf(subject).entries())
        sheet.span({ top: top + 1, left: column + at, bottom, right: column + at }, text(heading, 'HEADING'));
      putColumns(sheet, first, column, subject, context, hasTotal);
      column += 3;
    }
  }
  return first + lines.length;
}

function putLabel(
  sheet: SheetBuilder,
  row: number,
  first: number,
  zone: NamedPart | null,
  { zones, workers }: BlockContext,
): void {
  sheet.put(row, 0, text(zone?.name ?? '合计'));
  if (!workers) sheet.put(row, 1, blank('NUMBER'));
  else if (zone) sheet.put(row, 1, number(workers.get(zone.id) ?? '0'));
  else if (zones.length === 0) sheet.put(row, 1, blank('NUMBER'));
  else {
    const all = zones.reduce((sum, { id }) => sum.plus(workers.get(id) ?? '0'), exact('0'));
    const range = `${cellName(first, 1)}:${cellName(row - 1, 1)}`;
    sheet.put(row, 1, { ...number(trimmed(all)), formula: `SUM(${range})` });
  }
}

function putColumns(
  sheet: SheetBuilder,
  first: number,
  column: number,
  subject: Subject,
  { figures, zones }: BlockContext,
  hasTotal: boolean,
): void {
  const parts = zones.map(({ id }) => figures.zone(subject, id));
  for (const [at, figure] of parts.entries()) putFigure(sheet, first + at, column, figure);
  if (!hasTotal) return;
  const last = first + parts.length - 1;
  const above = parts.length === 0 ? null : { rows: [first, last] as const, figures: parts };
  putFigure(sheet, last + 1, column, figures.total(subject), above);
}
