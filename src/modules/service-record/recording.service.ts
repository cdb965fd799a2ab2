import type { Caller, Member } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { assertNoFaults } from '../../platform/faults';
import type { AgreementStructureCache, Structure } from '../agreement';
import type { Catalogue } from '../completion';
import { againWhenOvertaken } from './again-when-overtaken';
import { closedMonthFaults } from './closed-months';
import { recordsByKeys } from './recording.repository';
import { isRetry, type ValidatedRecords, keysOf, store } from './recording.store';
import type { RecordServicesInput, ServiceRecordInput } from './service-record.input';
import type { ServiceRecordRow } from './service-record.repository';
import { type Checked, checkRecords } from './service-record.rules';

/** Stores service records: 登记服务记录. */
export class RecordingService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly structures: AgreementStructureCache,
  ) {}

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
