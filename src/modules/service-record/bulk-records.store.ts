import type { Member } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import type { Fault } from '../../platform/faults';
import { newId } from '../../platform/ids';
import { type AgreementKey, type AgreementStructureCache, readStructure, type Structure } from '../agreement';
import type { Catalogue } from '../completion';
import { closedMonthFaults } from './closed-months';
import { type Correction, insertRecords, updateRecords, voidRecords } from './recording.repository';
import type { ServiceRecordInput } from './service-record.input';
import {
  readRecordsForUpdate,
  recordsState,
  type RecordVersion,
  type ServiceRecordRow,
  versionsAt,
} from './service-record.repository';
import { checkRecords, MAX_RECORDS, type ValidRecord } from './service-record.rules';

/** What the rules say of many records: each fault has the path [number of the record, field, …]. */
export interface BulkCheck {
  structure: Structure;
  records: ValidRecord[];
  faults: Fault[];
}

/** Another content for a record that is locked. */
interface BulkCorrection {
  record: Pick<ServiceRecordRow, 'id'>;
  content: ValidRecord;
  reason: string;
}

/**
 * Any number of records in a transaction that the caller has opened and audits: by the rules and the statements of
 * recordServices and its like, as many at a time as those take.
 */
export class BulkRecords {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly structures: AgreementStructureCache,
  ) {}

  /** A text that changes whenever a record of the agreement, one of its months or its structure does. */
  async basis(transaction: Transaction, { organisationId, agreementId }: AgreementKey): Promise<string> {
    const structure = await readStructure(transaction, organisationId, agreementId);
    return JSON.stringify([structure, await recordsState(transaction, { organisationId, agreementId })]);
  }

  async check(
    member: Member,
    transaction: Transaction,
    agreementId: string,
    given: readonly ServiceRecordInput[],
  ): Promise<BulkCheck> {
    const structure = await this.structures.read(member, transaction, agreementId);
    const records: ValidRecord[] = [];
    const faults: Fault[] = [];
    for (const batch of batchesOf(given)) {
      const before = records.length;
      const checked = checkRecords(this.catalogue, structure, batch, member.today());
      records.push(...checked.records);
      faults.push(...checked.rules.faults.map((fault) => ({ ...fault, path: numbered(fault, before) })));
    }
    const days = records.map(({ occurredOn: day }, at) => ({ day, path: [at, 'occurredOn'] }));
    if (days.length > 0) faults.push(...(await closedMonthFaults(transaction, structure, days)));
    return { structure, records, faults };
  }

  /** Stores new records; returns their ids in the order given. */
  async insert(
    member: Member,
    transaction: Transaction,
    structure: Structure,
    records: readonly ValidRecord[],
  ): Promise<string[]> {
    const made = records.map((record) => ({ ...record, id: newId() }));
    for (const batch of batchesOf(made))
      await insertRecords(transaction, structure, batch, member.session.memberId, member.now());
    return made.map(({ id }) => id);
  }

  /** Row-locks records of the member's organisation, those within the scope. */
  async lock(
    member: Member,
    transaction: Transaction,
    ids: readonly string[],
  ): Promise<Map<string, ServiceRecordRow>> {
    const locked = new Map<string, ServiceRecordRow>();
    for (const batch of batchesOf([...ids].sort()))
      for (const row of await readRecordsForUpdate(transaction, member.session.organisationId, batch))
        locked.set(row.id, row);
    return locked;
  }

  async correct(
    member: Member,
    transaction: Transaction,
    corrections: readonly BulkCorrection[],
  ): Promise<void> {
    const { organisationId, memberId } = member.session;
    const given = corrections.map(({ record, content, reason }): Correction => {
      const { termId, occurredOn, projectId, zoneId, pointId, quantities, note } = content;
      return { id: record.id, termId, occurredOn, projectId, zoneId, pointId, quantities, note, reason };
    });
    for (const batch of batchesOf(given))
      await updateRecords(transaction, organisationId, batch, memberId, member.now());
  }

  async void(
    member: Member,
    transaction: Transaction,
    ids: readonly string[],
    reason: string,
  ): Promise<void> {
    const { organisationId, memberId } = member.session;
    for (const batch of batchesOf(ids))
      await voidRecords(transaction, organisationId, batch, reason, memberId, member.now());
  }

  async versions(
    transaction: Transaction,
    operatorId: string,
    asked: readonly { id: string; revision: number }[],
  ): Promise<Map<string, RecordVersion>> {
    return versionsAt(transaction, operatorId, asked);
  }

  /** The records whose days are in months that are closed. */
  async inClosedMonths<Row extends Pick<ServiceRecordRow, 'occurredOn'>>(
    transaction: Transaction,
    structure: Pick<Structure, 'organisationId' | 'agreementId'>,
    records: readonly Row[],
  ): Promise<Set<Row>> {
    const days = records.map(({ occurredOn: day }, at) => ({ day, path: [at] }));
    const faults = days.length > 0 ? await closedMonthFaults(transaction, structure, days) : [];
    return new Set(faults.flatMap(({ path: [at] }) => records[Number(at)] ?? []));
  }
}

function numbered({ path }: Fault, before: number): Fault['path'] {
  const [, index, ...field] = path;
  return [before + Number(index), ...field];
}

function batchesOf<Item>(items: readonly Item[]): Item[][] {
  const batches: Item[][] = [];
  for (let at = 0; at < items.length; at += MAX_RECORDS) batches.push(items.slice(at, at + MAX_RECORDS));
  return batches;
}
