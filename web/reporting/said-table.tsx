import type { ReactNode } from 'react';
import type { MonthSaidFragment } from '../generated/graphql';
import { texts } from '../messages';
import { reportingTexts } from '../messages/reporting';
import { quantityText } from '../ui/decimals';
import { TableFrame } from '../ui/table-frame';
import { saidOf } from './said';

/** What a month said when it was handed in: each measure by zones, staff and money. */
export function SaidTable({ said }: { readonly said: MonthSaidFragment }): ReactNode {
  const { monthly } = reportingTexts();
  const { completion } = texts();
  const { zones, rows } = saidOf(said.figures ?? [], said.agreement.zones);
  if (rows.length === 0) return <p className="soft">{monthly.nothingDone}</p>;
  return (
    <TableFrame label={monthly.said}>
      <table className="table cards-when-narrow dense">
        <thead>
          <tr>
            <th scope="col">{completion.head.indicator}</th>
            {zones.map((zone) => (
              <th key={zone?.id ?? ''} scope="col">
                {zone?.name ?? monthly.noZone}
              </th>
            ))}
            <th scope="col">{completion.head.total}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ indicator, measure, byZone, total }) => (
            <tr key={`${indicator.code}.${measure.code}`}>
              <th scope="row">
                {indicator.name}{' '}
                <span className="soft">{completion.measure(measure.name, measure.unit)}</span>
              </th>
              {zones.map((zone) => (
                <td key={zone?.id ?? ''} data-label={zone?.name ?? monthly.noZone}>
                  {quantityText(byZone.get(zone?.id ?? null), measure.unit, '')}
                </td>
              ))}
              <td className="sum" data-label={completion.head.total}>
                {quantityText(total, measure.unit)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
