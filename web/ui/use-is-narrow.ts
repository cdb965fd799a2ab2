import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 820px)';

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
