import type { ReactNode } from 'react';
import { texts } from '../messages';
import type { Summary } from './summary';
import './overviews.css';

/** The figures that a day begins with; red where something is to be done. */
export function SummaryCards({ summary }: { readonly summary: Summary }): ReactNode {
  const { cards } = texts().overview;
  return (
    <dl className="cards">
      {(Object.keys(cards) as (keyof Summary)[]).map((name) => (
        <div key={name} className={name !== 'stations' && summary[name] > 0 ? 'card late' : 'card'}>
          <dt>{cards[name]}</dt>
          <dd className="number">{summary[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
