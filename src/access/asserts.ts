import { declareAction } from '../platform/graphql/declared-action';
import type { Action } from './actions';

/**
 * `@Asserts('agreement.read')` above a resolver's method: the action that the service behind it asserts first. The
 * schema is not built unless every root field and every field with arguments has one.
 */
export const Asserts: (action: Action) => MethodDecorator = declareAction;
