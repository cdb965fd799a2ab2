import { type ReactNode, useState } from 'react';
import { parseDay } from '../ui/days';
import { useAddress } from './at-place';

/** A day in the address, which limits a list. */
export function DayFilter({ name, label }: { readonly name: string; readonly label: string }): ReactNode {
  return <TypedFilter name={name} label={label} looks={DAY} read={parseDay} />;
}

/** A text in the address, which limits a list. */
export function TextFilter({ name, label }: { readonly name: string; readonly label: string }): ReactNode {
  return <TypedFilter name={name} label={label} looks={WORDS} read={(text) => text} />;
}

const DAY = { className: 'input number day', inputMode: 'numeric', placeholder: '2024-12-31' } as const;
const WORDS = { className: 'input words', maxLength: 200 } as const;

interface Typed {
  readonly label: string;
  readonly looks: typeof DAY | typeof WORDS;
  /** What is typed, as the address has it; undefined where it is not to be taken. */
  readonly read: (text: string) => string | undefined;
}

function TypedFilter({ name, ...typed }: Typed & { readonly name: string }): ReactNode {
  const [address, change] = useAddress();
  const value = address.get(name) ?? '';
  return (
    <TypedText
      {...typed}
      key={value}
      value={value}
      onChange={(text) => {
        change({ [name]: text });
      }}
    />
  );
}

function TypedText({
  value,
  label,
  looks,
  read,
  onChange,
}: Typed & { readonly value: string; readonly onChange: (text: string | null) => void }): ReactNode {
  const [text, setText] = useState(value);
  const typed = text.trim() === '' ? null : read(text.trim());
  const take = (): void => {
    if (typed !== undefined && (typed ?? '') !== value) onChange(typed);
  };
  return (
    <label className="field inline">
      <span className="label">{label}</span>
      <input
        {...looks}
        value={text}
        aria-invalid={typed === undefined}
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
