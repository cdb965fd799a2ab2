import type { Member } from '../../access';
import type { BulkScope } from '../../platform/database/bulk-scope';
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

/** Aborts the transfer when the reader's access is revoked. Closing is idempotent. */
export function whileAllowed(
  member: Member,
  scope: BulkScope,
  releaseSlot: () => void,
): { ended: AbortSignal; close: () => void } {
  const ending = new AbortController();
  const unwatch = watchReader(
    async () => member.confirmAnew(),
    (reason) => {
      ending.abort(reason);
      scope.abandon(reason);
    },
  );
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    unwatch();
    scope.abandon();
    releaseSlot();
  };
  return { ended: ending.signal, close };
}
