import type { Caller } from '../../access';
import type { Services } from '../../api';
import type { Command, PlannedRecord } from './commands';
import { performFunding } from './perform-funding';
import { performReview } from './perform-review';
import type { Registered } from './register';
import { monthId } from '../../modules/reporting';

/** The agreement in which commands are performed, and the ids of what earlier ones have made. */
export interface Stage {
  agreement: Registered;
  /** By key. */
  recordIds: Map<string, string>;
  /** By name. */
  staffIds: Map<string, string>;
}

/** Does what is planned, as the caller; what was done before is not repeated. */
export async function perform(
  services: Services,
  caller: Caller,
  stage: Stage,
  command: Command,
): Promise<void> {
  const { agreement } = stage;
  const agreementId = agreement.row.id;
  switch (command.kind) {
    case 'records': {
      const records = command.records.map((record) => inputOf(agreement, record));
      const rows = await services.recording.record(caller, { agreementId, records });
      command.records.forEach(({ key }, index) => stage.recordIds.set(key, rows[index]?.id ?? ''));
      return;
    }
    case 'correction': {
      const { reason, quantities, record } = command;
      const id = stage.recordIds.get(record.key) ?? '';
      const idempotencyKey = `correction ${record.key}`;
      await services.corrections.correct(caller, [
        { id, expectedRevision: 1, quantities, reason, idempotencyKey },
      ]);
      return;
    }
    case 'staff': {
      const members = command.members.map(({ zone, ...member }) => ({
        ...member,
        zoneIds: zone === null ? [] : [idOf(agreement, zone)],
      }));
      const input = { agreementId, members, idempotencyKey: command.key };
      const { memberIds } = await services.staffEnrolment.enrol(caller, input);
      members.forEach(({ name }, index) => stage.staffIds.set(name, memberIds[index] ?? ''));
      return;
    }
    case 'pay': {
      const entries = command.members.map(({ name }) => ({
        memberId: stage.staffIds.get(name) ?? '',
        month: command.month,
        salaryPaid: true,
        socialInsurancePaid: true,
      }));
      await services.staffEnrolment.recordPay(caller, { agreementId, entries });
      return;
    }
    case 'handIn':
    case 'accept':
    case 'sendBack':
      return performMonthStep(services, caller, agreement, command);
    case 'sources':
    case 'budget':
    case 'fiscalBudget':
    case 'receipt':
    case 'expenditure':
      return performFunding(services, caller, agreementId, command);
    default:
      return performReview(services, caller, agreement.row, command);
  }
}

type MonthCommand = Extract<Command, { kind: 'handIn' | 'accept' | 'sendBack' }>;

async function performMonthStep(
  { monthSteps }: Services,
  caller: Caller,
  { row, steps }: Registered,
  command: MonthCommand,
): Promise<void> {
  if ((steps.get(command.month) ?? 0) > command.nth) return;
  const key = { agreementId: row.id, month: command.month };
  if (command.kind === 'handIn') return monthSteps.handIn(caller, key, command.note);
  if (command.kind === 'accept') return monthSteps.accept(caller, [monthId(key)], command.note);
  return monthSteps.sendBack(caller, { id: monthId(key), reason: command.reason, closesAfter: null });
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
