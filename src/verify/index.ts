export { checkRollups, lineOf, MAX_SHOWN, type RollupCheck, type RollupDifference } from './rollups';
export { verifyDatabase } from './verify-database';
