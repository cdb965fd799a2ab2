import { type ReactNode, useState } from 'react';
import { parseDay } from '../ui/days';
import { useAddress } from './at-place';

/** A day in the address, which limits a list. */
export function DayFilter({ name, label }: { readonly name: string; readonly label: string }): ReactNode {
  const [address, change] = useAddress();
  const value = address.get(name) ?? '';
  return (
    <DayText
      key={value}
      value={value}
      label={label}
      onChange={(day) => {
        change({ [name]: day });
      }}
    />
  );
}

function DayText({
  value,
  label,
  onChange,
}: {
  readonly value: string;
  readonly label: string;
  readonly onChange: (day: string | null) => void;
}): ReactNode {
  const [text, setText] = useState(value);
  const day = text.trim() === '' ? null : parseDay(text);
  const take = (): void => {
    if (day !== undefined && (day ?? '') !== value) onChange(day);
  };
  return (
    <label className="field inline">
      <span className="label">{label}</span>
      <input
        className="input number day"
        value={text}
        inputMode="numeric"
        placeholder="2024-12-31"
        aria-invalid={day === undefined}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
    </label>
  );
}

/** One of several values in the address, or all of them. */
export function ChoiceFilter({
  name,
  label,
  all,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly children: ReactNode;
}): ReactNode {
  const [address, change] = useAddress();
  return (
    <label>
      <span className="unseen">{label}</span>
      <select
        className="input choice"
        value={address.get(name) ?? ''}
        onChange={(event) => {
          change({ [name]: event.target.value === '' ? null : event.target.value });
        }}
      >
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  );
}
