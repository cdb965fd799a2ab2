import type { Mistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import type { TargetInput } from '../../generated/graphql';
import { compareDecimals } from '../../ui/decimals';
import { cellKey, type Site, type TargetGrid, type TargetLine } from './grid';

/** What is typed, by the key of its cell; a cell that nothing was typed in has what is stored. */
export type Typed = Readonly<Record<string, string>>;

export interface Changes {
  readonly targets: readonly TargetInput[];
  /** Of each target, its cell: where the answer of the server names it. */
  readonly cells: readonly string[];
  readonly mistakes: readonly Mistake[];
}

/** The targets that what is typed would change. An empty cell, or a slash, takes one out. */
export function changesOf({ sites, lines }: TargetGrid, typed: Typed, termId: string): Changes {
  const reading = new Reading();
  const targets: TargetInput[] = [];
  const cells: string[] = [];
  const read = (line: TargetLine, site: Site, at: number): void => {
    const key = cellKey(line, site);
    const text = typed[key];
    if (text === undefined) return;
    const value = text.normalize('NFKC').trim() === '/' ? null : reading.numberOrNull(text, key);
    const stored = line.cells[at]?.value;
    if (isSame(value, stored)) return;
    cells.push(key);
    targets.push({
      termId,
      zoneId: site.zoneId,
      projectId: site.projectId,
      value,
      indicator: line.indicator.code,
      measure: line.measure.code,
    });
  };
  for (const line of lines) sites.forEach((site, at) => read(line, site, at));
  return { targets, cells, mistakes: reading.mistakes };
}

function isSame(value: string | null, stored: string | undefined): boolean {
  if (value === null || stored === undefined) return value === (stored ?? null);
  return /^\d+(\.\d+)?$/.test(value) && compareDecimals(value, stored) === 0;
}

/** The refusals of the server at the cells that they are about; those that are about none keep their path. */
export function atCells(refusals: readonly Mistake[], cells: readonly string[]): Mistake[] {
  return refusals.map((refusal) => {
    const [list, index] = refusal.path;
    const cell = list === 'targets' ? cells[Number(index)] : undefined;
    return cell === undefined ? refusal : { ...refusal, path: [cell] };
  });
}

/** Cells pasted from a spreadsheet, from one cell on to the right and down; what lies beyond the table is left out. */
export function pasted(
  { sites, lines }: TargetGrid,
  from: { readonly line: number; readonly site: number },
  rows: readonly (readonly string[])[],
): Typed {
  const typed: Record<string, string> = {};
  rows.forEach((row, down) => {
    row.forEach((text, right) => {
      const line = lines[from.line + down];
      const site = sites[from.site + right];
      if (line && site) typed[cellKey(line, site)] = text.trim();
    });
  });
  return typed;
}
