import { useSyncExternalStore } from 'react';
import type { Place } from './places';

let last: Place | undefined;
const watchers = new Set<() => void>();

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function rememberPlace(place: Place): void {
  if (last?.agreement === place.agreement && last.term === place.term) return;
  last = place;
  for (const watcher of watchers) watcher();
}

/** Where the member was last, so that links lead to the same station and term. */
export function useLastPlace(): Place | undefined {
  return useSyncExternalStore(watch, () => last);
}
