/** Entries named in one message, at most. */
const MAX_LISTED = 12;

/** A list within a sentence, with its language's comma. */
export function listed(entries: readonly string[], comma: string): string {
  const shown = entries.slice(0, MAX_LISTED).join(comma);
  return entries.length > MAX_LISTED ? `${shown} …` : shown;
}
