import { type ReactNode, useState } from 'react';
import type { RecordsQuery, ServiceRecordFilter } from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { useMay } from '../../session/viewer';
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
  const [address] = useAddress();
  const mayEnter = useMay('serviceRecord.record');
  const hasZones = zones.length > 0 && !isEverywhere(address);
  return (
    <>
      <Choice
        name="stations"
        label={messages.range}
        whole={messages.thisStation}
        options={[['all', messages.allStations]]}
      />
      <TextFilter name="from" label={messages.from} kind="day" />
      <TextFilter name="to" label={messages.to} kind="day" />
      <Choice
        name="indicator"
        label={messages.indicator}
        options={indicators.map(({ code, name }) => [code, name])}
      />
      {hasZones && (
        <Choice name="zone" label={messages.zone} options={zones.map(({ id, name }) => [id, name])} />
      )}
      {mayEnter && <Choice name="by" label={messages.by} options={[['me', messages.me]]} />}
      <Choice
        name="voided"
        label={messages.state}
        options={[
          ['no', messages.counting],
          ['yes', messages.voided],
        ]}
      />
      <TextFilter name="note" label={messages.noteContains} kind="text" />
    </>
  );
}

/** Whether the records of all stations are shown. */
export function isEverywhere(address: URLSearchParams): boolean {
  return address.get('stations') === 'all';
}

/** The filter that an address names. */
export function filterOf(address: URLSearchParams): ServiceRecordFilter {
  const voided = address.get('voided');
  return {
    from: address.get('from'),
    to: address.get('to'),
    indicator: address.get('indicator'),
    zoneId: isEverywhere(address) ? null : address.get('zone'),
    mine: address.get('by') === 'me' ? true : null,
    voided: voided === null ? null : voided === 'yes',
    noteContains: address.get('note'),
  };
}

/** How what is typed is read: undefined where it is not to be taken. */
const READ = {
  day: (text: string) => (text === '' ? null : parseDay(text)),
  text: (text: string) => (text === '' ? null : text),
};

function TextFilter({
  name,
  label,
  kind,
}: {
  readonly name: string;
  readonly label: string;
  readonly kind: keyof typeof READ;
}): ReactNode {
  const [address, change] = useAddress();
  const value = address.get(name) ?? '';
  return (
    <Text
      key={value}
      value={value}
      label={label}
      kind={kind}
      onChange={(text) => {
        change({ [name]: text });
      }}
    />
  );
}

function Text({
  value,
  label,
  kind,
  onChange,
}: {
  readonly value: string;
  readonly label: string;
  readonly kind: keyof typeof READ;
  readonly onChange: (text: string | null) => void;
}): ReactNode {
  const [text, setText] = useState(value);
  const read = READ[kind](text.trim());
  const take = (): void => {
    if (read !== undefined && (read ?? '') !== value) onChange(read);
  };
  const looks =
    kind === 'day'
      ? ({ className: 'input number day', inputMode: 'numeric', placeholder: '2024-12-31' } as const)
      : ({ className: 'input words', maxLength: 200 } as const);
  return (
    <label className="field inline">
      <span className="label">{label}</span>
      <input
        {...looks}
        value={text}
        aria-invalid={read === undefined}
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
  whole = texts().records.all,
  options,
}: {
  readonly name: string;
  readonly label: string;
  /** What it says where nothing is chosen. */
  readonly whole?: string;
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
        <option value="">{`${label}：${whole}`}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
