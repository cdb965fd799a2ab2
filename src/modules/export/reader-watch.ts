import { SessionEnded } from '../../platform/database/errors';

/** How often an export asks whether its reader may still read, and how long it goes on where nobody can tell. */
const EVERY_MS = 2000;
const UNSURE_MS = 30_000;

/**
 * Asks again and again whether the reader of a long transfer may still read, and calls `end` once with the reason why it
 * may not: its session or key has ended, or the database has not said for too long. Returns how to stop asking.
 */
export function watchReader(confirm: () => Promise<void>, end: (reason: Error) => void): () => void {
  let stopped = false;
  let confirmedAt = performance.now();
  const ask = async (): Promise<void> => {
    try {
      await confirm();
      confirmedAt = performance.now();
    } catch (error) {
      if (stopped) return;
      if (error instanceof SessionEnded || performance.now() - confirmedAt > UNSURE_MS) {
        end(error as Error);
        return;
      }
    }
    if (!stopped) wait();
  };
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    timer = setTimeout(() => void ask(), EVERY_MS);
  };
  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
