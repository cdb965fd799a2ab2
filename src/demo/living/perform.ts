import type { Caller } from '../../access';
import type { Services } from '../../api';
import type { Deed, PlannedRecord } from './deeds';
import { performFunding } from './perform-funding';
import { performReview } from './perform-review';
import type { Registered } from './register';
import { monthId } from '../../modules/reporting';

/** The agreement in which deeds are done, and the ids of what earlier ones have made. */
export interface Stage {
  agreement: Registered;
  /** By key. */
  recordIds: Map<string, string>;
  /** By name. */
  staffIds: Map<string, string>;
}

/** Does what is planned, as the caller; what was done before stands. */
export async function perform(services: Services, caller: Caller, stage: Stage, deed: Deed): Promise<void> {
  const { agreement } = stage;
  const agreementId = agreement.row.id;
  switch (deed.kind) {
    case 'records': {
      const records = deed.records.map((record) => inputOf(agreement, record));
      const rows = await services.recording.record(caller, { agreementId, records });
      deed.records.forEach(({ key }, index) => stage.recordIds.set(key, rows[index]?.id ?? ''));
      return;
    }
    case 'correction': {
      const { reason, quantities, record } = deed;
      const id = stage.recordIds.get(record.key) ?? '';
      const idempotencyKey = `correction ${record.key}`;
      await services.corrections.correct(caller, [
        { id, expectedRevision: 1, quantities, reason, idempotencyKey },
      ]);
      return;
    }
    case 'staff': {
      const members = deed.members.map(({ zone, ...member }) => ({
        ...member,
        zoneIds: zone === null ? [] : [idOf(agreement, zone)],
      }));
      const input = { agreementId, members, idempotencyKey: deed.key };
      const { memberIds } = await services.staffEnrolment.enrol(caller, input);
      members.forEach(({ name }, index) => stage.staffIds.set(name, memberIds[index] ?? ''));
      return;
    }
    case 'pay': {
      const entries = deed.members.map(({ name }) => ({
        ...{ memberId: stage.staffIds.get(name) ?? '', month: deed.month },
        ...{ salaryPaid: true, socialInsurancePaid: true },
      }));
      await services.staffEnrolment.recordPay(caller, { agreementId, entries });
      return;
    }
    case 'handIn':
    case 'accept':
    case 'sendBack':
      return performMonthStep(services, caller, agreement, deed);
    case 'sources':
    case 'budget':
    case 'fiscalBudget':
    case 'receipt':
    case 'expenditure':
      return performFunding(services, caller, agreementId, deed);
    default:
      return performReview(services, caller, agreement.row, deed);
  }
}

type MonthDeed = Extract<Deed, { kind: 'handIn' | 'accept' | 'sendBack' }>;

async function performMonthStep(
  { monthSteps }: Services,
  caller: Caller,
  { row, steps }: Registered,
  deed: MonthDeed,
): Promise<void> {
  if ((steps.get(deed.month) ?? 0) > deed.nth) return;
  const key = { agreementId: row.id, month: deed.month };
  if (deed.kind === 'handIn') return monthSteps.handIn(caller, key, deed.note);
  if (deed.kind === 'accept') return monthSteps.accept(caller, [monthId(key)], deed.note);
  return monthSteps.sendBack(caller, { id: monthId(key), reason: deed.reason, closesAfter: null });
}

type RecordInput = Parameters<Services['recording']['record']>[1]['records'][number];

function inputOf(agreement: Registered, { key, zone, point, ...record }: PlannedRecord): RecordInput {
  return {
    ...record,
    zoneId: zone === null ? null : idOf(agreement, zone),
    pointId: point === null ? null : idOf(agreement, point),
    idempotencyKey: key,
  };
}

function idOf({ ids }: Registered, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the invented station has no "${name}"`);
  return id;
}
