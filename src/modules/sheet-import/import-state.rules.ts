import { dayOf } from '../../platform/calendar';
import { ImportState } from './import.enums';
import type { SheetImportRow } from './import.repository';

type Dated = Pick<SheetImportRow, 'expiresAt' | 'appliedAt' | 'undoneAt'>;

/** Whether the file of an import is forgotten. */
export function isGone({ expiresAt }: Pick<SheetImportRow, 'expiresAt'>, now: Date): boolean {
  return now >= expiresAt;
}

/** What the refusal of a file that is forgotten says. */
export function forgotten({ expiresAt }: Pick<SheetImportRow, 'expiresAt'>): { on: string } {
  return { on: dayOf(expiresAt) };
}

/** Whether an import may still be applied. */
export function isOpen(row: Dated, now: Date): boolean {
  return row.appliedAt === null && !isGone(row, now);
}

export function stateOf(row: Dated & Pick<SheetImportRow, 'ready'>, now: Date): ImportState {
  if (row.undoneAt !== null) return ImportState.UNDONE;
  if (row.appliedAt !== null) return ImportState.APPLIED;
  if (isGone(row, now)) return ImportState.EXPIRED;
  return row.ready > 0 ? ImportState.READY : ImportState.REFUSED;
}
