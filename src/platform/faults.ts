import type { Text } from './text';

export type Path = readonly (string | number)[];

/** One business rule that the input broke. `path` points into the input, list positions included. */
export interface Fault {
  code: string;
  path: Path;
  text: Text;
}

/** Thrown when the input breaks rules: it has all faults found, and rolls the transaction back. */
export class BrokenRules extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(({ code, path }) => `${code} at ${path.join('.')}`).join('; '));
  }
}

/** Throws when there is at least one fault. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new BrokenRules(faults);
}
