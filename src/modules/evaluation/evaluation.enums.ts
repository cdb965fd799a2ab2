/** 自评主体: who evaluates its own use of the money. */
export enum EvaluationParty {
  OPERATOR = 'OPERATOR',
  PURCHASER = 'PURCHASER',
}
