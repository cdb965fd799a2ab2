import type { GraphQLFormattedError } from 'graphql';

/** Removes the suggestions of graphql-js from an error: they name fields, arguments, types and values of the schema. */
export function withoutSuggestions(error: GraphQLFormattedError): GraphQLFormattedError {
  const { message } = error;
  // Without a pattern: a message quotes what was sent, and may repeat these words thousands of times.
  const guess = message.endsWith('?') ? message.indexOf('Did you mean ') : -1;
  return guess < 0 ? error : { ...error, message: message.slice(0, guess).replace(/ $/, '') };
}
