import { type AuditAction, type Caller, type Member, type Write } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { assertNoFaults, type Fault, type Path } from '../../../platform/faults';
import { isId } from '../../../platform/ids';
import { InputRules, MAX_NOTE, MAX_REASON } from '../../../platform/input-rules';
import {
  AgreementState,
  type AgreementRow,
  findAgreement,
  lockAgreementShared,
  lockAgreementsShared,
  lockStep,
  writeMonthsDueDay,
} from '../../agreement';
import { MonthState } from './month.enums';
import { monthId, type MonthKey, readMonthId } from './month-id';
import type { MonthReportService } from './month-report.service';
import {
  handInFaults,
  hasMonth,
  isClosed,
  isTaken,
  type MonthStep,
  stateOf,
  stepFaults,
} from './month.rules';
import {
  insertMonth,
  keepMonth,
  lockMonths,
  settleMonth,
  type Step,
  type StoredMonth,
  takeStep,
} from './month-step.repository';

const MAX_MONTHS = 500;
const MAX_DUE_DAY = 28;

/** A month to take a step with, and its row if it has one. */
interface LockedMonth {
  key: MonthKey;
  path: Path;
  row: StoredMonth | undefined;
  agreement: AgreementRow;
}

/** 月报: the steps with the months of agreements. Taking one again changes nothing. */
export class MonthStepService {
  constructor(private readonly reports: MonthReportService) {}

  /** From the month's last day on, or the agreement's. From then on nothing is recorded in it. */
  async handIn(caller: Caller, { agreementId, month }: MonthKey, given: string | null): Promise<void> {
    const member = caller.assert('month.handIn');
    const rules = new InputRules();
    const note = given === null ? null : rules.prose(given, ['note'], MAX_NOTE);
    await member.write(async (transaction) => {
      const agreement = isId(agreementId) ? await lockAgreementShared(transaction, agreementId) : null;
      if (!agreement) throw notFound(agreementId);
      if (agreement.state !== AgreementState.CONFIRMED) rules.add('NOT_CONFIRMED', ['agreementId']);
      else rules.faults.push(...handInFaults(agreement, month, member.today()));
      assertNoFaults(rules.faults);
      const key = { organisationId: agreement.organisationId, agreementId, month };
      const [row] = await lockMonths(transaction, [key]);
      const before = stateOf(row);
      if (!isClosed(before)) {
        const step = stepOf(member, MonthState.HANDED_IN, note);
        if (row) await takeStep(transaction, [row], step);
        else await insertMonth(transaction, agreement, month, step);
      }
      log(
        transaction,
        'MONTH_HANDED_IN',
        key,
        before,
        isClosed(before) ? before : MonthState.HANDED_IN,
        note,
      );
    });
    await this.keep(caller, member, { agreementId, month });
  }

  /**
   * Keeps what a month says, in a transaction of its own: from the one before on nothing new is written in it, and this
   * one waits for what was being written, so that the figures are those of all records.
   */
  private async keep(caller: Caller, member: Member, key: MonthKey): Promise<void> {
    await member.write(async (transaction) => {
      const agreement = await lockAlone(transaction, key.agreementId);
      const [row] = await lockMonths(transaction, [{ ...key, organisationId: agreement.organisationId }]);
      const state = stateOf(row);
      if (row && isClosed(state) && !row.isKept && row.lapsedAt === null) {
        await keepMonth(transaction, row, await this.reports.keep(caller, transaction, agreement, key.month));
      }
      log(transaction, 'MONTH_KEPT', key, state, state, null);
    });
  }

  async accept(caller: Caller, ids: readonly string[], given: string | null): Promise<void> {
    const member = caller.assert('month.accept');
    const rules = new InputRules();
    const note = given === null ? null : rules.prose(given, ['note'], MAX_NOTE);
    rules.count(ids.length, ['ids'], 1, MAX_MONTHS);
    assertNoFaults(rules.faults);
    const asked = ids.map((id, at) => ({ id, path: ['ids', at] }));
    await this.take(caller, 'accept', asked, stepOf(member, MonthState.ACCEPTED, note));
  }

  /** `closesAfter` is a last day after which the month counts as handed in again, as it is then. */
  async sendBack(
    caller: Caller,
    { id, reason, closesAfter }: { id: string; reason: string; closesAfter: string | null },
  ): Promise<void> {
    const member = caller.assert('month.sendBack');
    const rules = new InputRules();
    const note = rules.prose(reason, ['reason'], MAX_REASON);
    if (closesAfter !== null && rules.day(closesAfter, ['lastDay']) && closesAfter < member.today()) {
      rules.add('LAST_DAY_PAST', ['lastDay']);
    }
    assertNoFaults(rules.faults);
    const step = { ...stepOf(member, MonthState.SENT_BACK, note), closesAfter };
    await this.take(caller, 'sendBack', [{ id, path: ['id'] }], step);
  }

  async recall(caller: Caller, id: string, reason: string): Promise<void> {
    const member = caller.assert('month.handIn');
    const rules = new InputRules();
    const note = rules.prose(reason, ['reason'], MAX_REASON);
    assertNoFaults(rules.faults);
    await this.take(caller, 'recall', [{ id, path: ['id'] }], stepOf(member, MonthState.OPEN, note));
  }

  /** The day of the month after by which months not handed in yet are due. */
  async setDueDay(caller: Caller, agreementId: string, day: number): Promise<void> {
    const member = caller.assert('month.setDueDay');
    const rules = new InputRules();
    if (day < 1 || day > MAX_DUE_DAY) rules.add('DUE_DAY_OUT_OF_RANGE', ['day'], { most: MAX_DUE_DAY });
    await member.write(async (transaction) => {
      const before = await lockAlone(transaction, agreementId);
      if (before.state !== AgreementState.CONFIRMED) rules.add('NOT_CONFIRMED', ['agreementId']);
      assertNoFaults(rules.faults);
      await writeMonthsDueDay(transaction, before, day);
      transaction.log({
        action: 'MONTHS_DUE_DAY_SET',
        thing: 'Agreement',
        thingId: agreementId,
        agreementIds: [agreementId],
        before: { day: before.monthsDueDay },
        after: { day },
      });
    });
  }

  /** Takes a step with months, all or none. */
  private async take(
    caller: Caller,
    step: MonthStep,
    asked: readonly { id: string; path: Path }[],
    taken: Step,
  ): Promise<void> {
    await caller.assert(ACTION[step]).write(async (transaction) => {
      const locked = await lockAsked(transaction, asked);
      const toTake = locked.filter(({ row }) => !isTaken(step, row));
      const faults = toTake.flatMap(({ row, path }): Fault[] => stepFaults(step, row, path));
      assertNoFaults(faults);
      await this.settle(caller, transaction, toTake);
      await takeStep(transaction, uniqueRows(toTake), taken);
      for (const { key, row } of locked) {
        const before = stateOf(row);
        log(transaction, AUDIT[step], key, before, taken.state, taken.note);
      }
    });
  }

  /** What a closed month says is kept before the next step, where it is not: as of one that a day has closed. */
  private async settle(caller: Caller, transaction: Write, locked: readonly LockedMonth[]): Promise<void> {
    const unkept = new Map(
      locked.flatMap(({ row, agreement }) =>
        row && isClosed(stateOf(row)) && (row.lapsedAt !== null || !row.isKept) ? [[row, agreement]] : [],
      ),
    );
    for (const [row, { id }] of unkept) {
      const agreement = await lockAlone(transaction, id);
      const snapshotId = await this.reports.keep(caller, transaction, agreement, row.month);
      if (row.lapsedAt === null) await keepMonth(transaction, row, snapshotId);
      else await settleMonth(transaction, row, snapshotId);
    }
  }
}

const ACTION = { accept: 'month.accept', sendBack: 'month.sendBack', recall: 'month.handIn' } as const;
const AUDIT = { accept: 'MONTH_ACCEPTED', sendBack: 'MONTH_SENT_BACK', recall: 'MONTH_RECALLED' } as const;

/** Locks the agreement as the one who amends it does: no writer of records is at work beside it. */
async function lockAlone(transaction: Write, agreementId: string): Promise<AgreementRow> {
  const isFound = isId(agreementId) && (await lockStep(transaction, agreementId)) !== null;
  const agreement = isFound ? await findAgreement(transaction, agreementId) : null;
  if (!agreement) throw notFound(agreementId);
  return agreement;
}

/** Locks the agreements of months and then the months; NOT_FOUND for one that is no month within the scope. */
async function lockAsked(
  transaction: Write,
  asked: readonly { id: string; path: Path }[],
): Promise<LockedMonth[]> {
  const keys = asked.map(({ id, path }) => ({ key: readMonthId(id), id, path }));
  const ids = keys.flatMap(({ key }) => key?.agreementId ?? []);
  const agreements = new Map(
    (await lockAgreementsShared(transaction, [...new Set(ids)])).map((row) => [row.id, row]),
  );
  const found = keys.map(({ key, id, path }) => {
    const agreement = key === null ? undefined : agreements.get(key.agreementId);
    const exists =
      agreement?.state === AgreementState.CONFIRMED && key !== null && hasMonth(agreement, key.month);
    if (!exists) throw notFound(id);
    return { key: { organisationId: agreement.organisationId, ...key }, path, agreement };
  });
  const rows = await lockMonths(
    transaction,
    found.map(({ key }) => key),
  );
  const rowOf = new Map(rows.map((row) => [monthId(row), row]));
  return found.map((one) => ({ ...one, row: rowOf.get(monthId(one.key)) }));
}

/** A month that is named twice is one. */
function uniqueRows(locked: readonly LockedMonth[]): StoredMonth[] {
  return [...new Set(locked.flatMap(({ row }) => row ?? []))];
}

function stepOf(member: Member, state: MonthState, note: string | null): Step {
  const { organisationId: by, memberId } = member.session;
  return { state, at: member.now(), by, memberId, note };
}

function log(
  transaction: Write,
  action: AuditAction,
  key: MonthKey,
  before: MonthState,
  after: MonthState,
  note: string | null,
): void {
  transaction.log({
    action,
    thing: 'ReportMonth',
    thingId: monthId(key),
    agreementIds: [key.agreementId],
    before: { state: before },
    after: { state: after, ...(note !== null && { note }) },
  });
}
