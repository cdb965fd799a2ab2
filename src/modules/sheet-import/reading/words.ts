import { LRUCache } from 'lru-cache';
import type { Cell } from '../../../platform/sheets';
import { nameKey } from '../../../platform/text-forms';

/** The same few words are in thousands of cells, and their comparison forms take most of the time. */
const KEYS = new LRUCache<string, string>({ max: 5000 });
const MAX_LENGTH = 40;

/** The comparison form of a text. */
export function keyOf(text: string): string {
  if (text.length > MAX_LENGTH) return nameKey(text);
  const known = KEYS.get(text);
  if (known !== undefined) return known;
  const key = nameKey(text);
  KEYS.set(text, key);
  return key;
}

/** The text of a cell for comparison: full-width signs folded, without blanks and line breaks; empty for an empty cell. */
export function wordsOf(cell: Cell | null): string {
  return cell?.kind === 'TEXT' ? keyOf(cell.text) : '';
}

/** The text of a heading as people read it: without blanks and line breaks. */
export function headingOf(cell: Cell | null): string {
  return cell === null ? '' : cell.text.replace(/\s+/gu, '');
}

/** Without the unit in brackets at its end: 典型案例（个）. */
export function withoutUnit(words: string): string {
  return words.replace(/\([^()]*\)$/u, '');
}
