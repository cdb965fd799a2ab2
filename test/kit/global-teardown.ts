import { rmSync } from 'node:fs';
import { closeSharedApis } from './shared-api';

export default async function globalTeardown(): Promise<void> {
  const running = globalThis.testPostgres;
  if (!running) return;
  await closeSharedApis();
  await running.postgres.stop();
  rmSync(running.dataDir, { recursive: true, force: true });
}
