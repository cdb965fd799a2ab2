/** 自评主体: the party that evaluates its own use of the money. */
export enum EvaluationParty {
  OPERATOR = 'OPERATOR',
  PURCHASER = 'PURCHASER',
}
