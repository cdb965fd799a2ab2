import { SessionEnded } from '../../platform/database/errors';

/** Interval between checks of a reader's access, and how long an export continues while checks fail. */
const INTERVAL_MS = 2000;
const MAX_UNAVAILABLE_MS = 30_000;

/**
 * Polls whether the reader of a long transfer still has access, and calls `end` once with the reason when it does not:
 * its session or key has ended, or the database was unavailable for too long. Returns a function that stops polling.
 */
export function watchReader(confirm: () => Promise<void>, end: (reason: Error) => void): () => void {
  let stopped = false;
  let confirmedAt = performance.now();
  const check = async (): Promise<void> => {
    try {
      await confirm();
      confirmedAt = performance.now();
    } catch (error) {
      if (stopped) return;
      if (error instanceof SessionEnded || performance.now() - confirmedAt > MAX_UNAVAILABLE_MS) {
        end(error as Error);
        return;
      }
    }
    if (!stopped) wait();
  };
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    timer = setTimeout(() => void check(), INTERVAL_MS);
  };
  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
