import {
  getNullableType,
  type GraphQLAbstractType,
  GraphQLID,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

/** An output type in the form that execution needs: NonNull is a flag of the same shape. */
export type Shape =
  | LeafShape
  | { readonly kind: 'object'; readonly nonNull: boolean; readonly type: GraphQLObjectType }
  | { readonly kind: 'abstract'; readonly nonNull: boolean; readonly type: GraphQLAbstractType }
  | { readonly kind: 'list'; readonly nonNull: boolean; readonly item: Shape };

export interface LeafShape {
  readonly kind: 'leaf';
  readonly nonNull: boolean;
  readonly type: GraphQLLeafType;
  /** A string is its own serialised value. */
  readonly isText: boolean;
}

export function shapeOf(output: GraphQLOutputType): Shape {
  const nonNull = isNonNullType(output);
  const type = getNullableType(output);
  if (isListType(type)) return { kind: 'list', nonNull, item: shapeOf(type.ofType) };
  if (isLeafType(type))
    return { kind: 'leaf', nonNull, type, isText: type === GraphQLString || type === GraphQLID };
  if (isAbstractType(type)) return { kind: 'abstract', nonNull, type };
  return { kind: 'object', nonNull, type };
}
