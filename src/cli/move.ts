import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '../config';
import { hasEmbeddedDatabase, startEmbeddedPostgres } from '../embedded-postgres';
import { analyseDatabase } from '../platform/database/analyse';
import { type Moved, moveDatabase } from '../platform/database/move';
import { StartError } from '../platform/start-error';
import { verifyDatabase } from '../verify';
import { runCommand } from './run-command';

const say = (line: string): void => {
  console.log(line);
};

/** `npm run move`: copies the embedded database of DATA_DIR into an empty PostgreSQL of one's own. */
void runCommand(async () => {
  const { databaseOwnerUrl: ownerUrl, databaseUrl: serverUrl, dataDir: folder } = readConfig();
  if (ownerUrl === undefined || serverUrl === undefined) {
    throw new StartError(
      'DATABASE_OWNER_URL and DATABASE_URL must be set, of the empty database to move to / 请设置目标空库的 DATABASE_OWNER_URL 和 DATABASE_URL',
    );
  }
  const dataDir = resolve(folder);
  if (!hasEmbeddedDatabase(dataDir)) {
    throw new StartError(
      `DATA_DIR ${dataDir} holds no embedded database: name the folder of the one to move / 该目录中没有内置数据库：请用 DATA_DIR 指定要迁移的数据目录`,
    );
  }
  const { tables, rows } = await move(dataDir, ownerUrl, serverUrl);
  await analyseDatabase(ownerUrl);
  say(`${tables} tables, ${rows} rows: moved, checksums equal / 已迁移，校验一致`);
  if (!(await verifyDatabase(serverUrl, say))) process.exitCode = 1;
  say(afterwards(dataDir));
});

async function move(dataDir: string, ownerUrl: string, serverUrl: string): Promise<Moved> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const postgres = await startEmbeddedPostgres({ dataDir, log: say });
  try {
    const source = new URL(postgres.superuserUrl);
    source.pathname = new URL(postgres.ownerUrl).pathname;
    return await moveDatabase({
      sourceUrl: source.toString(),
      ownerUrl,
      serverLogin: decodeURIComponent(new URL(serverUrl).username),
      progress: say,
      signal: stop.signal,
    });
  } finally {
    await postgres.stop();
  }
}

function afterwards(dataDir: string): string {
  const key = join(dataDir, 'token-key');
  return [
    `The embedded database stays as it is in ${dataDir} / 内置数据库保持不变`,
    ...(existsSync(key)
      ? [
          `So that everyone stays signed in / 保持登录状态: TOKEN_KEYS="embedded:$(cat '${key}')" DATABASE_URL=… npm start`,
        ]
      : []),
  ].join('\n');
}
