import { type ReactNode, useDeferredValue, useState } from 'react';
import { useOperation } from '../../api/queries';
import { DistrictsDocument, FindStationsDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { useOrganisations } from '../../place/use-organisations';
import { useViewer } from '../../session/viewer';
import { Choice } from '../../forms/choice';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import type { Registration } from './registration';

interface Props {
  readonly draft: Registration;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (changes: Partial<Registration>) => void;
}

/** A station that is there, found by its name, or a new one. */
export function StationFields({ draft, mistakes, onChange }: Props): ReactNode {
  const { agreements: messages, place } = texts();
  const [name, setName] = useState('');
  const stations = useOperation(
    FindStationsDocument,
    { name: useDeferredValue(name.trim()) },
    { keep: true },
  );
  const nodes = stations.data?.stations.nodes ?? [];
  // The chosen one stays, whatever is looked for.
  const found = [
    ...(draft.stationId === '' || nodes.some(({ id }) => id === draft.stationId)
      ? []
      : [[draft.stationId, draft.stationName] as const]),
    ...nodes.map((station) => [station.id, station.name] as const),
  ];
  const districts = useOperation(DistrictsDocument, {}, { enabled: draft.isNewStation });
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.isNewStation}
          onChange={(event) => {
            onChange({ isNewStation: event.target.checked });
          }}
        />
        {messages.isNewStation}
      </label>
      {draft.isNewStation ? (
        <div className="fields">
          <TextField
            label={messages.newName}
            mistakes={mistakesAt(mistakes, 'newStation.name')}
            value={draft.newName}
            onChange={(newName) => {
              onChange({ newName });
            }}
          />
          <TextField
            label={messages.newStreet}
            mistakes={mistakesAt(mistakes, 'newStation.street')}
            value={draft.newStreet}
            onChange={(newStreet) => {
              onChange({ newStreet });
            }}
          />
          <Choice
            label={messages.newDistrict}
            mistakes={mistakesAt(mistakes, 'newStation.districtCode')}
            value={draft.newDistrict}
            options={(districts.data?.districts ?? []).map(({ code, name: text }) => [code, text])}
            onChange={(newDistrict) => {
              onChange({ newDistrict });
            }}
          />
        </div>
      ) : (
        <div className="fields">
          <TextField
            label={place.search}
            hint={place.searchHint}
            mistakes={[]}
            value={name}
            onChange={setName}
          />
          <Choice
            label={messages.station}
            mistakes={mistakesAt(mistakes, 'stationId')}
            value={draft.stationId}
            options={found}
            onChange={(stationId) => {
              onChange({ stationId, stationName: found.find(([id]) => id === stationId)?.[1] ?? '' });
            }}
          />
        </div>
      )}
    </>
  );
}

/** Who runs the station, who buys, and how; one's own organisation is given. */
export function PartyFields({ draft, mistakes, onChange }: Props): ReactNode {
  const { agreements: messages } = texts();
  const { kind, id, name } = useViewer().organisation;
  const operators = useOrganisations('OPERATOR');
  const purchasers = useOrganisations('PURCHASER');
  const choices = [
    ['operatorId', 'OPERATOR', messages.operator, operators],
    ['purchaserId', 'PURCHASER', messages.purchaser, purchasers],
  ] as const;
  return (
    <div className="fields">
      {choices.map(([field, of, label, { data = [] }]) => (
        <Choice
          key={field}
          label={label}
          mistakes={mistakesAt(mistakes, field)}
          value={draft[field]}
          options={kind === of ? [[id, name]] : data.map((it) => [it.id, it.name])}
          onChange={(value) => {
            onChange({ [field]: value });
          }}
        />
      ))}
      <Choice
        label={messages.model}
        mistakes={mistakesAt(mistakes, 'serviceModel')}
        value={draft.serviceModel}
        options={Object.entries(messages.models)}
        onChange={(serviceModel) => {
          onChange({ serviceModel: serviceModel as Registration['serviceModel'] });
        }}
      />
    </div>
  );
}
