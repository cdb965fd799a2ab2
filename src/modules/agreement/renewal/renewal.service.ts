import type { Caller, Write } from '../../../access';
import { notFound } from '../../../platform/app-error';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { assertNoFaults, BrokenRules } from '../../../platform/faults';
import { isId } from '../../../platform/ids';
import { agreementById } from '../agreement.repository';
import { readAmendable } from '../amendment/amendable.repository';
import { cycleOfAgreement } from '../cycle/cycle.repository';
import type { AgreementRow } from '../read.sql';
import type { NamedTargets } from '../registration/named-targets';
import type { Written } from '../registration/registration.repository';
import type { RegistrationService } from '../registration/registration.service';
import type { Copier, Copy } from './copies';
import { agreementsThatRenew, renewedAgreement } from './renewal.repository';
import { aboutRenewal, copiedParts, copiesRoster, renewalFaults, renewedInput } from './renewal.rules';
import type { RenewAgreementInput } from './renewal.input';

/** 续签: registers an agreement for the days after an earlier one, of which it copies what is in force on its last day. */
export class RenewalService {
  constructor(
    private readonly registration: RegistrationService,
    private readonly targets: NamedTargets,
    /** Copies the roster. Agreements come before staffing, of which they know only this. */
    private readonly roster: Copier,
  ) {}

  /** Returns the new agreement's id. */
  async renew(caller: Caller, input: RenewAgreementInput): Promise<string> {
    const member = caller.assert('agreement.register');
    const { session } = member;
    const earlier = isId(input.agreementId) ? await member.load(agreementById, input.agreementId) : null;
    if (!earlier) throw notFound(input.agreementId);
    const { id, organisationId, endsOn } = earlier;
    const key = { organisationId, agreementId: id };
    const faults = renewalFaults(input, earlier, session);
    if (input.idempotencyKey == null) assertNoFaults(faults);
    const reading: Transaction = { query: async (sql, values) => member.read(sql, values) };
    const said = await readAmendable(reading, key, endsOn);
    const renewed = renewedInput(input, earlier, said, await member.load(cycleOfAgreement, id));
    const complete = async (transaction: Write, written: Written): Promise<object> => {
      const copy: Copy = {
        earlier: key,
        day: endsOn,
        written,
        parts: copiedParts(said, written.parts),
        by: { memberId: session.memberId, at: member.now() },
      };
      return {
        renews: id,
        targets: input.withTargets === false ? 0 : await this.targets.copy(transaction, copy),
        staff: copiesRoster(input, earlier, session) ? await this.roster(transaction, copy) : 0,
      };
    };
    try {
      return await this.registration.register(caller, renewed, { renews: id, input, faults, complete });
    } catch (error) {
      throw error instanceof BrokenRules ? new BrokenRules(error.faults.map(aboutRenewal)) : error;
    }
  }

  /** The agreement that one renews; null where there is none, or the viewer does not see it. */
  async renews(caller: Caller, { id }: Pick<AgreementRow, 'id'>): Promise<AgreementRow | null> {
    const member = caller.assert('agreement.read');
    const [earlier] = await member.load(renewedAgreement, id);
    if (earlier) member.viewedAgreementIds.add(earlier.id);
    return earlier ?? null;
  }

  /** The agreements that renew one, as far as the viewer sees them. */
  async renewedBy(caller: Caller, { id }: Pick<AgreementRow, 'id'>): Promise<AgreementRow[]> {
    const member = caller.assert('agreement.read');
    const later = await member.load(agreementsThatRenew, id);
    for (const agreement of later) member.viewedAgreementIds.add(agreement.id);
    return later;
  }
}
