import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { openEntryBox } from './entry-box';
import { type Counts, Outbox } from './outbox';
import { postToServer } from './post';

const OutboxContext = createContext<Outbox | undefined>(undefined);

async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as Partial<Navigator>;
  return locks === undefined ? work() : (locks.request('outbox', work) as Promise<T>);
}

/** Opens the outbox of a member who enters figures, and sends when the network is back. */
export function OutboxProvider({
  memberId,
  children,
}: {
  readonly memberId: string;
  readonly children: ReactNode;
}): ReactNode {
  const [outbox, setOutbox] = useState<Outbox>();
  useEffect(() => {
    let isWanted = true;
    const later = (work: () => void, ms: number): void => {
      window.setTimeout(work, ms);
    };
    void openEntryBox()
      .then(async (box) => Outbox.open({ memberId, box, exclusively, later, post: postToServer }))
      .then((opened) => {
        if (isWanted) setOutbox(opened);
      });
    return () => {
      isWanted = false;
    };
  }, [memberId]);
  useEffect(() => {
    if (!outbox) return undefined;
    const send = (): void => {
      outbox.sendNow();
    };
    const ask = (event: BeforeUnloadEvent): void => {
      if (unsentOf(outbox.counts) > 0) event.preventDefault();
    };
    window.addEventListener('online', send);
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('online', send);
      window.removeEventListener('beforeunload', ask);
    };
  }, [outbox]);
  return <OutboxContext.Provider value={outbox}>{children}</OutboxContext.Provider>;
}

/** Undefined until it is open, and for members who enter nothing. */
export function useOutbox(): Outbox | undefined {
  return useContext(OutboxContext);
}

const NONE: Counts = { waiting: 0, refused: 0, conflicts: 0 };
const never = (): (() => void) => () => undefined;

export function useCounts(outbox: Outbox | undefined): Counts {
  return useSyncExternalStore(outbox?.watch ?? never, () => outbox?.counts ?? NONE);
}

export function unsentOf({ waiting, refused, conflicts }: Counts): number {
  return waiting + refused + conflicts;
}
