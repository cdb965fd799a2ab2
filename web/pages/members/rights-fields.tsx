import type { ReactNode } from 'react';
import { Field, type Mistake, mistakesAt } from '../../forms/field';
import { texts } from '../../messages';
import { useMay, useViewer } from '../../session/viewer';
import { mayRecordMoney, type Rights, rolesOf, withRole } from './rights';
import { StationChoice } from './station-choice';

/** Role, stations and the right to record money. */
export function RightsFields({
  rights,
  mistakes,
  onChange,
}: {
  readonly rights: Rights;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (rights: Rights) => void;
}): ReactNode {
  const { members: messages, terms } = texts();
  const { kind } = useViewer().organisation;
  const hasStations = useMay('station.read');
  const { role } = rights;
  return (
    <>
      <Field
        label={messages.role}
        hint={messages.roleHint[role](kind === 'OPERATOR')}
        mistakes={mistakesAt(mistakes, 'role')}
      >
        {(attributes) => (
          <select
            {...attributes}
            className="input"
            value={role}
            onChange={(event) => {
              const chosen = rolesOf(kind, role).find((it) => it === event.target.value);
              if (chosen) onChange(withRole(rights, chosen, kind));
            }}
          >
            {rolesOf(kind, role).map((it) => (
              <option key={it} value={it}>
                {terms.role[it]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {mayRecordMoney(kind, role) && (
        <label className="check">
          <input
            type="checkbox"
            checked={rights.recordsMoney}
            onChange={(event) => {
              onChange({ ...rights, recordsMoney: event.target.checked });
            }}
          />
          <span>{messages.recordsMoney}</span>
        </label>
      )}
      {hasStations && role !== 'ADMIN' && (
        <StationChoice
          value={rights.stations}
          problem={mistakesAt(mistakes, 'stationIds')[0]?.message}
          onChange={(stations) => {
            onChange({ ...rights, stations });
          }}
        />
      )}
    </>
  );
}
