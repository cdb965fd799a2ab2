import type { AuditAction, Caller, Change, Member, Write } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { assertNoFaults, type Path } from '../../platform/faults';
import { isId } from '../../platform/ids';
import type { InputRules } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import { answeredEach, keyReused } from '../agreement';
import { keysOfRecords, RECORD_THING } from './recording.repository';
import { readRecordsForUpdate, type ServiceRecordRow } from './service-record.repository';

/** What one row of a call asks of a record; both paths lead into the input. */
export interface AskedChange {
  id: string;
  idPath: Path;
  key: string | null;
  keyPath: Path;
  /** The validated input, without the key. */
  content: object;
}

/** Locked records by id. */
type LockedRecords = ReadonlyMap<string, ServiceRecordRow>;

/** Row-locks the records to change; NOT_FOUND where one is outside the scope. A worker changes only its own, a manager any. */
export async function lockRecords(
  caller: Caller,
  { session }: Member,
  transaction: Transaction,
  asked: readonly AskedChange[],
): Promise<LockedRecords> {
  const ids = asked.flatMap(({ id }) => (isId(id) ? [id] : []));
  const rows = await readRecordsForUpdate(transaction, session.organisationId, ids);
  const records = new Map(rows.map((row) => [row.id, row]));
  const missing = asked.find(({ id }) => !records.has(id));
  if (missing) throw notFound(missing.id);
  if (rows.some(({ recordedById }) => recordedById !== session.memberId)) {
    caller.assert('serviceRecord.correctAny');
  }
  return records;
}

/** The rows of a call that were not carried out before, by their keys, with their records. Each record may be in one of them. */
export async function pending<Asked extends AskedChange>(
  member: Member,
  transaction: Write,
  rules: InputRules,
  action: AuditAction,
  asked: readonly Asked[],
  records: LockedRecords,
): Promise<{ asked: Asked; record: ServiceRecordRow }[]> {
  const { organisationId } = member.session;
  const rows = asked.flatMap((row) => {
    const record = records.get(row.id);
    return record ? [{ asked: row, record }] : [];
  });
  const keyed = rows.map(({ asked: { key, keyPath: path, content }, record: { id, agreementId } }) => ({
    action,
    key,
    content,
    agreementId,
    path,
    thingIds: [id],
  }));
  const before = await answeredEach(member, transaction, organisationId, RECORD_THING, keyed);
  const claimed = keyed.filter(({ key }, index) => key !== null && before[index] === null);
  // Keys of recordServices are stored in the records themselves.
  const ofRecords = await keysOfRecords(transaction, organisationId, claimed);
  const isOfRecord = new Set(ofRecords.map(({ agreementId, key }) => `${agreementId} ${key}`));
  assertNoFaults(
    claimed.flatMap(({ agreementId, key, path }) =>
      isOfRecord.has(`${agreementId} ${key}`) ? [keyReused(path)] : [],
    ),
  );
  const seen = new Set<string>();
  const left = rows.filter((_, index) => before[index] === null);
  for (const { asked: row } of left) {
    if (seen.has(row.id)) rules.add('RECORD_NAMED_TWICE', row.idPath);
    seen.add(row.id);
  }
  return left;
}

/** Logs what became of each record, and answers the rows of the call in their order. */
export function changed(
  transaction: Write,
  action: AuditAction,
  asked: readonly AskedChange[],
  records: LockedRecords,
  written: readonly ServiceRecordRow[],
): ServiceRecordRow[] {
  const after = new Map(written.map((row) => [row.id, row]));
  for (const row of written) transaction.log(changeOf(action, records.get(row.id), row));
  return asked.map(({ id }) => {
    const row = after.get(id) ?? records.get(id);
    if (!row) throw new Error('a locked record is gone');
    return row;
  });
}

function changeOf(
  action: AuditAction,
  before: ServiceRecordRow | undefined,
  after: ServiceRecordRow,
): Change {
  const { id: thingId, agreementId } = after;
  return { action, thing: 'ServiceRecord', thingId, agreementIds: [agreementId], before, after };
}
