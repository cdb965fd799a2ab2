import type { FieldNode, GraphQLField } from 'graphql';
import type { Variables } from '../execution/variables';
import { sizeOfArgument } from './argument-size';

/** A field of the answer, with the selection below it. */
export interface SelectedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Units of the field, or of each object of its list. */
  readonly weight: number;
  /** The path of the argument that gives its size, if any. */
  readonly sizedBy: readonly string[] | null;
  /** Units for each item that the argument counts. */
  readonly each: number;
  readonly isList: boolean;
  /** The assumed size of the list: always, or where it is not on a page. */
  readonly size: number | undefined;
  readonly usualSize: number;
  readonly isPage: boolean;
  readonly below: readonly SelectedField[];
}

/** The cost of a request, with the coerced values of its variables. `page`: the size of lists at this level, on a page. */
export function costOf(selected: readonly SelectedField[], variables: Variables, page?: number): number {
  let total = 0;
  for (const one of selected) {
    const requestedSize = one.sizedBy
      ? sizeOfArgument(one.field, one.node, one.sizedBy, variables)
      : undefined;
    if (one.isList) {
      total +=
        (requestedSize ?? one.size ?? page ?? one.usualSize) * (one.weight + costOf(one.below, variables));
    } else {
      const below = costOf(one.below, variables, requestedSize ?? (one.isPage ? page : undefined));
      total += one.weight + below + (requestedSize ?? 1) * one.each;
    }
  }
  return total;
}
