import { type ReactNode, useState } from 'react';
import type { TrendRowFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { StationSearch } from '../../place/station-search';

/** The stations that the lines are limited to; without any, all of the scope. */
export function StationChoice({
  stations,
  rows,
  onChange,
}: {
  readonly stations: readonly string[];
  /** What is shown, which names them. */
  readonly rows: readonly TrendRowFragment[];
  readonly onChange: (stations: readonly string[]) => void;
}): ReactNode {
  const { trends: messages, overview } = texts();
  const [isSearching, setSearching] = useState(false);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const nameOf = (id: string): string =>
    found[id] ?? rows.find(({ station }) => station?.id === id)?.station?.name ?? overview.station;
  return (
    <ul className="chosen-stations screen-only" aria-label={overview.station}>
      {stations.length === 0 && <li className="soft">{messages.allStations}</li>}
      {stations.map((id) => (
        <li key={id}>
          <button
            type="button"
            className="button"
            aria-label={messages.leaveOut(nameOf(id))}
            onClick={() => {
              onChange(stations.filter((it) => it !== id));
            }}
          >
            {nameOf(id)} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            setSearching(true);
          }}
        >
          {messages.chooseStation}
        </button>
      </li>
      {isSearching && (
        <StationSearch
          onChoose={(_place, { id, name }) => {
            setSearching(false);
            setFound({ ...found, [id]: name });
            if (!stations.includes(id)) onChange([...stations, id]);
          }}
          onClose={() => {
            setSearching(false);
          }}
        />
      )}
    </ul>
  );
}
