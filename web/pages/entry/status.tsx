import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { texts } from '../../messages';
import type { Outbox } from '../../outbox/outbox';
import { Problems } from '../../outbox/problems';
import { useCounts } from '../../outbox/use-outbox';
import type { EntryStore } from './entry-store';

function watchNetwork(watcher: () => void): () => void {
  window.addEventListener('online', watcher);
  window.addEventListener('offline', watcher);
  return () => {
    window.removeEventListener('online', watcher);
    window.removeEventListener('offline', watcher);
  };
}

/** The one counter of what is not saved, and the way to what was refused. */
export function Status({
  outbox,
  store,
  nameOf,
}: {
  readonly outbox: Outbox;
  readonly store: EntryStore;
  readonly nameOf: (indicator: string) => string;
}): ReactNode {
  const { entry: messages } = texts();
  const { waiting, refused, conflicts } = useCounts(outbox);
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const mistakes = useSyncExternalStore(store.watch, () => store.mistakeCount);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    // What waits here must outlive the browser's own tidying.
    if (!isOnline && waiting > 0) void (navigator as Partial<Navigator>).storage?.persist();
  }, [isOnline, waiting]);
  const troubles = [
    ...(refused > 0 ? [messages.refused(refused)] : []),
    ...(conflicts > 0 ? [messages.conflicts(conflicts)] : []),
  ];
  return (
    <>
      {!isOnline && (
        <span className="unsent-count warn" title={messages.offline}>
          {messages.offline}
        </span>
      )}
      <output className={waiting > 0 ? 'unsent-count warn' : 'unsent-count'}>
        {waiting > 0 ? messages.waiting(waiting) : troubles.length + mistakes === 0 && messages.allSaved}
      </output>
      {mistakes > 0 && <span className="behind">{messages.mistaken(mistakes)}</span>}
      {troubles.length > 0 && (
        <button
          type="button"
          className="button danger"
          onClick={() => {
            setOpen(true);
          }}
        >
          {troubles.join(' · ')}
        </button>
      )}
      {isOpen && (
        <Problems
          outbox={outbox}
          nameOf={nameOf}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
