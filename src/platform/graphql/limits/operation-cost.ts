import type { FieldNode, GraphQLField } from 'graphql';
import type { Variables } from '../execution/variables';
import { sizeOfArgument } from './argument-size';

/** A field of the answer, with what is asked below it. */
export interface AskedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Units of the field, or of each object of its list. */
  readonly weight: number;
  /** Where its arguments say how many, if they do. */
  readonly sizedBy: readonly string[] | null;
  /** Units for each of those that the arguments count. */
  readonly each: number;
  readonly isList: boolean;
  /** How many there are taken to be in the list: always, or where it is on no page. */
  readonly size: number | undefined;
  readonly usualSize: number;
  readonly isPage: boolean;
  readonly below: readonly AskedField[];
}

/** What a request costs, with the coerced values of its variables. `page`: how long the lists right here are, on a page. */
export function costOf(asked: readonly AskedField[], variables: Variables, page?: number): number {
  let total = 0;
  for (const one of asked) {
    const told = one.sizedBy ? sizeOfArgument(one.field, one.node, one.sizedBy, variables) : undefined;
    if (one.isList) {
      total += (told ?? one.size ?? page ?? one.usualSize) * (one.weight + costOf(one.below, variables));
    } else {
      const below = costOf(one.below, variables, told ?? (one.isPage ? page : undefined));
      total += one.weight + below + (told ?? 1) * one.each;
    }
  }
  return total;
}
