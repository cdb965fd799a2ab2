/** Bounds on the form of an operation, with fragments expanded wherever they are spread. */
export interface DocumentLimits {
  /** Nesting of objects; the leaves of the innermost add nothing. Introspection is left out. */
  depth: number;
  aliases: number;
  directives: number;
  /**
   * Fields and fragments in all: bounds the work of validating and planning it. An object that is selected again at the
   * same position counts a quarter more for each time before.
   */
  selections: number;
}

export type DocumentLimit = keyof DocumentLimits;

/** Bounds on operations that are checked before their cost is computed. */
export interface OperationLimits extends DocumentLimits {
  /** Lexer tokens of a document, and its characters: bounds the work of parsing and validating it. */
  tokens: number;
  characters: number;
}

/** Documents of 2,000 tokens validate in some 60 ms, whatever is in them. */
export const OPERATION_LIMITS: OperationLimits = {
  tokens: 2000,
  characters: 100_000,
  depth: 12,
  aliases: 12,
  directives: 10,
  selections: 1000,
};

/** The limits that the parser checks. */
export function parserLimits(limits: OperationLimits): { maxLexicalTokens: number; maxSourceLength: number } {
  return { maxLexicalTokens: limits.tokens, maxSourceLength: limits.characters };
}
