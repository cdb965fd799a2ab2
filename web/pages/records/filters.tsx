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
      <ChoiceFilter name="stations" label={messages.range} all={`${messages.range}：${messages.thisStation}`}>
        <option value="all">{messages.allStations}</option>
      </ChoiceFilter>
      <DayFilter name="from" label={messages.from} />
      <DayFilter name="to" label={messages.to} />
      <ChoiceFilter
        name="indicator"
        label={messages.indicator}
        all={`${messages.indicator}：${messages.all}`}
      >
        {indicators.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </ChoiceFilter>
      {hasZones && (
        <ChoiceFilter name="zone" label={messages.zone} all={`${messages.zone}：${messages.all}`}>
          {zones.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </ChoiceFilter>
      )}
      {mayEnter && (
        <ChoiceFilter name="by" label={messages.by} all={`${messages.by}：${messages.all}`}>
          <option value="me">{messages.me}</option>
        </ChoiceFilter>
      )}
      <ChoiceFilter name="voided" label={messages.state} all={`${messages.state}：${messages.all}`}>
        <option value="no">{messages.counting}</option>
        <option value="yes">{messages.voided}</option>
      </ChoiceFilter>
      <TextFilter name="note" label={messages.noteContains} />
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
