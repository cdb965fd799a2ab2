import type { Mistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import type { AddFindingInput, FindingKind } from '../../generated/graphql';

/** A finding as it is typed; `about` names a section, "zone <id>" or "point <id>". */
export const EMPTY_FINDING = { kind: '' as FindingKind | '', about: '', dueOn: '', text: '' };

/** What is sent, or what cannot be read of it. */
export function findingOf(
  assessmentId: string,
  { kind, about, dueOn, text }: typeof EMPTY_FINDING,
): { readonly input: AddFindingInput; readonly mistakes: readonly Mistake[] } {
  const reading = new Reading();
  reading.chosen(kind, 'kind');
  reading.required(text, 'text');
  const [of = '', id = null] = about.split(' ');
  const input: AddFindingInput = {
    assessmentId,
    kind: kind || 'CONCERN',
    text,
    section: of === 'MANAGEMENT' || of === 'OVERALL' ? of : null,
    zoneId: of === 'zone' ? id : null,
    pointId: of === 'point' ? id : null,
    // A strength has none, whatever was typed before the kind was changed.
    dueOn: kind === 'CONCERN' ? reading.dayOrNull(dueOn, 'dueOn') : null,
  };
  return { input, mistakes: reading.mistakes };
}
