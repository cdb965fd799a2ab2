import type { AuditAction, Caller, Change, Member, Write } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { BrokenRules, assertNoFaults } from '../../platform/faults';
import { isId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import {
  answeredBefore,
  type KeyedCall,
  AgreementStructureCache,
  keyReused,
  type Structure,
} from '../agreement';
import { type Catalogue, checkDay, checkLocation, checkQuantities } from '../completion';
import { closedMonthFaults, daysOfCorrection } from './closed-months';
import { RECORD_THING, recordsByKeys, updateRecord, voidRecord } from './recording.repository';
import { isRetry, type ValidatedRecords, keysOf, store } from './recording.store';
import type {
  CorrectServiceRecordInput,
  RecordServicesInput,
  ServiceRecordInput,
} from './service-record.input';
import { readRecordForUpdate, type ServiceRecordRow } from './service-record.repository';
import {
  type Checked,
  checkNote,
  checkReason,
  checkRecords,
  locationAfter,
  refuseStale,
  refuseVoided,
  storedQuantities,
} from './service-record.rules';

/** The arguments of voidServiceRecord. */
export interface Voiding {
  id: string;
  reason: string;
  idempotencyKey?: string | null;
}

/** Stores, corrects and voids service records: 登记、更正、作废服务记录. */
export class RecordingService {
  private readonly structures = new AgreementStructureCache();

  constructor(private readonly catalogue: Catalogue) {}

  /** Stores up to 500 records, all or none; returns them in the order of the input. */
  async record(caller: Caller, input: RecordServicesInput): Promise<ServiceRecordRow[]> {
    const member = caller.assert('serviceRecord.record');
    return againWhenOvertaken(async (isClosed) =>
      this.recordOnce(member, input, isClosed).catch((error: unknown) => {
        this.structures.forget(member, input.agreementId);
        throw error;
      }),
    );
  }

  private async recordOnce(
    member: Member,
    { agreementId, records }: RecordServicesInput,
    isClosed: boolean,
  ): Promise<ServiceRecordRow[]> {
    return member.write(async (transaction) => {
      const validated = await this.validate(member, transaction, agreementId, records, isClosed);
      const { rows, storedBefore } = await store(member, transaction, validated);
      transaction.log({
        action: 'SERVICES_RECORDED',
        thing: 'Agreement',
        thingId: agreementId,
        agreementIds: [agreementId],
        after: {
          recordIds: rows.map(({ id }) => id),
          ...(storedBefore.length > 0 && { storedBefore }),
        },
      });
      return rows;
    });
  }

  /** Writes a new version of a record; fields not given remain unchanged. */
  async correct(caller: Caller, input: CorrectServiceRecordInput): Promise<ServiceRecordRow> {
    const member = caller.assert('serviceRecord.correctOwn');
    return againWhenOvertaken(async (isClosed) => this.correctOnce(caller, member, input, isClosed));
  }

  private async correctOnce(
    caller: Caller,
    member: Member,
    input: CorrectServiceRecordInput,
    isClosed: boolean,
  ): Promise<ServiceRecordRow> {
    return member.write(async (transaction) => {
      const record = await lockRecord(caller, member, transaction, input.id);
      const rules = new InputRules();
      const { idempotencyKey, ...content } = input;
      const call = { action: 'RECORD_CORRECTED' as const, key: rules.key(idempotencyKey), content };
      if (await wasDone(member, transaction, record, call)) return record;
      refuseStale(rules, record, input.expectedRevision);
      refuseVoided(rules, record, ['id']);
      const structure = await this.structures.read(member, transaction, record.agreementId);
      const occurredOn = input.occurredOn ?? record.occurredOn;
      const indicator = this.catalogue.get(record.indicatorCode);
      if (input.quantities)
        checkQuantities(rules, this.catalogue, indicator, input.quantities, ['quantities']);
      const correction = {
        termId:
          checkDay(rules, structure, occurredOn, member.today(), ['occurredOn'], record.occurredOn) ?? '',
        occurredOn,
        ...checkLocation(rules, structure, locationAfter(record, input), occurredOn, []),
        quantities: input.quantities ? storedQuantities(input.quantities) : record.amounts,
        note: input.note === undefined ? record.note : checkNote(rules, input.note, ['note'], record.note),
        reason: checkReason(rules, input.reason),
      };
      if (isClosed) {
        const days = daysOfCorrection(record.occurredOn, occurredOn);
        rules.faults.push(...(await closedMonthFaults(transaction, record, days)));
      }
      assertNoFaults(rules.faults);
      const { memberId } = member.session;
      const corrected = await updateRecord(transaction, record, correction, memberId, member.now());
      transaction.log(changeOf('RECORD_CORRECTED', record, corrected));
      return corrected;
    });
  }

  /** Excludes a record from all figures; it remains readable. */
  async void(caller: Caller, voiding: Voiding): Promise<ServiceRecordRow> {
    const member = caller.assert('serviceRecord.correctOwn');
    return againWhenOvertaken(async (isClosed) => this.voidOnce(caller, member, voiding, isClosed));
  }

  private async voidOnce(
    caller: Caller,
    member: Member,
    { id, reason, idempotencyKey }: Voiding,
    isClosed: boolean,
  ): Promise<ServiceRecordRow> {
    return member.write(async (transaction) => {
      const record = await lockRecord(caller, member, transaction, id);
      const rules = new InputRules();
      const text = checkReason(rules, reason);
      const call = {
        action: 'RECORD_VOIDED' as const,
        key: rules.key(idempotencyKey),
        content: { id, reason: text },
      };
      if (await wasDone(member, transaction, record, call)) return record;
      refuseVoided(rules, record, ['id']);
      if (isClosed) {
        const days = [{ day: record.occurredOn, path: ['id'] }];
        rules.faults.push(...(await closedMonthFaults(transaction, record, days)));
      }
      assertNoFaults(rules.faults);
      const voided = await voidRecord(transaction, record, text, member.session.memberId, member.now());
      transaction.log(changeOf('RECORD_VOIDED', record, voided));
      return voided;
    });
  }

  /** Validates against the cached structure; on failure validates again with the database before rejecting. */
  private async validate(
    member: Member,
    transaction: Transaction,
    agreementId: string,
    given: readonly ServiceRecordInput[],
    isClosed: boolean,
  ): Promise<ValidatedRecords> {
    const check = (structure: Structure): Checked =>
      checkRecords(this.catalogue, structure, given, member.today());
    const known = this.structures.find(member, agreementId);
    if (known && !isClosed) {
      const { rules, records } = check(known);
      if (rules.faults.length === 0) return { structure: known, records, before: new Map() };
    }
    const structure = await this.structures.read(member, transaction, agreementId);
    const { rules, records } = check(structure);
    if (rules.faults.length === 0 && !isClosed) return { structure, records, before: new Map() };
    const days = records.map(({ occurredOn: day }, at) => ({ day, path: ['records', at, 'occurredOn'] }));
    rules.faults.push(...(await closedMonthFaults(transaction, structure, days)));
    // A retry is recognised by key and content alone: it may have been valid then and be invalid now.
    const before = await recordsByKeys(transaction, structure, keysOf(records));
    assertNoFaults(rules.faults.filter(({ path: [, index] }) => !isRetry(before, records[Number(index)])));
    return { structure, records, before };
  }
}

const MAX_ATTEMPTS = 4;

/**
 * Repeats a write that somebody else's step, taken meanwhile, has overtaken: it is validated anew. `isClosed` where it
 * was refused because a month is closed, which is not asked before every write.
 */
async function againWhenOvertaken<T>(attempt: (isClosed: boolean) => Promise<T>): Promise<T> {
  let isClosed = false;
  for (let left = MAX_ATTEMPTS; ; left -= 1) {
    try {
      return await attempt(isClosed);
    } catch (error) {
      const [first] = error instanceof BrokenRules ? error.faults : [];
      const isNamed = isClosed && first?.code === 'MONTH_CLOSED';
      const isOvertaken = first?.code === 'STRUCTURE_CHANGED' || first?.code === 'MONTH_CLOSED';
      if (!isOvertaken || isNamed || left === 1) throw error;
      isClosed ||= first.code === 'MONTH_CLOSED';
    }
  }
}

function changeOf(action: AuditAction, before: ServiceRecordRow, after: ServiceRecordRow): Change {
  return {
    action,
    thing: 'ServiceRecord',
    thingId: before.id,
    agreementIds: [before.agreementId],
    before,
    after,
  };
}

/** Row-locks the record to change. A worker changes only its own, a manager any. */
async function lockRecord(
  caller: Caller,
  { session }: Member,
  transaction: Transaction,
  id: string,
): Promise<ServiceRecordRow> {
  const record = isId(id) ? await readRecordForUpdate(transaction, session.organisationId, id) : null;
  if (!record) throw notFound(id);
  if (record.recordedById !== session.memberId) caller.assert('serviceRecord.correctAny');
  return record;
}

/** True if a call with the same key was carried out before. */
async function wasDone(
  member: Member,
  transaction: Write,
  record: ServiceRecordRow,
  call: Omit<KeyedCall, 'thing' | 'thingIds'>,
): Promise<boolean> {
  const { key } = call;
  const keyed = { ...call, thing: RECORD_THING, thingIds: [record.id] };
  if ((await answeredBefore(member, transaction, record, keyed)) !== null) return true;
  // Keys of recordServices are stored in the records themselves.
  const isOfRecord = key !== null && (await recordsByKeys(transaction, record, [key])).size > 0;
  if (isOfRecord) throw new BrokenRules([keyReused()]);
  return false;
}
