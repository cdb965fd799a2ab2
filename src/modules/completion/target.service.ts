import type { Caller } from '../../access';
import { refuseFaults } from '../../platform/faults';
import { isId } from '../../platform/ids';
import { notFound } from '../../platform/refusal';
import { lockAgreement, readStructure } from '../agreement';
import type { Catalogue } from './catalogue';
import type { SetTargetsInput } from './target.input';
import { readTargets, writeTargets } from './target.repository';
import { cellOf, checkMixture, checkTargets } from './target.rules';

/** 协议量: what an agreement asks for. */
export class TargetService {
  constructor(private readonly catalogue: Catalogue) {}

  /** Sets targets of one agreement, all or none of the call. */
  async set(caller: Caller, { agreementId, targets }: SetTargetsInput): Promise<void> {
    const member = caller.assert('target.set');
    const { organisationId, memberId } = member.session;
    if (!isId(agreementId)) throw notFound(agreementId);
    await member.write(async (transaction) => {
      const structure = await readStructure(transaction, organisationId, agreementId);
      if (!structure) throw notFound(agreementId);
      const rules = checkTargets(this.catalogue, structure, targets);
      refuseFaults(rules.faults);
      // Two callers at once could each be right by themselves and mix zones together.
      await lockAgreement(transaction, agreementId);
      const standing = await readTargets(transaction, structure);
      checkMixture(rules, standing, targets);
      refuseFaults(rules.faults);
      await writeTargets(transaction, structure, targets, memberId);
      const named = new Set(targets.map(cellOf));
      transaction.log({
        action: 'TARGETS_SET',
        thing: 'Agreement',
        thingId: agreementId,
        agreementIds: [agreementId],
        before: standing.filter((target) => named.has(cellOf(target))),
        after: targets,
      });
    });
  }
}
