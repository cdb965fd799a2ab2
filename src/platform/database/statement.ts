import { createHash } from 'node:crypto';

/**
 * One SQL statement with a name of its own. It is prepared once a connection and planned once, so the text must depend
 * on nothing but the name: what differs between calls goes into the values.
 */
export interface Statement<Row = unknown> {
  readonly name: string;
  readonly text: string;
  /** What metrics count it under: all variants of a statement together, so that there are few. */
  readonly label: string;
  /** Of no value: it carries the type of the rows. A test compares the columns with it. */
  readonly row?: Row;
}

/** PostgreSQL cuts longer names. */
const MAX_BYTES = 63;
const HASH_DIGITS = 32;
/** Readable beginning of a hashed name; a character that is cut in two may take two bytes more. */
const BEGINNING = MAX_BYTES - HASH_DIGITS - 3;

/** Declares a statement; `variant` names what its text was composed of, where the label alone does not decide it. */
export function statement<Row = unknown>(
  label: string,
  text: string,
  variant: readonly string[] = [],
): Statement<Row> {
  const full = [label, ...variant].join('+');
  const made = { name: Buffer.byteLength(full) > MAX_BYTES ? hashed(full) : full, text, label };
  if (variant.length === 0) declared.set(label, made);
  return made;
}

const declared = new Map<string, Statement>();

/** The statements of all modules that are loaded, but for the variants of composed ones. */
export function declaredStatements(): readonly Statement[] {
  return [...declared.values()];
}

function hashed(full: string): string {
  const digits = createHash('sha256').update(full).digest('hex').slice(0, HASH_DIGITS);
  return `${Buffer.from(full).subarray(0, BEGINNING).toString()}#${digits}`;
}
