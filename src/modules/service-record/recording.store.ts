import type { Member } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { type Fault, assertNoFaults } from '../../platform/faults';
import { newId } from '../../platform/ids';
import { keyReused, type Structure } from '../agreement';
import { insertRecords, type KeyedRecord, recordsByKeys } from './recording.repository';
import type { ServiceRecordRow } from './service-record.repository';
import { hasSameContent, type ValidRecord } from './service-record.rules';

/** Stored records by idempotency key. */
type Before = ReadonlyMap<string | null, KeyedRecord>;

/** Records to store, except those stored before. */
export interface ValidatedRecords {
  structure: Structure;
  records: readonly ValidRecord[];
  before: Before;
}

/** The idempotency keys of records. */
export function keysOf(records: readonly ValidRecord[]): string[] {
  return records.flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
}

/** Whether a record with the same key and content is stored already. */
export function isRetry(before: Before, record: ValidRecord | undefined): boolean {
  if (!record) return false;
  const known = before.get(record.idempotencyKey);
  return known !== undefined && hasSameContent(known.first, record);
}

/**
 * Stores the new records and returns all in the order of the input. A record whose key is stored already (by an earlier
 * or concurrent call, or earlier in this one) is returned as stored; a key that was first sent with other content rejects
 * the whole call.
 */
export async function store(
  member: Member,
  transaction: Transaction,
  { structure, records, before }: ValidatedRecords,
): Promise<{ rows: ServiceRecordRow[]; storedBefore: string[] }> {
  const given = records.map((record) => ({ ...record, id: newId() }));
  const newRecords = given.filter(({ idempotencyKey }) => !before.has(idempotencyKey));
  const { memberId } = member.session;
  const inserted = await insertRecords(transaction, structure, newRecords, memberId, member.now());
  const byId = new Map(inserted.map((row) => [row.id, row]));
  const missing = keysOf(newRecords.filter(({ id }) => !byId.has(id)));
  const stored =
    missing.length === 0
      ? before
      : new Map([...before, ...(await recordsByKeys(transaction, structure, missing))]);
  const faults: Fault[] = [];
  const storedBefore: string[] = [];
  const rows = given.map((record, index) => {
    const made = byId.get(record.id);
    const row = made ?? stored.get(record.idempotencyKey)?.row;
    if (!row) throw new Error('a record was neither stored nor found');
    if (made ? made.isKeyTaken : !isRetry(stored, record)) {
      faults.push(keyReused(['records', index, 'idempotencyKey']));
    }
    if (!made && !byId.has(row.id)) storedBefore.push(row.id);
    return row;
  });
  assertNoFaults(faults);
  return { rows, storedBefore };
}
