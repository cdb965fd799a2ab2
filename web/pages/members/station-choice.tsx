import { type ReactNode, useDeferredValue, useState } from 'react';
import { useOperation } from '../../api/queries';
import { StationNamesDocument } from '../../generated/graphql';
import { texts } from '../../messages';

export interface StationName {
  readonly id: string;
  readonly name: string;
}

/** All stations of the organisation's scope, or the ones chosen. */
export function StationChoice({
  value,
  onChange,
  problem,
}: {
  /** Null: all. */
  readonly value: readonly StationName[] | null;
  readonly onChange: (value: readonly StationName[] | null) => void;
  readonly problem: string | undefined;
}): ReactNode {
  const { members: messages } = texts();
  return (
    <fieldset className="station-choice">
      <legend className="label">{messages.stations}</legend>
      <label className="check">
        <input
          type="radio"
          name="stations"
          checked={value === null}
          onChange={() => {
            onChange(null);
          }}
        />
        <span>{messages.allStations}</span>
      </label>
      <label className="check">
        <input
          type="radio"
          name="stations"
          checked={value !== null}
          onChange={() => {
            onChange([]);
          }}
        />
        <span>{messages.someStations}</span>
      </label>
      {value !== null && <Chosen value={value} onChange={onChange} />}
      {problem !== undefined && (
        <span className="wrong" role="alert">
          {problem}
        </span>
      )}
    </fieldset>
  );
}

/** The chosen ones first, then those found. */
function Chosen({
  value,
  onChange,
}: {
  readonly value: readonly StationName[];
  readonly onChange: (value: readonly StationName[]) => void;
}): ReactNode {
  const { place, members: messages } = texts();
  const [name, setName] = useState('');
  const { data } = useOperation(
    StationNamesDocument,
    { name: useDeferredValue(name.trim()) },
    { keep: true },
  );
  const isChosen = ({ id }: StationName): boolean => value.some((it) => it.id === id);
  const found = (data?.stations.nodes ?? []).filter((it) => !isChosen(it));
  const total = data?.stations.totalCount ?? 0;
  return (
    <>
      <input
        className="input"
        type="search"
        aria-label={place.search}
        placeholder={place.searchHint}
        value={name}
        maxLength={100}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <ul>
        {[...value, ...found].map((station) => (
          <li key={station.id}>
            <label className="check">
              <input
                type="checkbox"
                checked={isChosen(station)}
                onChange={() => {
                  onChange(
                    isChosen(station) ? value.filter(({ id }) => id !== station.id) : [...value, station],
                  );
                }}
              />
              <span>{station.name}</span>
            </label>
          </li>
        ))}
      </ul>
      {total > 20 && <p className="soft">{place.more(total)}</p>}
      {value.length === 0 && <p className="soft">{messages.chooseStations}</p>}
    </>
  );
}
