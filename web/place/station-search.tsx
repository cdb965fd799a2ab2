import { type ReactNode, useDeferredValue, useState } from 'react';
import { useOperation } from '../api/queries';
import { FindStationsDocument, type StationPlacesFragment } from '../generated/graphql';
import { texts } from '../messages';
import { Answered, Skeleton } from '../ui/answered';
import { today } from '../ui/days';
import { Dialog } from '../ui/dialog';
import { type Place, placeOfStation } from './places';
import './place.css';

/** Finds a station by a part of its name. */
export function StationSearch({
  onChoose,
  onClose,
}: {
  readonly onChoose: (place: Place, station: StationPlacesFragment) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { place } = texts();
  const [name, setName] = useState('');
  const query = useOperation(FindStationsDocument, { name: useDeferredValue(name.trim()) }, { keep: true });
  return (
    <Dialog title={place.choose} onClose={onClose}>
      <label className="field">
        <span className="unseen">{place.search}</span>
        <input
          className="input"
          type="search"
          placeholder={place.searchHint}
          value={name}
          maxLength={100}
          autoFocus
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
      </label>
      <Answered query={query} skeleton={<Skeleton lines={5} />}>
        {({ stations: { nodes, totalCount } }) => (
          <>
            <ul className="stations">
              {nodes.map((station) => (
                <StationItem key={station.id} station={station} onChoose={onChoose} />
              ))}
            </ul>
            {nodes.length === 0 && <p className="soft">{place.none}</p>}
            {nodes.length < totalCount && <p className="soft">{place.more(totalCount)}</p>}
          </>
        )}
      </Answered>
    </Dialog>
  );
}

function StationItem({
  station,
  onChoose,
}: {
  readonly station: StationPlacesFragment;
  readonly onChoose: (place: Place, station: StationPlacesFragment) => void;
}): ReactNode {
  const chosen = placeOfStation(station.agreements.nodes, today());
  return (
    <li>
      <button
        type="button"
        className="station"
        disabled={chosen === undefined}
        onClick={() => {
          if (chosen) onChoose(chosen, station);
        }}
      >
        {station.name} <span className="soft">{station.district.name}</span>
      </button>
    </li>
  );
}
