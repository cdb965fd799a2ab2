import { rmSync } from 'node:fs';
import { closeShared } from './shared';

export default async function globalTeardown(): Promise<void> {
  const running = globalThis.testPostgres;
  if (!running) return;
  await closeShared();
  await running.postgres.stop();
  rmSync(running.dataDir, { recursive: true, force: true });
}
