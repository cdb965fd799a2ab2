import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../../../../platform/calendar';
import type { AgreementKey } from '../../../agreement';
import { readNames } from '../../../completion';
import { readRoster, type Staff, zonesOn } from '../../../staffing';
import type { PartChange, UndoResult } from '../part-writer';
import { orNothing } from './or-nothing';
import { certificatesInWords, type StaffStep } from './staff-edits.rules';
import { type StaffTurn, take } from './staff-steps';

interface WrittenLine {
  memberId: string;
  sheet: string;
  cell: string;
}

/** What an import wrote of a roster: ids, and values before and after, of which names are none. */
export interface WrittenRoster {
  /** With what was known of them then. */
  enrolled: (WrittenLine & { fingerprint: string })[];
  changed: (WrittenLine & { aspect: string; step: StaffStep })[];
}

/** Differs as soon as anything of a person is recorded, pay included. */
export function fingerprintOf(member: Staff | undefined): string {
  return createHash('sha256').update(JSON.stringify(member)).digest('hex');
}

/** Voids who was enrolled, and sets back what was changed, where nobody has touched it since. */
export async function undoRoster(
  turn: StaffTurn,
  key: AgreementKey,
  { enrolled, changed }: WrittenRoster,
  reason: string,
): Promise<UndoResult> {
  const { transaction, services } = turn;
  const result: UndoResult = { undone: 0, kept: [] };
  const names = await readNames(transaction, key, turn.member.today());
  const now = new Map((await readRoster(transaction, key)).map((member) => [member.id, member]));
  for (const { memberId, sheet, cell, fingerprint } of enrolled) {
    const member = now.get(memberId);
    if (member?.voidedAt !== null) continue;
    if (fingerprintOf(member) === fingerprint) {
      await services.staffChanges.void(turn, { memberId, reason });
      result.undone += 1;
    } else {
      const subject = member.name ?? member.code;
      result.kept.push({ sheet, cell, subject, was: null, becomes: subject });
    }
  }
  for (const line of changed.toReversed()) {
    const member = now.get(line.memberId);
    if (member?.voidedAt !== null) continue;
    const back = inverseOf(line.step, member);
    const faults =
      back === null
        ? null
        : await orNothing(transaction, async (inner) => back({ ...turn, transaction: inner }));
    if (faults?.length === 0) result.undone += 1;
    else result.kept.push(keptOf(line, member, names));
  }
  return result;
}

type Back = (turn: StaffTurn) => Promise<void>;

/** How a step is taken back; null where what it left has changed. */
function inverseOf(step: StaffStep, member: Staff): Back | null {
  const isLeft = (current: unknown, left: unknown): boolean => isDeepStrictEqual(current, left);
  const taking =
    (inverse: StaffStep): Back =>
    async (turn) =>
      take(turn, member.id, inverse);
  switch (step.kind) {
    case 'POSITION':
      return isLeft(member.position, step.after)
        ? async (turn) =>
            void (await turn.services.staffChanges.changeDetails(turn, {
              memberId: member.id,
              position: step.before,
            }))
        : null;
    case 'CERTIFICATES':
      return isLeft(sorted(member.certificates), sorted(step.after))
        ? taking({ ...step, before: step.after, after: step.before })
        : null;
    case 'SPELL': {
      const spell = member.spells.find(({ id }) => id === step.spellId);
      return spell && spell.to === step.after
        ? taking({ ...step, before: step.after, after: step.before })
        : null;
    }
    case 'RETURN': {
      const spell = spellOf(member, step.days);
      return spell
        ? async (turn) => void (await turn.services.staffChanges.removeSpell(turn, { spellId: spell.id }))
        : null;
    }
    case 'ZONES':
      return isLeft(zonesOn(member, step.since), step.after) &&
        !member.zoneChanges.some(({ since }) => since > step.since)
        ? taking({ ...step, before: step.after, after: step.before })
        : null;
  }
}

const sorted = (certificates: Staff['certificates']): Staff['certificates'] =>
  certificates.toSorted((one, other) => one.level.localeCompare(other.level));

const spellOf = ({ spells }: Staff, { from, to }: { from: Day; to: Day | null }) =>
  spells.find((spell) => spell.from === from && spell.to === to);

/** What the import left, and what it is now. */
function keptOf(
  { sheet, cell, aspect, step }: WrittenRoster['changed'][number],
  member: Staff,
  zoneNames: ReadonlyMap<string, string>,
): PartChange {
  const subject = `${member.name ?? member.code} · ${aspect}`;
  const zones = (ids: readonly string[]): string | null =>
    ids.length === 0 ? null : ids.map((id) => zoneNames.get(id) ?? '').join('、');
  const days = ({ from, to }: { from: Day; to: Day | null }): string => `${from} 至 ${to ?? '今'}`;
  const words = (was: string | null, becomes: string | null): PartChange => ({
    sheet,
    cell,
    subject,
    was,
    becomes,
  });
  switch (step.kind) {
    case 'POSITION':
      return words(step.after, member.position);
    case 'CERTIFICATES':
      return words(certificatesInWords(step.after), certificatesInWords(member.certificates));
    case 'SPELL':
      return words(step.after, member.spells.find(({ id }) => id === step.spellId)?.to ?? null);
    case 'RETURN': {
      const spell = member.spells.find(({ from }) => from === step.days.from);
      return words(days(step.days), spell ? days(spell) : null);
    }
    case 'ZONES':
      return words(zones(step.after), zones(zonesOn(member, step.since)));
  }
}
