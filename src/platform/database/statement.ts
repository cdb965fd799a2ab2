import { createHash } from 'node:crypto';

/**
 * One SQL statement with a name of its own. It is prepared once a connection and planned once, so the text must depend
 * on nothing but the name: what differs between calls goes into the values.
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** What metrics count it under: all variants of a statement together, so that there are few. */
  readonly label: string;
}

/** PostgreSQL cuts longer names. */
const MAX_BYTES = 63;
const HASH_DIGITS = 32;
/** Readable beginning of a hashed name; a character that is cut in two may take two bytes more. */
const BEGINNING = MAX_BYTES - HASH_DIGITS - 3;

/** Declares a statement; `variant` names what its text was composed of, where the label alone does not decide it. */
export function statement(label: string, text: string, variant: readonly string[] = []): Statement {
  const full = [label, ...variant].join('+');
  return { name: Buffer.byteLength(full) > MAX_BYTES ? hashed(full) : full, text, label };
}

function hashed(full: string): string {
  const digits = createHash('sha256').update(full).digest('hex').slice(0, HASH_DIGITS);
  return `${Buffer.from(full).subarray(0, BEGINNING).toString()}#${digits}`;
}
