import { type ReactNode, useState } from 'react';
import { forgetAnswers } from '../api/kept-answers';
import { queries } from '../api/queries';
import { texts } from '../messages';
import { unsentOf, useCounts, useOutbox } from '../outbox/use-outbox';
import { session } from '../session/browser-session';
import { Dialog } from '../ui/dialog';

/** The way out: nothing of the member stays in the browser, and so it asks where something has not been sent. */
export function SignOut(): ReactNode {
  const { common, entry } = texts();
  const outbox = useOutbox();
  const unsent = unsentOf(useCounts(outbox));
  const [isAsking, setAsking] = useState(false);
  const leave = async (): Promise<void> => {
    await outbox?.clear();
    await forgetAnswers();
    sessionStorage.clear();
    // Where the server cannot be reached now, the next start signs out there.
    await session.signOut().catch(() => undefined);
    queries.clear();
  };
  return (
    <>
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          if (unsent > 0) setAsking(true);
          else void leave();
        }}
      >
        {common.signOut}
      </button>
      {isAsking && (
        <Dialog
          title={entry.leave}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>{entry.leaveHint(unsent)}</p>
          <div className="actions">
            <button
              type="button"
              className="button primary"
              onClick={() => {
                setAsking(false);
              }}
            >
              {entry.stay}
            </button>
            <button type="button" className="button danger" onClick={() => void leave()}>
              {entry.leaveAnyway}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
