import { loadDemo } from '../../src/demo';
import { startApi, type TestApi } from './api';
import { TEST_PASSWORD } from './settings';

type Overrides = Partial<Parameters<typeof loadDemo>[0]>;

/** Loads the invented station beside the real ones, as it is today or at a moment that is over. */
export async function loadLivingDemo(api: TestApi, overrides: Overrides = {}): Promise<void> {
  await loadDemo({
    ...api.server,
    clock: api.clock.now,
    password: TEST_PASSWORD,
    progress: () => undefined,
    ...overrides,
  });
}

/** A server of a test file's own, with the invented station as it is today. */
export async function startLivingApi(): Promise<TestApi> {
  const api = await startApi();
  await loadLivingDemo(api);
  return api;
}
