export { checkRollups, lineOf, MOST_SHOWN, type RollupCheck, type RollupDifference } from './rollups';
export { verifyDatabase } from './verify-database';
