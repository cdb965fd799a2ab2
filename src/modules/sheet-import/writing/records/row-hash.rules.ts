import { hash } from 'node:crypto';
import type { LogRecord } from '../../service-log/record';
import { comparedAmounts, type RecordWords, wordsOfRow } from './record-texts';

/** What a row of a log says, as hashes in hexadecimal. */
export interface RowHashes {
  /** All of it: rows with equal hashes are equal rows. */
  content: string;
  /** Day, place and indicator: what stays when quantities or the note are changed. */
  service: string;
}

/** What is hashed of a row, or of a record that may say the same. */
export interface Said extends RecordWords {
  day: string;
  indicator: string;
  projectId: string | null;
  zoneId: string | null;
  pointId: string | null;
}

export function hashesOf({ day, indicator, projectId, zoneId, pointId, amounts, note }: Said): RowHashes {
  // The zone of a point follows from the day, whether the row names it or not.
  const service = [day, pointId ?? zoneId, projectId, indicator];
  // A zero says what an empty cell says.
  const content = [service, comparedAmounts({ amounts, note }), note];
  return { service: sha256(service), content: sha256(content) };
}

export function hashesOfRow(record: LogRecord): RowHashes {
  const { day, zone, point, project, indicator } = record;
  const place = { zoneId: zone?.id ?? null, pointId: point?.id ?? null, projectId: project?.id ?? null };
  return hashesOf({ day, indicator, ...place, ...wordsOfRow(record) });
}

function sha256(value: unknown): string {
  return hash('sha256', JSON.stringify(value));
}
