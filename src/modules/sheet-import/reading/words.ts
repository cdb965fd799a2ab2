import { nameKey } from '../../../platform/text-forms';
import type { Cell } from '../../../platform/sheets';

/** The text of a cell for comparison: full-width signs folded, without blanks and line breaks; empty for an empty cell. */
export function wordsOf(cell: Cell | null): string {
  return cell?.kind === 'TEXT' ? nameKey(cell.text) : '';
}

/** The text of a heading as people read it: without blanks and line breaks. */
export function headingOf(cell: Cell | null): string {
  return cell === null ? '' : cell.text.replace(/\s+/gu, '');
}

/** Without the unit in brackets at its end: 典型案例（个）. */
export function withoutUnit(words: string): string {
  return words.replace(/\([^()]*\)$/u, '');
}
