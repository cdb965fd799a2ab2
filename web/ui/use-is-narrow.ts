import { useSyncExternalStore } from 'react';

/** Of screens alone: paper gets the table. */
const NARROW = 'screen and (max-width: 820px)';

function watch(watcher: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', watcher);
  return () => {
    query.removeEventListener('change', watcher);
  };
}

/** Whether the screen is a phone's, on which a wide table is of no use. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(NARROW).matches);
}
