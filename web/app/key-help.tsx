import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../messages';
import { Dialog } from '../ui/dialog';
import { KeyList } from '../ui/key-list';

/** The keys over whatever page there is, and the way to the page that explains the day's work. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { common } = texts();
  return (
    <Dialog title={common.keys} onClose={onClose}>
      <KeyList />
      <p className="after-keys">
        <Link href="/console/help" onClick={onClose}>
          {common.keyHelp.work}
        </Link>
      </p>
    </Dialog>
  );
}
