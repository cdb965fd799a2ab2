import { useSyncExternalStore } from 'react';
import { session } from './browser-session';
import type { SessionState } from './session';

export function useSession(): SessionState {
  return useSyncExternalStore(session.watch, () => session.state);
}
