export { checkRollups, lineOf } from './rollups';
export { checkStates, stateLineOf } from './states';
export { verifyDatabase } from './verify-database';
