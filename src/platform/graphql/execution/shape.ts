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

/** An output type as execution asks for it: a type wrapped in NonNull is the same shape that must not be null. */
export type Shape =
  | LeafShape
  | { readonly kind: 'object'; readonly nonNull: boolean; readonly type: GraphQLObjectType }
  | { readonly kind: 'abstract'; readonly nonNull: boolean; readonly type: GraphQLAbstractType }
  | { readonly kind: 'list'; readonly nonNull: boolean; readonly item: Shape };

export interface LeafShape {
  readonly kind: 'leaf';
  readonly nonNull: boolean;
  readonly type: GraphQLLeafType;
  /** A string stands for itself. */
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
