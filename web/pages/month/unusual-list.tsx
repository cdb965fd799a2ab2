import type { ReactNode } from 'react';
import { reportingTexts } from '../../messages/reporting';

/** What of the month is worth a look, before its figures. */
export function Unusual({ things }: { readonly things: readonly string[] }): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <section className="section">
      <h2>{monthly.unusual}</h2>
      {things.length === 0 ? (
        <p className="soft">{monthly.usual}</p>
      ) : (
        <ul className="unusual">
          {things.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
