import type { Day } from '../../platform/calendar';
import { trimmed } from '../../platform/decimal';
import type { Path } from '../../platform/faults';
import { InputRules, MAX_NOTE, MAX_REASON } from '../../platform/input-rules';
import { storedProse } from '../../platform/text-forms';
import { keyReused, type Structure } from '../agreement';
import {
  type Catalogue,
  checkDay,
  checkIndicator,
  checkLocation,
  checkQuantities,
  type GivenQuantity,
  type Location,
  type LocationInput,
} from '../completion';
import type { ServiceRecordInput } from './service-record.input';
import type { ServiceRecordRow } from './service-record.repository';

/** Of one call. */
export const MAX_RECORDS = 500;

/** A validated record, as it will be stored. */
export interface ValidRecord extends Location {
  indicator: string;
  termId: string;
  occurredOn: Day;
  quantities: Record<string, string>;
  note: string | null;
  idempotencyKey: string | null;
}

/** The content of a record, without its key. */
export type RecordContent = Omit<ValidRecord, 'termId' | 'idempotencyKey'>;

export interface Checked {
  rules: InputRules;
  records: ValidRecord[];
}

/** Validates every row of a call and reports every fault of every row. */
export function checkRecords(
  catalogue: Catalogue,
  structure: Structure,
  given: readonly ServiceRecordInput[],
  today: Day,
): Checked {
  const rules = new InputRules();
  if (!rules.count(given.length, ['records'], 1, MAX_RECORDS)) return { rules, records: [] };
  const records = given.map((record, index) => {
    const path: Path = ['records', index];
    const indicator = checkIndicator(rules, catalogue, record.indicator, [...path, 'indicator']);
    if (indicator) checkQuantities(rules, catalogue, indicator, record.quantities, [...path, 'quantities']);
    return {
      indicator: record.indicator,
      termId: checkDay(rules, structure, record.occurredOn, today, [...path, 'occurredOn']) ?? '',
      occurredOn: record.occurredOn,
      ...checkLocation(rules, structure, record, record.occurredOn, path),
      quantities: storedQuantities(record.quantities),
      note: checkNote(rules, record.note, [...path, 'note']),
      idempotencyKey: rules.key(record.idempotencyKey, [...path, 'idempotencyKey']),
    };
  });
  refuseOtherContent(rules, records);
  return { rules, records };
}

/** A key given twice in one call is one record, so the content must be the same. */
function refuseOtherContent(rules: InputRules, records: readonly ValidRecord[]): void {
  const seen = new Map<string, ValidRecord>();
  for (const [index, record] of records.entries()) {
    const { idempotencyKey: key } = record;
    if (key === null) continue;
    const first = seen.get(key);
    if (!first) seen.set(key, record);
    else if (!hasSameContent(first, record))
      rules.faults.push(keyReused(['records', index, 'idempotencyKey']));
  }
}

/** Whether two records have the same content. */
export function hasSameContent(first: RecordContent, second: RecordContent): boolean {
  const given = Object.entries(second.quantities);
  return (
    first.indicator === second.indicator &&
    first.occurredOn === second.occurredOn &&
    first.projectId === second.projectId &&
    first.zoneId === second.zoneId &&
    first.pointId === second.pointId &&
    storedNote(first) === storedNote(second) &&
    given.length === Object.keys(first.quantities).length &&
    given.every(([measure, value]) => first.quantities[measure] === value)
  );
}

/** The first version may have been stored before texts were normalised. */
function storedNote({ note }: RecordContent): string | null {
  return note === null ? null : storedProse(note);
}

/** Quantities by measure, as stored: exact decimals as text. */
export function storedQuantities(quantities: readonly GivenQuantity[]): Record<string, string> {
  return Object.fromEntries(quantities.map(({ measure, value }) => [measure, trimmed(value)]));
}

/** Validates a note: null or not blank; the stored one is always accepted. */
export function checkNote(
  rules: InputRules,
  note: string | null | undefined,
  path: Path,
  before: string | null = null,
): string | null {
  return note == null ? null : rules.prose(note, path, MAX_NOTE, before);
}

/** The required reason of a correction or void. */
export function checkReason(rules: InputRules, reason: string, path: Path): string {
  return rules.prose(reason, path, MAX_REASON);
}

/** Whether a record is no longer what the client has read; then nothing else of its correction can be judged. */
export function isStale(
  rules: InputRules,
  { revision }: Pick<ServiceRecordRow, 'revision'>,
  expected: number,
  path: Path,
): boolean {
  if (revision !== expected) rules.add('STALE_REVISION', path, { revision });
  return revision !== expected;
}

export function refuseVoided(
  rules: InputRules,
  { voidedAt }: Pick<ServiceRecordRow, 'voidedAt'>,
  path: Path,
): void {
  if (voidedAt === null) return;
  rules.add('RECORD_VOIDED', path);
}

/** The location of a record after a correction, not yet validated. */
export function locationAfter(record: Location, input: LocationInput): Location {
  const pointId = input.pointId === undefined ? record.pointId : input.pointId;
  const pointMoved = input.pointId !== undefined && input.pointId !== null;
  // The zone defaults to that of the new point.
  const zoneBefore = pointMoved ? null : record.zoneId;
  return {
    projectId: input.projectId === undefined ? record.projectId : input.projectId,
    zoneId: input.zoneId === undefined ? zoneBefore : input.zoneId,
    pointId,
  };
}
