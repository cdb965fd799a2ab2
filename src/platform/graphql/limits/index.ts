export { Cost, type CostHint } from './cost';
export { CostBudget, type Principal } from './cost-budget';
export { budgetSpent } from './limit-errors';
export { OPERATION_LIMITS, type OperationLimits, parserLimits } from './document-limits';
export { type CostPayer, OperationGuard } from './operation-guard';
