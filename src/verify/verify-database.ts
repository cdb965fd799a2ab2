import { Database } from '../platform/database/database';
import { checkRollups, lineOf } from './rollups';
import { checkStates, stateLineOf } from './states';

/** Recounts the rollups of a migrated database, checks what follows the states of agreements, and prints the differences, a line each. True where there are none. */
export async function verifyDatabase(serverUrl: string, say: (line: string) => void): Promise<boolean> {
  const database = new Database({
    url: serverUrl,
    poolSize: 1,
    poolWaitMs: 10_000,
    statementTimeoutMs: 0,
    lockTimeoutMs: 10_000,
  });
  const began = performance.now();
  try {
    await database.start();
    const { records, cells, differences, count } = await checkRollups(database);
    const faults = await checkStates(database);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    for (const difference of differences) say(lineOf(difference));
    for (const fault of faults) say(stateLineOf(fault));
    if (count > differences.length) say(`… and ${count - differences.length} more`);
    say(
      count === 0
        ? `${records} records, ${cells} cells of the rollups: no difference (${seconds} s) / 汇总与记录一致`
        : `${records} records, ${cells} cells of the rollups: ${count} differ (${seconds} s) / 汇总与记录不一致`,
    );
    return count === 0 && faults.length === 0;
  } finally {
    await database.close();
  }
}
