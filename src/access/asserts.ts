import { declareAction } from '../platform/graphql/declared-action';
import type { Action } from './actions';

/**
 * `@Asserts('agreement.read')` above a resolver's method: the action that the service behind it asserts first. Every
 * root field and every field with arguments has one, or the schema is not built.
 */
export const Asserts: (action: Action) => MethodDecorator = declareAction;
