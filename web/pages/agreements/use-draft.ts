import { useState } from 'react';
import { type Draft, EMPTY } from './draft';

/** What is typed, kept in this tab until it is sent: a reload loses nothing. */
export function useDraft(
  memberId: string,
  agreementId: string,
): [draft: Draft, change: (changes: Partial<Draft>) => void, clear: () => void] {
  const key = `console:amendment:${memberId}:${agreementId}`;
  const [draft, setDraft] = useState(() => keptIn(key));
  const change = (changes: Partial<Draft>): void => {
    const changed = { ...draft, ...changes };
    setDraft(changed);
    sessionStorage.setItem(key, JSON.stringify(changed));
  };
  const clear = (): void => {
    setDraft(EMPTY);
    sessionStorage.removeItem(key);
  };
  return [draft, change, clear];
}

function keptIn(key: string): Draft {
  const kept = sessionStorage.getItem(key);
  return kept === null ? EMPTY : { ...EMPTY, ...(JSON.parse(kept) as Partial<Draft>) };
}
