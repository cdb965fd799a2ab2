import type { ImportNameKind, ImportPart, ImportPreviewFragment } from '../../generated/graphql';
import type { ImportMessages } from '../../messages/imports';

/** 20,000 */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** What a file was recognised as, in the form's own words: 附件1，3 个片区，34 项指标，83 个数. */
export function recognisedText(
  { form, names, counts }: Pick<ImportPreviewFragment, 'form' | 'names' | 'counts'>,
  messages: ImportMessages,
): string {
  const things = (kind: ImportNameKind, text: (count: number) => string): string[] => {
    // Several ways of writing one name are one thing.
    const known = new Set(
      names.filter((it) => it.kind === kind && it.matchedId !== null).map(({ matchedId }) => matchedId),
    );
    return known.size === 0 ? [] : [text(known.size)];
  };
  return [
    messages.forms[form],
    ...things('ZONE', messages.zones),
    ...things('POINT', messages.points),
    ...things('PROJECT', messages.projects),
    ...things('INDICATOR', messages.indicators),
    messages.rowsOf(countText(counts.rows), messages.rows[form]),
  ].join(messages.and);
}

/** The parts that are chosen until one chooses others: all that the member may write. */
export function partsAtFirst({ parts }: Pick<ImportPreviewFragment, 'parts'>): ImportPart[] {
  return parts.filter((it) => it.mayApply && it.changes > 0 && isWritten(it.part)).map(({ part }) => part);
}

/** Published figures are compared, and never stored as service. */
export function isWritten(part: ImportPart): boolean {
  return part !== 'PUBLISHED_FIGURES';
}

/** How many lines the chosen parts would write. */
export function linesOf(
  { parts }: Pick<ImportPreviewFragment, 'parts'>,
  chosen: readonly ImportPart[],
): number {
  return parts.reduce((sum, { part, changes }) => sum + (chosen.includes(part) ? changes : 0), 0);
}
