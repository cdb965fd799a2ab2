import { useState } from 'react';
import { useViewer } from '../session/viewer';
import { newRequestKey } from '../ui/request-key';
import { type Keyed, withChanges } from './keyed';

/** What is typed into a form, kept in this tab until it is sent: a reload loses nothing. */
export function useDraft<Draft extends object>(
  form: string,
  empty: Draft,
): [draft: Draft & Keyed, change: (changes: Partial<Draft>) => void, forget: () => void] {
  const { id: memberId } = useViewer();
  const key = `console:${form}:${memberId}`;
  const newDraft = (): Draft & Keyed => ({ ...empty, requestKey: newRequestKey() });
  const [draft, setDraft] = useState(() => ({ ...newDraft(), ...keptIn<Draft & Keyed>(key) }));
  const change = (changes: Partial<Draft>): void => {
    const changed = withChanges(draft, changes);
    setDraft(changed);
    sessionStorage.setItem(key, JSON.stringify(changed));
  };
  const forget = (): void => {
    setDraft(newDraft());
    sessionStorage.removeItem(key);
  };
  return [draft, change, forget];
}

function keptIn<Draft>(key: string): Partial<Draft> {
  return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>;
}
