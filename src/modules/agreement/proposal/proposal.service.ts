import type { AuditAction, Caller, Member, Session } from '../../../access';
import { notFound } from '../../../platform/app-error';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { assertNoFaults, type Fault, fault } from '../../../platform/faults';
import { isId } from '../../../platform/ids';
import { InputRules, MAX_REASON } from '../../../platform/input-rules';
import { lockStation } from '../../directory';
import { AgreementState } from '../agreement.enums';
import { refusalOf } from '../registration/refusals';
import type { RecordContractInput } from './proposal.input';
import { answerFaults, confirmationBy, ownProposalFaults } from './proposal.rules';
import { confirm, confirmAsParty, end, filePapers, lockStep, type StepRow } from './step.repository';

/** The steps that end a proposal or an agreement, each with a reason. */
const ENDS = {
  DECLINED: { audit: 'AGREEMENT_DECLINED', faultsOf: answerFaults },
  WITHDRAWN: { audit: 'PROPOSAL_WITHDRAWN', faultsOf: ownProposalFaults },
  VOID: {
    audit: 'AGREEMENT_VOIDED',
    faultsOf: ({ state }: StepRow) =>
      state === AgreementState.CONFIRMED ? [] : [fault('NOT_CONFIRMED', ['id'])],
  },
} as const satisfies Partial<
  Record<AgreementState, { audit: AuditAction; faultsOf: (row: StepRow, session: Session) => Fault[] }>
>;
type End = keyof typeof ENDS;

/** 登记确认: the steps of an agreement after its registration. Taking one again changes nothing. */
export class ProposalService {
  async confirm(caller: Caller, id: string, expectedRevision: number | null): Promise<void> {
    const member = caller.assert('agreement.confirm');
    const { organisationId } = member.session;
    try {
      await this.step(member, id, 'AGREEMENT_CONFIRMED', async (row, transaction) => {
        if (row.state === AgreementState.CONFIRMED && row.confirmedBy === organisationId) return false;
        assertNoFaults(answerFaults(row, member.session, expectedRevision));
        const confirmation = confirmationBy(row, member.session);
        if (confirmation === 'taken') return false;
        if (confirmation === 'party') {
          await confirmAsParty(transaction, row, organisationId, member.now());
        } else {
          await lockStation(transaction, row.stationId);
          await confirm(transaction, row, organisationId, member.now());
        }
        return true;
      });
    } catch (error) {
      throw refusalOf(error, ['id'], ['id']);
    }
  }

  async decline(caller: Caller, id: string, reason: string): Promise<void> {
    const member = caller.assert('agreement.confirm');
    await this.end(member, id, 'DECLINED', reason);
  }

  async withdraw(caller: Caller, id: string, reason: string): Promise<void> {
    const member = caller.assert('agreement.register');
    await this.end(member, id, 'WITHDRAWN', reason);
  }

  async void(caller: Caller, id: string, reason: string): Promise<void> {
    const member = caller.assert('agreement.void');
    await this.end(member, id, 'VOID', reason);
  }

  private async end(member: Member, id: string, state: End, given: string): Promise<void> {
    const { audit, faultsOf } = ENDS[state];
    const { organisationId: by } = member.session;
    const rules = new InputRules();
    const reason = rules.prose(given, ['reason'], MAX_REASON);
    await this.step(member, id, audit, async (row, transaction) => {
      if (row.state === AgreementState[state] && row.endedBy === by) return false;
      assertNoFaults([...rules.faults, ...faultsOf(row, member.session)]);
      await end(transaction, row, { state: AgreementState[state], reason, by });
      return true;
    });
  }

  /** Adds what is known of the paper contract: its number, when it was signed, filed (备案) and published. */
  async record(caller: Caller, input: RecordContractInput): Promise<void> {
    const member = caller.assert('agreement.confirm');
    const rules = new InputRules();
    const { contractNumber, signedOn = null, filedOn = null, publishedOn = null } = input;
    const papers = {
      contractNumber: contractNumber == null ? null : rules.text(contractNumber, ['contractNumber'], 100),
      signedOn,
      filedOn,
      publishedOn,
    };
    for (const [name, day] of Object.entries({ signedOn, filedOn, publishedOn })) {
      if (day !== null) rules.day(day, [name]);
    }
    await this.step(member, input.agreementId, 'CONTRACT_RECORDED', async (row, transaction) => {
      if (row.state !== AgreementState.CONFIRMED) rules.add('NOT_CONFIRMED', ['agreementId']);
      assertNoFaults(rules.faults);
      await filePapers(transaction, row, papers);
      return true;
    });
  }

  /** Takes a step under the lock of the agreement; `work` returns whether it changed anything. */
  private async step(
    member: Member,
    id: string,
    action: AuditAction,
    work: (row: StepRow, transaction: Transaction) => Promise<boolean>,
  ): Promise<void> {
    if (!isId(id)) throw notFound(id);
    await member.write(async (transaction) => {
      const before = await lockStep(transaction, id);
      if (!before) throw notFound(id);
      const isChanged = await work(before, transaction);
      const after = isChanged ? await lockStep(transaction, id) : before;
      transaction.log({ action, thing: 'Agreement', thingId: id, agreementIds: [id], before, after });
    });
  }
}
