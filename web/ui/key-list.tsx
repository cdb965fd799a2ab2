import type { ReactNode } from 'react';
import { texts } from '../messages';
import './key-list.css';

/** The keys that work on every page, and those of the grid. */
export function KeyList(): ReactNode {
  const { common, entry } = texts();
  const keys: [keys: string, does: string][] = [
    ['Ctrl + /', common.keyHelp.help],
    ['/', common.keyHelp.search],
    ['Esc', common.keyHelp.close],
    ...entry.keys,
  ];
  return (
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
  );
}
