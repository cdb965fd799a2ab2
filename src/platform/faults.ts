import type { Message, MessageArgs, MessageCode } from '../messages';

export type Path = readonly (string | number)[];

/** One business rule that the input broke. `path` points into the input, list positions included. */
export interface Fault extends Message {
  readonly path: Path;
}

export function fault<Code extends MessageCode>(code: Code, path: Path, ...args: MessageArgs<Code>): Fault {
  return { code, path, args };
}

/** Thrown when the input breaks rules: it has all faults found, and rolls the transaction back. */
export class BrokenRules extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(({ code, path }) => `${code} at ${path.join('.')}`).join('; '));
  }
}

export function brokenRule<Code extends MessageCode>(
  code: Code,
  path: Path,
  ...args: MessageArgs<Code>
): BrokenRules {
  return new BrokenRules([fault(code, path, ...args)]);
}

/** Throws when there is at least one fault. */
export function assertNoFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new BrokenRules(faults);
}
