import { rmSync } from 'node:fs';

export default async function globalTeardown(): Promise<void> {
  const running = globalThis.testPostgres;
  if (!running) return;
  await running.postgres.stop();
  rmSync(running.dataDir, { recursive: true, force: true });
}
