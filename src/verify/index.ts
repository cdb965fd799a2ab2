export { checkRollups, lineOf, MAX_SHOWN, type RollupCheck, type RollupDifference } from './rollups';
export { checkStates, type StateFault, stateLineOf } from './states';
export { verifyDatabase } from './verify-database';
