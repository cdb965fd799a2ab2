import 'reflect-metadata';
import { readConfig } from '../config';
import { withDatabase } from '../start/database-in-use';
import { verifyDatabase } from '../verify';
import { runCommand } from './run-command';

const say = (line: string): void => {
  console.log(line);
};

/** `npm run verify`: recounts the rollups from the records; exit code 1 when any differs. */
void runCommand(async () => {
  await withDatabase(readConfig(), say, async ({ serverUrl }) => {
    if (!(await verifyDatabase(serverUrl, say))) process.exitCode = 1;
  });
});
