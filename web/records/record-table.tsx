import type { ReactNode } from 'react';
import type { RecordLineFragment } from '../generated/graphql';
import { texts } from '../messages';
import { quantityText } from '../ui/decimals';
import { TableFrame } from '../ui/table-frame';

interface OfStation {
  readonly station: { readonly name: string };
}

/** Records, latest first; with their stations where these are known; of one measure alone where a figure is explained. */
export function RecordTable({
  records,
  measure,
  onOpen,
}: {
  readonly records: readonly (RecordLineFragment & { readonly agreement?: OfStation })[];
  readonly measure?: string;
  readonly onOpen?: (record: RecordLineFragment) => void;
}): ReactNode {
  const { records: messages, overview } = texts();
  const isOfStations = records.some(({ agreement }) => agreement);
  return (
    <TableFrame label={messages.title}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.day}</th>
            {measure === undefined && <th scope="col">{messages.indicator}</th>}
            {isOfStations && <th scope="col">{overview.station}</th>}
            <th scope="col">{messages.where}</th>
            <th scope="col">{messages.quantities}</th>
            <th scope="col">{messages.by}</th>
            <th scope="col">{messages.note}</th>
            {onOpen && <th scope="col">{messages.history}</th>}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id} className={record.voidedAt === null ? undefined : 'void'}>
              <td className="text" data-label={messages.day}>
                {record.occurredOn}
              </td>
              {measure === undefined && (
                <td className="text" data-label={messages.indicator}>
                  {record.indicator.name}
                </td>
              )}
              {isOfStations && (
                <td className="text" data-label={overview.station}>
                  {record.agreement?.station.name}
                </td>
              )}
              <td className="text" data-label={messages.where}>
                {whereOf(record)}
              </td>
              <td className={measure === undefined ? 'text' : undefined} data-label={messages.quantities}>
                {quantitiesOf(record, measure)}
              </td>
              <td className="text" data-label={messages.by}>
                {record.recordedBy}
              </td>
              <td className="text wrap" data-label={messages.note}>
                {noteOf(record)}
              </td>
              {onOpen && (
                <td className="text" data-label={messages.history}>
                  <button
                    type="button"
                    className={record.revision > 1 ? 'figure' : 'figure screen-only'}
                    onClick={() => {
                      onOpen(record);
                    }}
                  >
                    {record.revision > 1 ? messages.revised(record.revision - 1) : messages.open}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function whereOf({ zone, point, project }: RecordLineFragment): string {
  const places = [zone, point, project].flatMap((it) => (it ? [it.name] : []));
  return places.length > 0 ? places.join(' / ') : texts().records.wholeStation;
}

function quantitiesOf({ quantities }: RecordLineFragment, only: string | undefined): string {
  const { quantity, value: plain } = texts().records;
  return quantities
    .filter(({ measure }) => only === undefined || measure.code === only)
    .map(({ measure: { name, unit }, value }) =>
      only === undefined
        ? quantity(name, quantityText(value, unit), unit)
        : plain(quantityText(value, unit), unit),
    )
    .join('，');
}

function noteOf({ voidedAt, voidReason, note }: RecordLineFragment): string {
  const parts = voidedAt === null ? [note] : [texts().records.voided, voidReason, note];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
