import type { ReactNode } from 'react';
import { texts } from '../messages';
import { useAddress } from '../place/at-place';

/** Limits a page to one of several, as its address has it; or to none. */
export function Limit({
  name,
  label,
  options,
}: {
  /** Of the value in the address. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}): ReactNode {
  const [address, change] = useAddress();
  return (
    <label className="field inline">
      <span className="label">{label}</span>
      <select
        className="input"
        value={address.get(name) ?? ''}
        onChange={({ target: { value } }) => {
          change({ [name]: value === '' ? null : value });
        }}
      >
        <option value="">{texts().analysis.all}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
