import type { AuditAction, Caller, Change, Member } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { BrokenRules, refuseFaults } from '../../platform/faults';
import { isId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { notFound } from '../../platform/refusal';
import { KnownStructures, type Structure } from '../agreement';
import type { Catalogue } from './catalogue';
import { checkDay, checkPlace } from './place.rules';
import { checkQuantities } from './quantity.rules';
import { insertRecords, updateRecord, voidRecord } from './recording.repository';
import type {
  CorrectServiceRecordInput,
  RecordServicesInput,
  ServiceRecordInput,
} from './service-record.input';
import { holdRecord, type ServiceRecordRow } from './service-record.repository';
import {
  type Checked,
  checkNote,
  checkReason,
  checkRecords,
  type SoundRecord,
  storedQuantities,
} from './service-record.rules';

/** Records service, corrects and voids it: 登记、更正、作废服务记录. */
export class RecordingService {
  private readonly structures = new KnownStructures();

  constructor(private readonly catalogue: Catalogue) {}

  /** Stores up to 500 records, all or none; returns them in the order given. */
  async record(caller: Caller, { agreementId, records }: RecordServicesInput): Promise<ServiceRecordRow[]> {
    const member = caller.assert('serviceRecord.record');
    return member.write(async (transaction) => {
      const { structure, sound } = await this.judged(member, transaction, agreementId, records);
      const { memberId } = member.session;
      const stored = await insertRecords(transaction, structure, sound, memberId, member.now());
      transaction.log({
        action: 'SERVICES_RECORDED',
        thing: 'Agreement',
        thingId: agreementId,
        agreementIds: [agreementId],
        after: { recordIds: stored.map(({ id }) => id) },
      });
      return stored;
    });
  }

  /** Writes a new version of a record; what the input leaves out stays as it is. */
  async correct(caller: Caller, input: CorrectServiceRecordInput): Promise<ServiceRecordRow> {
    const member = caller.assert('serviceRecord.correctOwn');
    return member.write(async (transaction) => {
      const record = await heldRecord(caller, member, transaction, input.id);
      const rules = new InputRules();
      if (record.revision !== input.expectedRevision) {
        rules.add(
          'STALE_REVISION',
          ['expectedRevision'],
          `此记录已被更新为第 ${String(record.revision)} 版，请重新查看后再更正。`,
          `The record is at revision ${String(record.revision)} by now. Please look at it again before you correct it.`,
        );
        throw new BrokenRules(rules.faults);
      }
      refuseVoided(rules, record, ['id']);
      const structure = await this.structures.read(member, transaction, record.agreementId);
      const occurredOn = input.occurredOn ?? record.occurredOn;
      const indicator = this.catalogue.get(record.indicatorCode);
      if (input.quantities)
        checkQuantities(rules, this.catalogue, indicator, input.quantities, ['quantities']);
      const correction = {
        termId: checkDay(rules, structure, occurredOn, member.today(), ['occurredOn']) ?? '',
        occurredOn,
        ...checkPlace(rules, structure, placeAfter(record, input), []),
        quantities: input.quantities ? storedQuantities(input.quantities) : record.amounts,
        note: input.note === undefined ? record.note : checkNote(rules, input.note, ['note'], record.note),
        reason: checkReason(rules, input.reason),
      };
      refuseFaults(rules.faults);
      const { memberId } = member.session;
      const corrected = await updateRecord(transaction, record, correction, memberId, member.now());
      transaction.log(changeOf('RECORD_CORRECTED', record, corrected));
      return corrected;
    });
  }

  /** Takes a record out of every figure; it stays readable. */
  async void(caller: Caller, id: string, reason: string): Promise<ServiceRecordRow> {
    const member = caller.assert('serviceRecord.correctOwn');
    return member.write(async (transaction) => {
      const record = await heldRecord(caller, member, transaction, id);
      const rules = new InputRules();
      const text = checkReason(rules, reason);
      refuseVoided(rules, record, ['id']);
      refuseFaults(rules.faults);
      const voided = await voidRecord(transaction, record, text, member.session.memberId, member.now());
      transaction.log(changeOf('RECORD_VOIDED', record, voided));
      return voided;
    });
  }

  /** What is known of the agreement may let records through; only what stands in the database refuses them. */
  private async judged(
    member: Member,
    transaction: Transaction,
    agreementId: string,
    given: readonly ServiceRecordInput[],
  ): Promise<{ structure: Structure; sound: SoundRecord[] }> {
    const check = (structure: Structure): Checked =>
      checkRecords(this.catalogue, structure, given, member.today());
    const known = this.structures.find(member, agreementId);
    if (known) {
      const { rules, records } = check(known);
      if (rules.faults.length === 0) return { structure: known, sound: records };
    }
    const structure = await this.structures.read(member, transaction, agreementId);
    const { rules, records } = check(structure);
    refuseFaults(rules.faults);
    return { structure, sound: records };
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

/** The record to change. A worker changes its own, a manager anyone's. */
async function heldRecord(
  caller: Caller,
  { session }: Member,
  transaction: Transaction,
  id: string,
): Promise<ServiceRecordRow> {
  const record = isId(id) ? await holdRecord(transaction, session.organisationId, id) : null;
  if (!record) throw notFound(id);
  if (record.recordedById !== session.memberId) caller.assert('serviceRecord.correctAny');
  return record;
}

function refuseVoided(rules: InputRules, record: ServiceRecordRow, path: string[]): void {
  if (record.voidedAt === null) return;
  rules.add(
    'RECORD_VOIDED',
    path,
    '此记录已作废，不能再更正或作废。如需计入，请重新登记。',
    'The record is voided and stays so. To have it count, please record it anew.',
  );
}

/** Where the record will belong, before it is judged. */
function placeAfter(
  record: ServiceRecordRow,
  input: CorrectServiceRecordInput,
): { projectId: string | null; zoneId: string | null; pointId: string | null } {
  const pointId = input.pointId === undefined ? record.pointId : input.pointId;
  const pointMoved = input.pointId !== undefined && input.pointId !== null;
  // A new point brings its own zone, unless the input names one.
  const zoneBefore = pointMoved ? null : record.zoneId;
  return {
    projectId: input.projectId === undefined ? record.projectId : input.projectId,
    zoneId: input.zoneId === undefined ? zoneBefore : input.zoneId,
    pointId,
  };
}
