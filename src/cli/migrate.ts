import 'reflect-metadata';
import { refreshBiLogins } from '../bi';
import { readConfig } from '../config';
import { migrate } from '../platform/database/migrations';
import { StartError } from '../platform/start-error';
import { runCommand } from './run-command';

/** `npm run migrate`: creates the group roles and migrates the database, as its owner. */
void runCommand(async () => {
  const { databaseOwnerUrl, databaseUrl } = readConfig();
  if (databaseOwnerUrl === undefined || databaseUrl === undefined) {
    throw new StartError(
      'DATABASE_OWNER_URL (the owner, who migrates) and DATABASE_URL (the run-time login, who is let into the group roles) must both be set',
    );
  }
  const done = await migrate(databaseOwnerUrl, loginOf(databaseUrl));
  // The columns that the views read may have changed.
  if (done.length > 0) await refreshBiLogins(databaseOwnerUrl);
  console.log(
    done.length === 0 ? 'The database is up to date / 数据库已是最新' : `Done / 已完成: ${done.join(', ')}`,
  );
});

function loginOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
