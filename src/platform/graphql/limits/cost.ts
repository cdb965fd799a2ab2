import type { GraphQLField, GraphQLNamedType } from 'graphql';
import { Extensions } from 'type-graphql';

/**
 * The cost of a field, or of every field of a type, where the general rule is too high or too low. The unit is
 * the work for one object of the database.
 */
interface CostHint {
  /** Units per object; of a scalar field, units for computing it. By the general rule 1 for an object and 0 for a scalar. */
  weight?: number;
  /** The assumed size of a list that is not paginated. */
  size?: number;
  /** The path of the argument that gives the size: a number, or a list that is counted. A page needs no hint. */
  sizedBy?: string;
  /** Units for each item that `sizedBy` counts, whatever is selected. */
  each?: number;
}

/** The weight of an object that is not fetched. */
export const NEGLIGIBLE = 0.01;

/** The weight of hashing a password. */
export const PASSWORD_CHECK = 1000;

type Decorator = ClassDecorator & PropertyDecorator & MethodDecorator;

/** Declares the cost of a field, or of a type wherever it is a field's. */
export function Cost(hint: CostHint): Decorator {
  return Extensions({ cost: hint });
}

/** The declared hint of a field or type. */
export function costHintOf(of: GraphQLField<unknown, unknown> | GraphQLNamedType): CostHint {
  return (of.extensions.cost as CostHint | undefined) ?? {};
}
