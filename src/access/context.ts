import type { Caller } from './caller';

/**
 * What resolvers get. Apollo clones the context of every operation, so what a request holds is one level down, where
 * a copy still means the same caller, the same transaction and the same loaders.
 */
export interface Context extends Record<string, unknown> {
  caller: Caller;
}
