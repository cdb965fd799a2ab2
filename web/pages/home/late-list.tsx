import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { OverviewLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { addressOf } from '../../place/places';
import { percentText } from '../../ui/decimals';
import { type LateThing, lateThings } from './late';

/** As many as one looks at; the overview has all. */
const MAX_SHOWN = 8;

/** What is late, each with the way to its station. */
export function LateList({ lines }: { readonly lines: readonly OverviewLineFragment[] }): ReactNode {
  const { home } = texts();
  const things = lateThings(lines);
  return (
    <section className="section">
      <h2>{home.late}</h2>
      {things.length === 0 ? (
        <p className="soft">{home.nothingLate}</p>
      ) : (
        <ul className="station-list">
          {things.slice(0, MAX_SHOWN).map((thing) => (
            <li key={thing.line.agreement.id + (thing.assessment?.kind ?? '')}>
              <LateLine thing={thing} />
            </li>
          ))}
        </ul>
      )}
      {things.length > MAX_SHOWN && (
        <Link href="/console/overview">{home.moreLate(things.length - MAX_SHOWN)}</Link>
      )}
    </section>
  );
}

function LateLine({ thing: { line, assessment } }: { readonly thing: LateThing }): ReactNode {
  const { home, overview, terms } = texts();
  const { station, agreement, term, indicators } = line;
  const place = term ? { agreement: agreement.id, term: term.id } : undefined;
  return (
    <>
      <Link href={addressOf('/console/completion', place)}>{station.name}</Link>{' '}
      <span className="behind">
        {assessment
          ? overview.expected(terms.assessment[assessment.kind], assessment.expectedOn, true)
          : home.behind(percentText(indicators.onTimePercent))}
      </span>
    </>
  );
}
