import type { Caller } from './caller';

/**
 * The context of resolvers. Apollo makes a shallow copy of it for every operation, so the state of a request is one level
 * down, where a copy refers to the same caller, transaction and loaders.
 */
export interface Context extends Record<string, unknown> {
  caller: Caller;
}
