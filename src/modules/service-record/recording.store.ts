import type { Member } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { type Fault, refuseFaults } from '../../platform/faults';
import { newId } from '../../platform/ids';
import { keyReused, type Structure } from '../agreement';
import { insertRecords, type KeyedRecord, recordsByKeys } from './recording.repository';
import type { ServiceRecordRow } from './service-record.repository';
import { saysTheSame, type SoundRecord } from './service-record.rules';

/** The records that were stored before, by key. */
type Before = ReadonlyMap<string | null, KeyedRecord>;

/** Records that may be stored, but for those that were before. */
export interface Judged {
  structure: Structure;
  records: readonly SoundRecord[];
  before: Before;
}

/** The keys of records. */
export function keysOf(records: readonly SoundRecord[]): string[] {
  return records.flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
}

/** True when the record was stored before, with its key and with what it says. */
export function isAgain(before: Before, record: SoundRecord | undefined): boolean {
  if (!record) return false;
  const known = before.get(record.idempotencyKey);
  return known !== undefined && saysTheSame(known.first, record);
}

/**
 * Stores the records that are new and returns all in the order given. One whose key is stored already, by an earlier
 * call, by another at this very moment or earlier in this call, is returned as it is now; a key that was first sent with
 * other content refuses them all.
 */
export async function store(
  member: Member,
  transaction: Transaction,
  { structure, records, before }: Judged,
): Promise<{ rows: ServiceRecordRow[]; storedBefore: string[] }> {
  const given = records.map((record) => ({ ...record, id: newId() }));
  const news = given.filter(({ idempotencyKey }) => !before.has(idempotencyKey));
  const { memberId } = member.session;
  const inserted = await insertRecords(transaction, structure, news, memberId, member.now());
  const byId = new Map(inserted.map((row) => [row.id, row]));
  const left = keysOf(news.filter(({ id }) => !byId.has(id)));
  const stored =
    left.length === 0 ? before : new Map([...before, ...(await recordsByKeys(transaction, structure, left))]);
  const faults: Fault[] = [];
  const storedBefore: string[] = [];
  const rows = given.map((record, index) => {
    const made = byId.get(record.id);
    const row = made ?? stored.get(record.idempotencyKey)?.row;
    if (!row) throw new Error('a record was neither stored nor found');
    if (made ? made.isKeyTaken : !isAgain(stored, record)) {
      faults.push(keyReused(['records', index, 'idempotencyKey']));
    }
    if (!made && !byId.has(row.id)) storedBefore.push(row.id);
    return row;
  });
  refuseFaults(faults);
  return { rows, storedBefore };
}
