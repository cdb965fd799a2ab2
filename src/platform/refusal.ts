import { isId } from './ids';
import type { Text } from './text';

export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE';

/** What was refused, for the audit log alone. */
export interface RefusalTrace {
  action?: string;
  thingId?: string;
}

/** A request that is not executed: becomes a GraphQL error with `extensions.code`. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly text: Text,
    /** Further machine-readable values, beside the code. */
    readonly details: Record<string, unknown> = {},
    readonly trace: RefusalTrace = {},
  ) {
    super(text.en);
  }
}

/** The same refusal for what is outside the caller's scope and what never existed, malformed ids too. */
export function notFound(id: string): Refusal {
  const text = {
    zh: `找不到编号为“${id}”的内容，或您无权查看。请核对编号。`,
    en: `Nothing with the id "${id}" exists, or you may not see it. Please check the id.`,
  };
  return new Refusal('NOT_FOUND', text, {}, isId(id) ? { thingId: id } : {});
}

/** A request that no retry will fix: a page size, cursor, range or filter outside what is possible. */
export function badInput(text: Text): Refusal {
  return new Refusal('BAD_USER_INPUT', text);
}
