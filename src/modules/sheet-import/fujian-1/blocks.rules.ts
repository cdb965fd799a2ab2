import type { Grid } from '../../../platform/sheets';
import type { Indicator } from '../../completion';
import { matchIndicator } from '../reading/names.rules';
import { headingOf } from '../reading/words';
import { isContentHeading, isWorkersHeading, isZoneHeading, type Role, roleOf } from './roles.rules';

/** A heading of one column: of a target, of what was completed, or of their ratio. */
export interface RoleHeading {
  role: Role;
  column: number;
  /** Its own words and those above it, but for the indicator's: they name the measure. */
  hints: string[];
}

/** Columns below one heading: those of an indicator, which may have several measures. */
export interface Span {
  /** The heading; null where the rows name the indicators, in the columns from `left` on. */
  heading: { row: number; column: number; text: string } | null;
  left: number;
  roles: RoleHeading[];
}

/** A table of the form: its headings, and the rows below them. */
export interface Block {
  /** The rows of its headings. */
  top: number;
  bottom: number;
  /** The row after its last one. */
  end: number;
  spans: Span[];
  zoneColumn: number | null;
  workersColumn: number | null;
}

/** Rows of headings above the row of the roles. */
const LEVELS = 3;

/** The tables of a sheet, one below another, by their headings wherever they are. */
export function blocksOf(grid: Grid, indicators: readonly Indicator[]): Block[] {
  const blocks: Block[] = [];
  for (let row = 0; row < grid.height; row += 1) {
    const columns = grid.filled(row);
    const roles = columns.flatMap((column) => {
      const role = roleOf(grid.at(row, column));
      return role ? [{ role, column }] : [];
    });
    const has = (wanted: Role): boolean => roles.some(({ role }) => role === wanted);
    if (!has('TARGET') || !has('COMPLETED')) continue;
    blocks.push(blockAt(grid, row, columns, roles, blocks.at(-1)?.bottom ?? -1, indicators));
  }
  for (const [at, block] of blocks.entries()) block.end = blocks[at + 1]?.top ?? grid.height;
  return blocks;
}

function blockAt(
  grid: Grid,
  row: number,
  columns: readonly number[],
  roles: readonly { role: Role; column: number }[],
  above: number,
  indicators: readonly Indicator[],
): Block {
  const contents = columns.filter((column) => isContentHeading(grid.at(row, column)));
  const spans =
    contents.length > 0
      ? listSpans(grid, row, contents, roles)
      : columnSpans(grid, row, roles, above, indicators);
  const tops = spans.map(({ heading }) => heading?.row ?? row);
  const top = Math.min(row, ...tops);
  const bottoms = roles.map(({ column }) => grid.mergeAt(row, column)?.bottom ?? row);
  const find = (is: typeof isZoneHeading): number | null => {
    for (let at = top; at <= row; at += 1) {
      const found = grid.filled(at).find((column) => is(grid.at(at, column)));
      if (found !== undefined) return found;
    }
    return null;
  };
  return {
    top,
    bottom: Math.max(row, ...bottoms),
    end: grid.height,
    spans,
    zoneColumn: find(isZoneHeading),
    workersColumn: find(isWorkersHeading),
  };
}

/** A list: the rows name the indicators below 协议内容, and there may be several lists side by side. */
function listSpans(
  grid: Grid,
  row: number,
  contents: readonly number[],
  roles: readonly { role: Role; column: number }[],
): Span[] {
  return contents.map((left, at) => {
    const next = contents[at + 1] ?? Infinity;
    const own = roles.filter(({ column }) => column > left && column < next);
    return {
      heading: null,
      left,
      roles: own.map(({ role, column }) => ({ role, column, hints: [headingOf(grid.at(row, column))] })),
    };
  });
}

/** Columns below the names of their indicators, which may span further headings between. */
function columnSpans(
  grid: Grid,
  row: number,
  roles: readonly { role: Role; column: number }[],
  above: number,
  indicators: readonly Indicator[],
): Span[] {
  const spans = new Map<string, Span>();
  for (const { role, column } of roles) {
    const own = headingOf(grid.at(row, column));
    const { heading, hints } = headingAbove(grid, row, column, above, indicators);
    const key = heading ? `${heading.row},${heading.column}` : `none ${column}`;
    const span = spans.get(key) ?? { heading, left: column, roles: [] };
    span.roles.push({ role, column, hints: [own, ...hints] });
    spans.set(key, span);
  }
  return [...spans.values()];
}

/** The heading that names the indicator: the nearest that does, else the nearest at all. */
function headingAbove(
  grid: Grid,
  row: number,
  column: number,
  above: number,
  indicators: readonly Indicator[],
): { heading: Span['heading']; hints: string[] } {
  const levels: NonNullable<Span['heading']>[] = [];
  for (let at = row - 1; at > Math.max(above, row - 1 - LEVELS); at -= 1) {
    const found = anchorOf(grid, at, column);
    if (found && found.row > above && !levels.some((level) => level.row === found.row)) levels.push(found);
  }
  const known = levels.findIndex(({ text }) => 'found' in matchIndicator(text, indicators));
  const chosen = Math.max(known, 0);
  return {
    heading: levels[chosen] ?? null,
    hints: levels.slice(0, chosen).map(({ text }) => text),
  };
}

/** The heading over a column in a row: of its merge, or the nearest to the left where headings are not merged. */
function anchorOf(grid: Grid, row: number, column: number): Span['heading'] {
  const merge = grid.mergeAt(row, column);
  if (merge) return textAt(grid, merge.top, merge.left);
  for (let at = column; at >= 0; at -= 1) {
    const over = grid.mergeAt(row, at);
    if (over) return null;
    if (grid.at(row, at)) return textAt(grid, row, at);
  }
  return null;
}

function textAt(grid: Grid, row: number, column: number): Span['heading'] {
  const cell = grid.at(row, column);
  return cell?.kind === 'TEXT' ? { row, column, text: headingOf(cell) } : null;
}
