import type { GraphQLField, GraphQLNamedType } from 'graphql';
import { Extensions } from 'type-graphql';

/**
 * What is known of the cost of a field, or of every field of a type, where the general rule says too much or too little.
 * The unit is the work of one object that comes from the database.
 */
export interface CostHint {
  /** Units an object; of a scalar field, units for working it out. By the general rule 1 an object and 0 a scalar. */
  weight?: number;
  /** How many there are taken to be in a list that is no page. */
  size?: number;
  /** Where the arguments say how many there are, as a path: a number, or a list that is counted. A page needs no hint. */
  sizedBy?: string;
  /** Units for each of those that `sizedBy` counts, whatever is asked of them. */
  each?: number;
}

/** The weight of an object that nobody has to fetch. */
export const NEGLIGIBLE = 0.01;

/** The weight of hashing a password. */
export const PASSWORD_CHECK = 1000;

type Decorator = ClassDecorator & PropertyDecorator & MethodDecorator;

/** Declares the cost of a field, or of a type wherever it is a field's. */
export function Cost(hint: CostHint): Decorator {
  return Extensions({ cost: hint });
}

/** The hint that was declared for a field or type. */
export function costHintOf(of: GraphQLField<unknown, unknown> | GraphQLNamedType): CostHint {
  return (of.extensions.cost as CostHint | undefined) ?? {};
}
