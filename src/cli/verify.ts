import 'reflect-metadata';
import { readConfig } from '../config';
import { Database } from '../platform/database/database';
import { withDatabase } from '../start/database-in-use';
import { checkRollups, lineOf } from '../verify';
import { runCommand } from './run-command';

const say = (line: string): void => {
  console.log(line);
};

/** `npm run verify`: recounts the rollups from the records; exit code 1 when any differs. */
void runCommand(async () => {
  await withDatabase(readConfig(), say, async ({ serverUrl }) => {
    const database = new Database({
      ...{ url: serverUrl, entities: [], poolSize: 1, poolWaitMs: 10_000 },
      ...{ statementTimeoutMs: 0, lockTimeoutMs: 10_000 },
    });
    const began = performance.now();
    try {
      await database.start();
      const { records, cells, differences, count } = await checkRollups(database);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      for (const difference of differences) say(lineOf(difference));
      if (count > differences.length) say(`… and ${count - differences.length} more`);
      say(
        count === 0
          ? `${records} records, ${cells} cells of the rollups: no difference (${seconds} s) / 汇总与记录一致`
          : `${records} records, ${cells} cells of the rollups: ${count} differ (${seconds} s) / 汇总与记录不一致`,
      );
      if (count > 0) process.exitCode = 1;
    } finally {
      await database.close();
    }
  });
});
