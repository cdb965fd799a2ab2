import { type Caller, OrganisationKind } from '../../access';
import { BrokenRules, assertNoFaults } from '../../platform/faults';
import { isId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { organisationById } from '../directory';
import { lockTies, insertTie, isDeclaredAlready, readTies, type TieRow } from './tie.repository';

/** 回避: ties that exclude an assessor from assessing an operator. Declared by either of them, permanently. */
export class TieService {
  async list(caller: Caller): Promise<TieRow[]> {
    return readTies(caller.assert('tie.read'));
  }

  /** Declares a tie between the caller's organisation and another. */
  async declare(caller: Caller, withId: string, reason: string): Promise<TieRow> {
    const member = caller.assert('tie.declare');
    const { organisationId, kind } = member.session;
    const assessing = kind === OrganisationKind.ASSESSOR;
    const rules = new InputRules();
    const other = isId(withId) ? await member.load(organisationById, withId) : null;
    if (other?.kind !== (assessing ? OrganisationKind.OPERATOR : OrganisationKind.ASSESSOR)) {
      rules.add('NOT_A_COUNTERPART', ['organisationId'], { needed: assessing ? 'operator' : 'assessor' });
    }
    const text = rules.prose(reason, ['reason'], 500);
    assertNoFaults(rules.faults);
    const [operatorId, assessorId] = assessing ? [withId, organisationId] : [organisationId, withId];
    const tie = { operatorId, assessorId, reason: text, declaredAt: member.now() };
    try {
      await member.write(async (transaction) => {
        await lockTies(transaction, operatorId, assessorId);
        await insertTie(transaction, tie, member.session.memberId);
        transaction.log({ action: 'TIE_DECLARED', thing: 'DeclaredTie', thingId: withId, after: tie });
      });
    } catch (error) {
      if (!isDeclaredAlready(error)) throw error;
      rules.add('TIE_EXISTS', ['organisationId']);
      throw new BrokenRules(rules.faults);
    }
    return tie;
  }
}
