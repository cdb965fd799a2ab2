import type { ReactNode } from 'react';
import { texts } from '../messages';
import { Dialog } from '../ui/dialog';

export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { common, entry } = texts();
  const keys: [keys: string, does: string][] = [
    ['Ctrl + /', common.keyHelp.help],
    ['/', common.keyHelp.search],
    ['Esc', common.keyHelp.close],
    ...entry.keys,
  ];
  return (
    <Dialog title={common.keys} onClose={onClose}>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
