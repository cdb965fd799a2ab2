import { type ReactNode, useState } from 'react';
import type { RecordsQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { parseDay } from '../../ui/days';
import './records.css';

/** What the list is limited to; kept in the address. */
export function Filters({
  indicators,
  zones,
}: {
  readonly indicators: RecordsQuery['indicators'];
  readonly zones: NonNullable<RecordsQuery['agreement']>['zones'];
}): ReactNode {
  const { records: messages } = texts();
  return (
    <>
      <DayFilter name="from" label={messages.from} />
      <DayFilter name="to" label={messages.to} />
      <Choice
        name="indicator"
        label={messages.indicator}
        options={indicators.map(({ code, name }) => [code, name])}
      />
      {zones.length > 0 && (
        <Choice name="zone" label={messages.zone} options={zones.map(({ id, name }) => [id, name])} />
      )}
    </>
  );
}

function DayFilter({ name, label }: { readonly name: string; readonly label: string }): ReactNode {
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

function Choice({
  name,
  label,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
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
        <option value="">{`${label}：${texts().records.all}`}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
