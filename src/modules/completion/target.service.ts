import type { Caller, Member, Write } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { exact, trimmed } from '../../platform/decimal';
import { assertNoFaults, type Fault } from '../../platform/faults';
import { InputRules } from '../../platform/input-rules';
import { nameKey } from '../../platform/text-forms';
import {
  type AmendedTargets,
  type AmendmentContent,
  type Copy,
  reviseProposal,
  type SetTargetsInput,
  type Structure,
  type NamedTargets,
  type PartIds,
  type RegisterAgreementInput,
  type Written,
} from '../agreement';
import type { Catalogue } from './catalogue';
import {
  amendTargets,
  type LaterTarget,
  readLaterTargets,
  readNames,
  readTargets,
  removeTargets,
  writeTargets,
} from './target.repository';
import {
  cellOf,
  checkClosing,
  checkCount,
  checkDay,
  checkMixture,
  checkTargets,
  type GivenTarget,
  type PartsOfAgreement,
  type StoredTarget,
  wordsOf,
} from './target.rules';

/** 协议量: the targets of an agreement. */
export class TargetService implements NamedTargets {
  constructor(private readonly catalogue: Catalogue) {}

  /** Sets targets of one's own proposal, all or none. */
  async set(caller: Caller, input: SetTargetsInput): Promise<void> {
    const member = caller.assert('target.set');
    await member.write(async (transaction) => {
      const structure = await reviseProposal(transaction, member.session, input.agreementId);
      const rules = new InputRules();
      checkCount(rules, input.targets);
      assertNoFaults(rules.faults);
      await this.setIn(member, transaction, structure, input);
    });
  }

  /** The same as part of a larger write, however many there are. */
  async setWithin(member: Member, transaction: Write, input: SetTargetsInput): Promise<void> {
    const structure = await reviseProposal(transaction, member.session, input.agreementId);
    await this.setIn(member, transaction, structure, input);
  }

  private async setIn(
    member: Member,
    transaction: Write,
    structure: Structure,
    { agreementId, targets }: SetTargetsInput,
  ): Promise<void> {
    const stored = await readTargets(transaction, structure);
    assertNoFaults(this.proposalFaults(structure, stored, targets));
    await writeTargets(transaction, structure, targets, member.session.memberId);
    const named = new Set(targets.map(cellOf));
    transaction.log({
      action: 'TARGETS_SET',
      thing: 'Agreement',
      thingId: agreementId,
      agreementIds: [agreementId],
      before: stored.filter((target) => named.has(cellOf(target))),
      after: targets,
    });
  }

  /** Why targets of a proposal cannot be set beside those that are stored. */
  proposalFaults(
    structure: PartsOfAgreement,
    stored: readonly StoredTarget[],
    targets: readonly GivenTarget[],
  ): Fault[] {
    const rules = checkTargets(this.catalogue, structure, targets);
    if (rules.faults.length === 0) checkMixture(rules, stored, targets);
    return rules.faults;
  }

  /** The faults of targets that name their term, zone and project as the registration does. */
  faultsOf({ targets, terms, zones, projects }: RegisterAgreementInput): Fault[] {
    if (!targets || targets.length === 0) return [];
    const rules = new InputRules();
    if (!checkCount(rules, targets)) return rules.faults;
    const structure = {
      terms: terms.map(({ name, ...days }) => ({ id: nameKey(name), ...days })),
      zones: (zones ?? []).map(({ name }) => nameKey(name)),
      projects: (projects ?? []).map(({ name }) => nameKey(name)),
    };
    const given = targets.map(({ term, zone, project, indicator, measure, value }): GivenTarget => ({
      indicator,
      measure,
      value,
      termId: nameKey(term),
      zoneId: zone == null ? null : nameKey(zone),
      projectId: project == null ? null : nameKey(project),
    }));
    // The input names them instead of their ids.
    return this.proposalFaults(structure, [], given).map((fault) => ({
      ...fault,
      path: fault.path.map((part) => (typeof part === 'string' ? part.replace(/Id$/, '') : part)),
    }));
  }

  async write(
    transaction: Write,
    { scope: [organisationId, stationId, purchaserId, districtCode], agreementId, parts }: Written,
    { targets }: RegisterAgreementInput,
    setBy: string,
  ): Promise<void> {
    if (!targets || targets.length === 0) return;
    const idOf = (ids: ReadonlyMap<string, string>, name: string): string => {
      const id = ids.get(nameKey(name));
      if (id === undefined) throw new Error(`a registration without "${name}" was let through`);
      return id;
    };
    const given = targets.map(({ term, zone, project, ...target }): GivenTarget => ({
      ...target,
      termId: idOf(parts.terms, term),
      zoneId: zone == null ? null : idOf(parts.zones, zone),
      projectId: project == null ? null : idOf(parts.projects, project),
    }));
    const key = { organisationId, agreementId, stationId, purchaserId, districtCode };
    await writeTargets(transaction, key, given, setBy);
  }

  async copy(transaction: Transaction, { earlier, day, written, parts, by }: Copy): Promise<number> {
    const { scope, agreementId } = written;
    const [organisationId, stationId, purchaserId, districtCode] = scope;
    const copyOf = (id: string | null): string | null | undefined => (id === null ? null : parts.get(id));
    const copied = (await readTargets(transaction, earlier, day)).flatMap((target): GivenTarget[] => {
      const [termId, zoneId, projectId] = [target.termId, target.zoneId, target.projectId].map(copyOf);
      // Of a term, zone or project that the renewal does not have.
      if (termId == null || zoneId === undefined || projectId === undefined) return [];
      return [{ ...target, termId, zoneId, projectId }];
    });
    const key = { organisationId, agreementId, stationId, purchaserId, districtCode };
    await writeTargets(transaction, key, copied, by.memberId);
    return copied.length;
  }

  async amend(transaction: Write, structure: Structure, content: AmendmentContent): Promise<AmendedTargets> {
    const { effectiveOn: day, targets } = content;
    const given = targets ?? [];
    const nothing = { faults: [], changes: [], apply: async (): Promise<void> => Promise.resolve() };
    const closes = [...(content.zones ?? []), ...(content.projects ?? [])].some(({ close }) => close);
    if (given.length === 0 && !closes) return nothing;
    const rules = given.length === 0 ? new InputRules() : checkTargets(this.catalogue, structure, given);
    checkDay(rules, structure, given, day);
    const stored = await readTargets(transaction, structure, day);
    const names = await readNames(transaction, structure, day);
    if (rules.faults.length === 0) checkMixture(rules, stored, given);
    if (rules.faults.length === 0) {
      const later = await readLaterTargets(transaction, structure, day);
      checkClosing(rules, structure, content, [...stored, ...later], names);
      await this.checkLater(rules, transaction, structure, later, given);
    }
    if (rules.faults.length > 0) return { ...nothing, faults: rules.faults };
    const values = new Map(stored.map((one) => [cellOf(one), one.value]));
    const changed = given.filter((target) => {
      const was = values.get(cellOf(target)) ?? null;
      return target.value == null ? was !== null : was === null || !exact(was).eq(target.value);
    });
    return {
      faults: [],
      changes: changed.map((target) => ({
        field: 'target',
        aspect: 'value',
        subjectId: null,
        subject: wordsOf(this.catalogue, names, target),
        was: values.get(cellOf(target)) ?? null,
        becomes: target.value == null ? null : trimmed(target.value),
      })),
      apply: async (amendmentId, setBy) =>
        amendTargets(transaction, structure, changed, { amendmentId, day, setBy }),
    };
  }

  /** What is given mixes with no target of a later day either; one that changes again by then is as it is on that day. */
  private async checkLater(
    rules: InputRules,
    transaction: Write,
    structure: Structure,
    later: readonly LaterTarget[],
    given: readonly GivenTarget[],
  ): Promise<void> {
    for (const since of new Set(later.map((version) => version.since))) {
      const stored = await readTargets(transaction, structure, since);
      const values = new Map(stored.map((one) => [cellOf(one), one.value]));
      const changed = new Set(later.filter((version) => version.since <= since).map(cellOf));
      const then = given.map((target): GivenTarget => {
        if (!changed.has(cellOf(target))) return target;
        return { ...target, value: values.get(cellOf(target)) ?? null };
      });
      checkMixture(rules, stored, then);
      if (rules.faults.length > 0) return;
    }
  }

  async forget(
    transaction: Write,
    { scope: [organisationId], agreementId }: Omit<Written, 'parts'>,
    kept: PartIds | null,
  ): Promise<void> {
    await removeTargets(transaction, { organisationId, agreementId }, kept);
  }
}
