import type { Caller, Member } from '../../access';
import { assertNoFaults, type Path } from '../../platform/faults';
import { InputRules } from '../../platform/input-rules';
import type { AgreementStructureCache, Structure } from '../agreement';
import { type Catalogue, checkDay, checkLocation, checkQuantities } from '../completion';
import { againWhenOvertaken } from './again-when-overtaken';
import { closedMonthFaults, daysOfCorrection } from './closed-months';
import { type AskedChange, changed, lockRecords, pending } from './correction.store';
import { type Correction, updateRecords, voidRecords } from './recording.repository';
import type { CorrectServiceRecordInput } from './service-record.input';
import type { ServiceRecordRow } from './service-record.repository';
import {
  checkNote,
  checkReason,
  isStale,
  locationAfter,
  MAX_RECORDS,
  refuseVoided,
  storedQuantities,
} from './service-record.rules';

/** Where the input has what an error is about: a field of its row of this number. */
type PathOf = (index: number, ...field: string[]) => Path;

/** The arguments of voidServiceRecords. */
export interface Voiding {
  ids: readonly string[];
  reason: string;
  /** One for each id, or none at all. */
  idempotencyKeys?: readonly (string | null)[] | null;
}

/** Corrects and voids service records, up to 500 in one call, all or none: 更正、作废服务记录. */
export class CorrectionService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly structures: AgreementStructureCache,
  ) {}

  /** Writes a new version of each record; fields not given remain unchanged. Returns them in the order of the input. */
  async correct(
    caller: Caller,
    inputs: readonly CorrectServiceRecordInput[],
    pathOf: PathOf = (index, ...field) => ['inputs', index, ...field],
  ): Promise<ServiceRecordRow[]> {
    const member = caller.assert('serviceRecord.correctOwn');
    refuseCount(inputs.length, ['inputs']);
    return againWhenOvertaken(async (isClosed) => this.correctOnce(caller, member, inputs, pathOf, isClosed));
  }

  private async correctOnce(
    caller: Caller,
    member: Member,
    inputs: readonly CorrectServiceRecordInput[],
    pathOf: PathOf,
    isClosed: boolean,
  ): Promise<ServiceRecordRow[]> {
    const action = 'RECORD_CORRECTED';
    return member.write(async (transaction) => {
      const rules = new InputRules();
      const asked = inputs.map(({ idempotencyKey, ...content }, index) => {
        const keyPath = pathOf(index, 'idempotencyKey');
        const key = rules.key(idempotencyKey, keyPath);
        return { id: content.id, idPath: pathOf(index, 'id'), key, keyPath, content, index };
      });
      const records = await lockRecords(caller, member, transaction, asked);
      const left = await pending(member, transaction, rules, action, asked, records);
      const agreementIds = new Set(left.map(({ record }) => record.agreementId));
      const structures = await this.structures.readAll(member, transaction, [...agreementIds]);
      const corrections = left.flatMap(({ asked: { content, index }, record }) => {
        const structure = structures.get(record.agreementId);
        if (!structure) throw new Error('the agreement of a locked record is gone');
        const at = (...field: string[]): Path => pathOf(index, ...field);
        return this.check(rules, member, structure, record, content, at) ?? [];
      });
      for (const { asked: row, record } of isClosed ? left : []) {
        const { content, index } = row;
        const days = daysOfCorrection(record.occurredOn, content.occurredOn ?? record.occurredOn, (field) =>
          pathOf(index, field),
        );
        rules.faults.push(...(await closedMonthFaults(transaction, record, days)));
      }
      assertNoFaults(rules.faults);
      const { organisationId, memberId } = member.session;
      const written =
        corrections.length === 0
          ? []
          : await updateRecords(transaction, organisationId, corrections, memberId, member.now());
      return changed(transaction, action, asked, records, written);
    });
  }

  /** Excludes records from all figures; they remain readable. */
  async void(
    caller: Caller,
    voiding: Voiding,
    pathOf: (index: number, list: 'ids' | 'idempotencyKeys') => Path = (index, list) => [list, index],
  ): Promise<ServiceRecordRow[]> {
    const member = caller.assert('serviceRecord.correctOwn');
    refuseCount(voiding.ids.length, ['ids']);
    return againWhenOvertaken(async (isClosed) => this.voidOnce(caller, member, voiding, pathOf, isClosed));
  }

  private async voidOnce(
    caller: Caller,
    member: Member,
    { ids, reason, idempotencyKeys }: Voiding,
    pathOf: (index: number, list: 'ids' | 'idempotencyKeys') => Path,
    isClosed: boolean,
  ): Promise<ServiceRecordRow[]> {
    const action = 'RECORD_VOIDED';
    return member.write(async (transaction) => {
      const rules = new InputRules();
      const text = checkReason(rules, reason, ['reason']);
      if (idempotencyKeys && idempotencyKeys.length !== ids.length) {
        rules.add('KEYS_DO_NOT_MATCH', ['idempotencyKeys'], { records: ids.length });
        assertNoFaults(rules.faults);
      }
      const asked = ids.map((id, index): AskedChange => {
        const keyPath = pathOf(index, 'idempotencyKeys');
        const key = rules.key(idempotencyKeys?.[index], keyPath);
        return { id, idPath: pathOf(index, 'ids'), key, keyPath, content: { id, reason: text } };
      });
      const records = await lockRecords(caller, member, transaction, asked);
      const left = await pending(member, transaction, rules, action, asked, records);
      for (const { asked: row, record } of left) refuseVoided(rules, record, row.idPath);
      for (const { asked: row, record } of isClosed ? left : []) {
        const days = [{ day: record.occurredOn, path: row.idPath }];
        rules.faults.push(...(await closedMonthFaults(transaction, record, days)));
      }
      assertNoFaults(rules.faults);
      const { organisationId, memberId } = member.session;
      const leftIds = left.map(({ record }) => record.id);
      const written =
        leftIds.length === 0
          ? []
          : await voidRecords(transaction, organisationId, leftIds, text, memberId, member.now());
      return changed(transaction, action, asked, records, written);
    });
  }

  /** Validates one correction; null where the record has changed since it was read. */
  private check(
    rules: InputRules,
    member: Member,
    structure: Structure,
    record: ServiceRecordRow,
    input: CorrectServiceRecordInput,
    at: (...field: string[]) => Path,
  ): Correction | null {
    if (isStale(rules, record, input.expectedRevision, at('expectedRevision'))) return null;
    refuseVoided(rules, record, at('id'));
    const occurredOn = input.occurredOn ?? record.occurredOn;
    const indicator = this.catalogue.get(record.indicatorCode);
    if (input.quantities) {
      checkQuantities(rules, this.catalogue, indicator, input.quantities, at('quantities'));
    }
    const today = member.today();
    return {
      id: record.id,
      termId: checkDay(rules, structure, occurredOn, today, at('occurredOn'), record.occurredOn) ?? '',
      occurredOn,
      ...checkLocation(rules, structure, locationAfter(record, input), occurredOn, at()),
      quantities: input.quantities ? storedQuantities(input.quantities) : record.amounts,
      note: input.note === undefined ? record.note : checkNote(rules, input.note, at('note'), record.note),
      reason: checkReason(rules, input.reason, at('reason')),
    };
  }
}

function refuseCount(length: number, path: Path): void {
  const rules = new InputRules();
  rules.count(length, path, 1, MAX_RECORDS);
  assertNoFaults(rules.faults);
}
