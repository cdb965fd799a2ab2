import type { Member, Write } from '../../../../access';
import { type Message, message, textOf } from '../../../../messages';
import { notFound } from '../../../../platform/app-error';
import type { Day } from '../../../../platform/calendar';
import type { Transaction } from '../../../../platform/database/tenant-scope';
import type { Fault } from '../../../../platform/faults';
import {
  type AgreementRow,
  AgreementState,
  keyOf,
  lockStep,
  type OpenTargets,
  preparationFaults,
  readOpenTargets,
  readStructure,
  type Structure,
} from '../../../agreement';
import { cellOf, type GivenTarget, readTargets, type StoredTarget, wordsOf } from '../../../completion';
import type { FormReading } from '../../form.rules';
import type { FormFigure } from '../../fujian-1/figure';
import { ImportPart } from '../../import.enums';
import type { SheetFault, Severity } from '../../reading/fault';
import { groupedBy } from '../grouped-by';
import type { PartChange, PartResult, PartWriter, UndoResult, WritingContext } from '../part-writer';
import { isSame, targetKeyOf, planTargets, type TargetEdit } from './target-plan.rules';
import type { TargetServices } from './target-services';
import { undoTargets, type WrittenTargets } from './target-undo';
import { readBasis } from './targets.repository';
import { dayOfChange, termOfForm } from './term.rules';

/** Of what the form is written: the term, and the day from which an amendment counts; null in a proposal. */
interface Ground {
  structure: Structure;
  termId: string;
  day: Day | null;
}

/** 附件1’s 协议量: targets of a proposal, or an amendment that is proposed to the other party. */
export class TargetWriter implements PartWriter<'FUJIAN_1'> {
  readonly part = ImportPart.TARGETS;
  readonly form = 'FUJIAN_1';

  constructor(private readonly services: TargetServices) {}

  async basis(transaction: Transaction, agreement: AgreementRow): Promise<string> {
    return readBasis(transaction, agreement);
  }

  async write(
    transaction: Write,
    { member, agreement }: WritingContext,
    { reading, origin }: Extract<FormReading, { form: 'FUJIAN_1' }>,
  ): Promise<PartResult> {
    const { figures } = reading;
    const isOwn = origin?.agreementId === agreement.id;
    const ground = await groundOf(transaction, member, agreement, reading.period ?? (isOwn ? origin : null));
    if ('refused' in ground) return refusedAll(figures, ground.refused);
    const all = await readTargets(transaction, ground.structure, ground.day);
    const stored = all.filter(({ termId }) => termId === ground.termId);
    const { edits, faults } = planTargets(figures, stored);
    const open = ground.day === null ? [] : await readOpenTargets(transaction, ground.structure);
    const wrong = new Set(faults.filter(({ severity }) => severity === 'ERROR').map(keyOfPlace));
    const valid = edits.filter(({ figure }) => !wrong.has(keyOfPlace(targetKeyOf(figure))));
    const settled = settledWith(open, ground, valid);
    const { accepted, refusals } = await this.accepted(transaction, ground, all, settled.edits);
    const notes = notesOf(ground, figures, stored, accepted, origin !== null && !isOwn);
    const allFaults = [...faults, ...settled.faults, ...refusals, ...notes];
    const written = accepted.length === 0 ? null : await this.apply(transaction, member, ground, accepted);
    return {
      changes: accepted.map((edit) => this.changeOf(edit)),
      counts: countsOf(figures, accepted, allFaults),
      faults: allFaults,
      written,
    };
  }

  async undo(
    transaction: Write,
    context: WritingContext,
    written: unknown,
    reason: string,
  ): Promise<UndoResult> {
    return undoTargets(transaction, context, this.services, written as WrittenTargets, reason);
  }

  /** The edits that the rules of the agreement accept, each as far as those beside it are. */
  private async accepted(
    transaction: Write,
    ground: Ground,
    stored: readonly StoredTarget[],
    edits: readonly TargetEdit[],
  ): Promise<{ accepted: TargetEdit[]; refusals: SheetFault[] }> {
    let accepted = [...edits];
    const refusals: SheetFault[] = [];
    while (accepted.length > 0) {
      const faults = await this.faultsOf(transaction, ground, stored, accepted);
      if (faults.length === 0) break;
      const refused = new Set<FormFigure>();
      for (const { code, args, path } of faults) {
        const at = typeof path[1] === 'number' ? accepted[path[1]] : undefined;
        const [edit] = at ? [at] : accepted;
        for (const { figure } of at ? [at] : accepted) refused.add(figure);
        if (edit) refusals.push({ code, args, severity: 'ERROR', ...targetKeyOf(edit.figure) });
      }
      accepted = accepted.filter(({ figure }) => !refused.has(figure));
    }
    return { accepted, refusals };
  }

  private async faultsOf(
    transaction: Write,
    ground: Ground,
    stored: readonly StoredTarget[],
    edits: readonly TargetEdit[],
  ): Promise<Fault[]> {
    const { targets } = this.services;
    const { structure, day } = ground;
    const given = edits.map((edit) => givenOf(ground.termId, edit));
    if (day === null) return targets.proposalFaults(structure, stored, given);
    return (await targets.amend(transaction, structure, contentOf(ground, day, given))).faults;
  }

  private async apply(
    transaction: Write,
    member: Member,
    ground: Ground,
    edits: readonly TargetEdit[],
  ): Promise<WrittenTargets> {
    const { targets, amendments } = this.services;
    const { termId, day, structure } = ground;
    const given = edits.map((edit) => givenOf(termId, edit));
    const kept = edits.map(({ figure, was, becomes }, at) => ({
      termId,
      indicator: figure.indicator,
      measure: figure.measure,
      was,
      becomes,
      zoneId: given[at]?.zoneId ?? null,
      sheet: figure.sheet,
      cell: figure.cells.target,
    }));
    if (day === null) {
      await targets.setWithin(member, transaction, { agreementId: structure.agreementId, targets: given });
      return { amendmentId: null, targets: kept };
    }
    const content = contentOf(ground, day, given, member.today());
    return { amendmentId: await amendments.proposeWithin(member, transaction, content), targets: kept };
  }

  private changeOf({ figure, zoneId, was, becomes }: TargetEdit): PartChange {
    const { indicator, measure, zone, sheet, cells } = figure;
    const names = new Map(zone?.id === zoneId ? [[zone.id, zone.name]] : []);
    const subject = wordsOf(this.services.catalogue, names, { termId: '', zoneId, indicator, measure });
    return { sheet, cell: cells.target, subject, was, becomes };
  }
}

/** The term and the day; or why nothing of the form can be written. */
async function groundOf(
  transaction: Write,
  member: Member,
  agreement: AgreementRow,
  period: Parameters<typeof termOfForm>[1],
): Promise<Ground | { refused: Message }> {
  const locked = await lockStep(transaction, agreement.id);
  const { organisationId, agreementId } = keyOf(agreement);
  const structure = locked && (await readStructure(transaction, organisationId, agreementId));
  if (!structure) throw notFound(agreementId);
  const isConfirmed = structure.state === AgreementState.CONFIRMED;
  const [refused] = isConfirmed ? [] : preparationFaults(structure, member.session);
  if (refused) return { refused };
  const found = termOfForm(structure.terms, period, member.today());
  if ('unclear' in found) return { refused: found.unclear };
  const day = isConfirmed ? dayOfChange(found.term, period, member.today()) : null;
  return { structure, termId: found.term.id, day };
}

function refusedAll(figures: readonly FormFigure[], { code, args }: Message): PartResult {
  const [first] = figures;
  const faults: SheetFault[] = first ? [{ code, args, severity: 'ERROR', ...targetKeyOf(first) }] : [];
  return { changes: [], counts: { ready: 0, unchanged: 0, faulty: figures.length }, faults, written: null };
}

const givenOf = (termId: string, { figure, zoneId, becomes }: TargetEdit): GivenTarget => ({
  termId,
  zoneId,
  indicator: figure.indicator,
  measure: figure.measure,
  value: becomes,
});

function contentOf({ structure }: Ground, effectiveOn: Day, targets: GivenTarget[], today = effectiveOn) {
  const reason = textOf(message('TARGETS_IMPORTED', { day: today }), 'zh');
  return { agreementId: structure.agreementId, effectiveOn, reason, targets };
}

/** Without what an open amendment proposes already; what one proposes otherwise from the same day is refused. */
function settledWith(
  open: readonly OpenTargets[],
  { termId, day }: Ground,
  edits: readonly TargetEdit[],
): { edits: TargetEdit[]; faults: SheetFault[] } {
  const faults: SheetFault[] = [];
  const byCell = groupedBy(
    open.flatMap(({ effectiveOn, targets }) => targets.map((target) => ({ ...target, effectiveOn }))),
    cellOf,
  );
  const left = edits.filter((edit) => {
    const proposed = (byCell.get(cellOf(givenOf(termId, edit))) ?? []).map(
      ({ effectiveOn, value = null }) => ({ effectiveOn, value }),
    );
    const same = proposed.find(({ value }) => isSame(value, edit.becomes));
    const other = proposed.find(({ effectiveOn }) => effectiveOn === day);
    const place = targetKeyOf(edit.figure);
    if (same) {
      const { effectiveOn } = same;
      faults.push({ ...message('TARGET_PROPOSED', { day: effectiveOn }), severity: 'NOTE', ...place });
    } else if (other) {
      const args = { day: other.effectiveOn, value: other.value ?? '/' };
      faults.push({ ...message('TARGET_PROPOSED_OTHERWISE', args), severity: 'ERROR', ...place });
    }
    return !same && !other;
  });
  return { edits: left, faults };
}

/** What is worth knowing of all of it, at its first figure: where it is from, what becomes of it, what it leaves out. */
function notesOf(
  { day }: Ground,
  figures: readonly FormFigure[],
  stored: readonly StoredTarget[],
  edits: readonly TargetEdit[],
  isOfOther: boolean,
): SheetFault[] {
  const [first] = figures;
  const [changed] = edits;
  const subjects = new Set(figures.map(({ indicator, measure }) => `${indicator} ${measure}`));
  const others = stored.filter(({ indicator, measure }) => !subjects.has(`${indicator} ${measure}`));
  const at = (severity: Severity, { code, args }: Message, figure: FormFigure | undefined): SheetFault[] =>
    figure ? [{ code, args, severity, ...targetKeyOf(figure) }] : [];
  return [
    ...(isOfOther ? at('WARNING', message('OTHER_AGREEMENT'), first) : []),
    ...(day === null ? [] : at('NOTE', message('TARGETS_BECOME_AMENDMENT', { day }), changed?.figure)),
    ...(others.length === 0
      ? []
      : at('NOTE', message('TARGETS_NOT_IN_FORM', { count: others.length }), first)),
  ];
}

const keyOfPlace = ({ sheet, cell }: { sheet: string; cell: string }): string => `${sheet} ${cell}`;

function countsOf(
  figures: readonly FormFigure[],
  edits: readonly TargetEdit[],
  faults: readonly SheetFault[],
): PartResult['counts'] {
  const wrong = new Set(faults.filter(({ severity }) => severity === 'ERROR').map(keyOfPlace));
  const faulty = figures.filter((figure) => wrong.has(keyOfPlace(targetKeyOf(figure)))).length;
  const ready = new Set(edits.map(({ figure }) => figure)).size;
  return { ready, unchanged: figures.length - ready - faulty, faulty };
}
