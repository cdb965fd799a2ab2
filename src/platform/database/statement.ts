import { createHash } from 'node:crypto';

/**
 * One SQL statement with a unique name. It is prepared and planned once per connection, so its text must depend on the
 * name alone: what differs between calls is a parameter.
 */
export interface Statement<Row = unknown> {
  readonly name: string;
  readonly text: string;
  /** Its label in metrics: one for all variants of a statement, so that labels are few. */
  readonly label: string;
  /** Never set: it has the type of the rows. A test compares the columns with it. */
  readonly row?: Row;
}

/** PostgreSQL truncates longer names. */
const MAX_BYTES = 63;
const HASH_DIGITS = 32;
/** Readable prefix of a hashed name; a character that is cut in two may take two bytes more. */
const BEGINNING = MAX_BYTES - HASH_DIGITS - 3;

/** Declares a statement; `variant` names what its text is composed of, where the label alone does not determine it. */
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

/** The statements of all loaded modules, except the variants of composed ones. */
export function declaredStatements(): readonly Statement[] {
  return [...declared.values()];
}

function hashed(full: string): string {
  const digits = createHash('sha256').update(full).digest('hex').slice(0, HASH_DIGITS);
  return `${Buffer.from(full).subarray(0, BEGINNING).toString()}#${digits}`;
}
