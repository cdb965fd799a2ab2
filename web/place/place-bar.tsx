import { type ReactNode, useState } from 'react';
import type { PlaceHeadFragment } from '../generated/graphql';
import { texts } from '../messages';
import { useAddress } from './at-place';
import type { Place } from './places';
import { StationSearch } from './station-search';

/** What of an address is about the station and term that one leaves. */
const ELSEWHERE = { import: null, from: null, to: null, on: null, day: null, site: null, zone: null };

/** What a page is about, and how to go to another station or term. */
export function PlaceBar({
  head,
  place,
  isWhole = false,
}: {
  readonly head: PlaceHeadFragment;
  readonly place: Place;
  /** Whether the page is about all terms of the agreement. */
  readonly isWhole?: boolean;
}): ReactNode {
  const messages = texts().place;
  const [, change] = useAddress();
  const [isSearching, setSearching] = useState(false);
  const go = (to: Place): void => {
    setSearching(false);
    change({ ...to, ...ELSEWHERE });
  };
  return (
    <div className="place">
      <button
        type="button"
        className="button station-button"
        title={messages.choose}
        onClick={() => {
          setSearching(true);
        }}
      >
        {head.station.name}
        <span aria-hidden="true">▾</span>
      </button>
      {!isWhole && (
        <label>
          <span className="unseen">{messages.term}</span>
          <select
            className="input"
            value={place.term}
            onChange={(event) => {
              go({ agreement: head.id, term: event.target.value });
            }}
          >
            {head.terms.map(({ id, name, startsOn, endsOn }) => (
              <option key={id} value={id} title={messages.days(startsOn, endsOn)}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {isSearching && (
        <StationSearch
          onChoose={go}
          onClose={() => {
            setSearching(false);
          }}
        />
      )}
    </div>
  );
}
