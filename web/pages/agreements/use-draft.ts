import { useState } from 'react';
import { useViewer } from '../../session/viewer';

/** What is typed into a form, kept in this tab until it is sent: a reload loses nothing. */
export function useDraft<Draft extends object>(
  form: string,
  empty: Draft,
): [draft: Draft, change: (changes: Partial<Draft>) => void, forget: () => void] {
  const { id: memberId } = useViewer();
  const key = `console:${form}:${memberId}`;
  const [draft, setDraft] = useState(() => ({ ...empty, ...keptIn<Draft>(key) }));
  const change = (changes: Partial<Draft>): void => {
    const changed = { ...draft, ...changes };
    setDraft(changed);
    sessionStorage.setItem(key, JSON.stringify(changed));
  };
  const forget = (): void => {
    setDraft(empty);
    sessionStorage.removeItem(key);
  };
  return [draft, change, forget];
}

function keptIn<Draft>(key: string): Partial<Draft> {
  return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>;
}
