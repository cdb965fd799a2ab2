/** Bounds on the form of an operation, fragments followed wherever they are used. */
export interface DocumentLimits {
  /** Objects one inside another; what is asked of the last one adds nothing. Introspection is left out. */
  depth: number;
  aliases: number;
  directives: number;
  /**
   * Fields and fragments in all: bounds the work of validating and planning it. An object that is asked for again at its
   * place counts a quarter more for each time before.
   */
  selections: number;
}

export type DocumentLimit = keyof DocumentLimits;

/** Bounds on operations before their cost is worked out. */
export interface OperationLimits extends DocumentLimits {
  /** Words and signs of a document, and its characters: bounds the work of parsing and validating it. */
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

/** What of it the parser is to watch over. */
export function parserLimits(limits: OperationLimits): { maxLexicalTokens: number; maxSourceLength: number } {
  return { maxLexicalTokens: limits.tokens, maxSourceLength: limits.characters };
}
