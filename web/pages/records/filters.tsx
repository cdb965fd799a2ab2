import type { ReactNode } from 'react';
import type { RecordsQuery, ServiceRecordFilter } from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { ChoiceFilter, DayFilter, TextFilter } from '../../place/filters';
import { useMay } from '../../session/viewer';
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
      <DayFilter name="from" label={messages.from} />
      <DayFilter name="to" label={messages.to} />
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
      <TextFilter name="note" label={messages.noteContains} />
    </>
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
  return (
    <ChoiceFilter name={name} label={label} all={`${label}：${whole}`}>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </ChoiceFilter>
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
