import type { GraphQLFormattedError } from 'graphql';

/** An error without graphql's guesses at what was meant: they name fields, arguments, types and values of the schema. */
export function withoutSuggestions(error: GraphQLFormattedError): GraphQLFormattedError {
  return { ...error, message: error.message.replace(/ ?Did you mean [^]*\?$/, '') };
}
