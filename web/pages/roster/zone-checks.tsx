import { type ReactNode, useId } from 'react';
import type { Mistake } from '../../forms/field';
import { rosterTexts } from '../../messages/roster';

/** None, one or two of the agreement's zones. */
export function ZoneChecks({
  zones,
  chosen,
  mistakes,
  onChange,
}: {
  readonly zones: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly mistakes: readonly Mistake[];
  readonly onChange: (zoneIds: string[]) => void;
}): ReactNode {
  const about = useId();
  if (zones.length === 0) return null;
  return (
    <fieldset className="field zone-checks" aria-describedby={about}>
      <legend className="label">{rosterTexts().zones}</legend>
      <div className="checks">
        {zones.map(({ id, name }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              aria-invalid={mistakes.length > 0}
              onChange={({ target: { checked } }) => {
                onChange(checked ? [...chosen, id] : chosen.filter((it) => it !== id));
              }}
            />
            {name}
          </label>
        ))}
      </div>
      <span id={about}>
        {mistakes.map(({ message }) => (
          <span key={message} className="wrong" role="alert">
            {message}
          </span>
        ))}
      </span>
    </fieldset>
  );
}
