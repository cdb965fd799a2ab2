/**
 * One SQL statement with a name of its own. It is prepared once a connection and planned once, so the text must depend
 * on nothing but the name: what differs between calls goes into the values.
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Declares a statement; `name` is at most 63 bytes, as PostgreSQL cuts longer ones. */
export function statement(name: string, text: string): Statement {
  if (Buffer.byteLength(name) > 63) throw new Error(`statement name too long: ${name}`);
  return { name, text };
}
