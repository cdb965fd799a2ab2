import type { Write } from '../../../../access';
import type { Decimal } from '../../../../platform/decimal';
import {
  AmendmentState,
  AgreementState,
  keyOf,
  lockStep,
  preparationFaults,
  readStructure,
} from '../../../agreement';
import {
  cellOf,
  type GivenTarget,
  readNames,
  readTargets,
  type StoredTarget,
  wordsOf,
} from '../../../completion';
import type { PartChange, UndoResult, WritingContext } from '../part-writer';
import { isSame } from './target-plan.rules';
import type { TargetServices } from './target-services';
import { stateOfAmendment } from './targets.repository';

/** A target that was written, and where the form has it. */
interface WrittenTarget {
  termId: string;
  zoneId: string | null;
  indicator: string;
  measure: string;
  was: Decimal | null;
  becomes: Decimal | null;
  sheet: string;
  cell: string;
}

/** What an import wrote: into a proposal, or as an amendment. */
export interface WrittenTargets {
  amendmentId: string | null;
  targets: WrittenTarget[];
}

/** Withdraws an amendment that is open; sets back targets of a proposal that are as they were left. */
export async function undoTargets(
  transaction: Write,
  context: WritingContext,
  services: TargetServices,
  { amendmentId, targets }: WrittenTargets,
  reason: string,
): Promise<UndoResult> {
  const { member, agreement } = context;
  if (amendmentId !== null) {
    const state = await stateOfAmendment(transaction, agreement.organisationId, amendmentId);
    const isOpen = state === AmendmentState.PROPOSED && agreement.state === AgreementState.CONFIRMED;
    if (isOpen) await services.amendments.withdrawWithin(member, transaction, amendmentId, reason);
    // One that was declined or withdrawn has changed nothing.
    if (state !== AmendmentState.CONFIRMED) return { undone: targets.length, kept: [] };
    return { undone: 0, kept: await keptOf(transaction, context, services, targets) };
  }
  const back = await backTo(transaction, context, services, targets);
  const agreementId = agreement.id;
  if (back.length > 0)
    await services.targets.setWithin(member, transaction, { agreementId, targets: back.map(formerOf) });
  const kept = targets.filter((target) => !back.includes(target));
  return { undone: back.length, kept: await keptOf(transaction, context, services, kept) };
}

/** Those that can be as they were before: nobody has touched them since, and they go with what others have set. */
async function backTo(
  transaction: Write,
  { member, agreement }: WritingContext,
  services: TargetServices,
  targets: readonly WrittenTarget[],
): Promise<WrittenTarget[]> {
  await lockStep(transaction, agreement.id);
  const { organisationId, agreementId } = keyOf(agreement);
  const structure = await readStructure(transaction, organisationId, agreementId);
  const isOpen = structure?.state === AgreementState.PROPOSED;
  if (!structure || !isOpen || preparationFaults(structure, member.session).length > 0) return [];
  const stored = await readTargets(transaction, structure);
  let back = targets.filter((target) => isSame(valueOf(stored, target), target.becomes));
  while (back.length > 0) {
    const faults = services.targets.proposalFaults(structure, stored, back.map(formerOf));
    if (faults.length === 0) break;
    const refused = new Set(faults.map(({ path }) => path[1]));
    back = back.filter((_, at) => !refused.has(at) && !refused.has(undefined));
  }
  return back;
}

const formerOf = ({ termId, zoneId, indicator, measure, was }: WrittenTarget): GivenTarget => ({
  termId,
  zoneId,
  indicator,
  measure,
  value: was,
});

function valueOf(stored: readonly StoredTarget[], target: WrittenTarget): Decimal | null {
  return stored.find((one) => cellOf(one) === cellOf(formerOf(target)))?.value ?? null;
}

/** What the import left, and what it is now. */
async function keptOf(
  transaction: Write,
  { member, agreement }: WritingContext,
  { catalogue }: TargetServices,
  targets: readonly WrittenTarget[],
): Promise<PartChange[]> {
  if (targets.length === 0) return [];
  const key = keyOf(agreement);
  const day = member.today();
  const [stored, names] = [await readTargets(transaction, key, null), await readNames(transaction, key, day)];
  return targets.map((target) => {
    const { sheet, cell, becomes } = target;
    const subject = wordsOf(catalogue, names, { ...formerOf(target), termId: '' });
    return { sheet, cell, subject, was: becomes, becomes: valueOf(stored, target) };
  });
}
