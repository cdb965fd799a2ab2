import { createHash } from 'node:crypto';
import type { LogRecord } from '../../service-log/record';
import { comparedAmounts, wordsOfRow } from './record-texts';

/** What a row of a log says, as hashes in hexadecimal. */
export interface RowHashes {
  /** All of it: rows with equal hashes are equal rows. */
  content: string;
  /** Day, place and indicator: what stays when quantities or the note are changed. */
  service: string;
}

export function hashesOf(record: LogRecord): RowHashes {
  const { day, zone, point, project, indicator, note } = record;
  // The zone of a point follows from the day, whether the row names it or not.
  const service = [day, (point ?? zone)?.id ?? null, project?.id ?? null, indicator];
  // A zero says what an empty cell says.
  const content = [service, comparedAmounts(wordsOfRow(record)), note];
  return { service: sha256(service), content: sha256(content) };
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
