import { type ReactNode, useState } from 'react';
import { parseDay } from '../ui/days';
import { useAddress } from './at-place';

/** A day in the address, which limits a list. */
export function DayFilter({ name, label }: { readonly name: string; readonly label: string }): ReactNode {
  return <TypedFilter name={name} label={label} read={parseDay} looks={DAY} />;
}

/** Words in the address, which limit a list. */
export function TextFilter({ name, label }: { readonly name: string; readonly label: string }): ReactNode {
  return <TypedFilter name={name} label={label} read={(text) => text} looks={WORDS} />;
}

const DAY = { className: 'input number day', inputMode: 'numeric', placeholder: '2024-12-31' } as const;
const WORDS = { className: 'input words', maxLength: 200 } as const;

interface Typed {
  readonly label: string;
  /** The value that is meant; undefined where there is none. */
  readonly read: (text: string) => string | undefined;
  readonly looks: typeof DAY | typeof WORDS;
}

function TypedFilter({ name, ...typed }: Typed & { readonly name: string }): ReactNode {
  const [address, change] = useAddress();
  const value = address.get(name) ?? '';
  return (
    <TypedText
      key={value}
      {...typed}
      value={value}
      onChange={(read) => {
        change({ [name]: read });
      }}
    />
  );
}

function TypedText({
  value,
  label,
  read,
  looks,
  onChange,
}: Typed & {
  readonly value: string;
  readonly onChange: (value: string | null) => void;
}): ReactNode {
  const [text, setText] = useState(value);
  const meant = text.trim() === '' ? null : read(text.trim());
  const take = (): void => {
    if (meant !== undefined && (meant ?? '') !== value) onChange(meant);
  };
  return (
    <label className="field inline">
      <span className="label">{label}</span>
      <input
        {...looks}
        value={text}
        aria-invalid={meant === undefined}
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
