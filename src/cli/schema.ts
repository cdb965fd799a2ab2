import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { describeApi } from '../api';
import { startEmbeddedPostgres } from '../embedded-postgres';
import { migrate } from '../platform/database/migrations';
import { describeDatabase } from '../platform/database/describe-database';
import { printApi } from '../platform/graphql/print-api';
import { runCommand } from './run-command';

/** `npm run schema`: generates schema/schema.graphql and schema/database.sql from the code and the migrations. */
void runCommand(async () => {
  const folder = join(__dirname, '../../../schema');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'schema.graphql'), printApi(describeApi()));

  const dataDir = mkdtempSync(join(tmpdir(), 'stations-schema-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined, settings: { fsync: 'off' } });
  try {
    await migrate(postgres.ownerUrl, 'stations_server');
    writeFileSync(join(folder, 'database.sql'), await describeDatabase(postgres.ownerUrl));
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
