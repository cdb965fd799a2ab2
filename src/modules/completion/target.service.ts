import type { Caller } from '../../access';
import { assertNoFaults } from '../../platform/faults';
import { isId } from '../../platform/ids';
import { notFound } from '../../platform/app-error';
import { lockAgreement, readStructure } from '../agreement';
import type { Catalogue } from './catalogue';
import type { SetTargetsInput } from './target.input';
import { readTargets, writeTargets } from './target.repository';
import { cellOf, checkMixture, checkTargets } from './target.rules';

/** 协议量: the targets of an agreement. */
export class TargetService {
  constructor(private readonly catalogue: Catalogue) {}

  /** Sets targets of one agreement, all or none. */
  async set(caller: Caller, { agreementId, targets }: SetTargetsInput): Promise<void> {
    const member = caller.assert('target.set');
    const { organisationId, memberId } = member.session;
    if (!isId(agreementId)) throw notFound(agreementId);
    await member.write(async (transaction) => {
      const structure = await readStructure(transaction, organisationId, agreementId);
      if (!structure) throw notFound(agreementId);
      const rules = checkTargets(this.catalogue, structure, targets);
      assertNoFaults(rules.faults);
      // Two concurrent calls could each be valid and together mix targets with and without a zone.
      await lockAgreement(transaction, agreementId);
      const stored = await readTargets(transaction, structure);
      checkMixture(rules, stored, targets);
      assertNoFaults(rules.faults);
      await writeTargets(transaction, structure, targets, memberId);
      const named = new Set(targets.map(cellOf));
      transaction.log({
        action: 'TARGETS_SET',
        thing: 'Agreement',
        thingId: agreementId,
        agreementIds: [agreementId],
        before: stored.filter((target) => named.has(cellOf(target))),
        after: targets,
      });
    });
  }
}
