import type { ReactNode } from 'react';
import type { RecordsQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { ChoiceFilter, DayFilter } from '../../place/filters';
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
      {zones.length > 0 && (
        <ChoiceFilter name="zone" label={messages.zone} all={`${messages.zone}：${messages.all}`}>
          {zones.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </ChoiceFilter>
      )}
    </>
  );
}
