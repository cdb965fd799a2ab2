export { CostBudget, type Principal } from './cost-budget';
export { budgetSpent } from './limit-errors';
export { OPERATION_LIMITS, type OperationLimits, parserLimits } from './document-limits';
export { OperationGuard } from './operation-guard';
