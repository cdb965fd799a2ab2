import type { ReactNode } from 'react';
import type { MonthsSheetFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { reportingTexts } from '../../messages/reporting';
import { percentText, quantityText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';
import { comparedOf, isBehind } from './unusual';

/** Each measure of the term: this month beside the one before and a usual one, and what is done by now. */
export function MonthTable({ sheet }: { readonly sheet: MonthsSheetFragment }): ReactNode {
  const { monthly } = reportingTexts();
  const { completion } = texts();
  if (sheet.rows.length === 0) return <p className="soft">{completion.empty}</p>;
  return (
    <TableFrame label={monthly.figures}>
      <table className="table month-table cards-when-narrow dense">
        <thead>
          <tr>
            <th scope="col">{completion.head.indicator}</th>
            <th scope="col">{monthly.thisMonth}</th>
            <th scope="col">{monthly.lastMonth}</th>
            <th scope="col">{monthly.mean}</th>
            <th scope="col">{monthly.soFar}</th>
            <th scope="col">{monthly.target}</th>
            <th scope="col">{monthly.percent}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row) => (
            <Line
              key={`${row.indicator.code}.${row.measure.code}`}
              row={row}
              time={sheet.timeProgressPercent}
            />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Line({
  row,
  time,
}: {
  readonly row: MonthsSheetFragment['rows'][number];
  readonly time: string;
}): ReactNode {
  const { monthly } = reportingTexts();
  const { completion, common } = texts();
  const { indicator, measure, total } = row;
  const { now, last, mean, kind } = comparedOf(row);
  const quantity = (value: string | undefined): string => quantityText(value, measure.unit, common.nothing);
  return (
    <tr>
      <th scope="row">
        {indicator.name} <span className="soft">{completion.measure(measure.name, measure.unit)}</span>
      </th>
      <td className={kind === 'USUAL' ? 'sum' : 'sum marked'} data-label={monthly.thisMonth}>
        {quantity(now)}
      </td>
      <td data-label={monthly.lastMonth}>{quantity(last)}</td>
      <td data-label={monthly.mean}>{quantity(mean)}</td>
      <td data-label={monthly.soFar}>{quantity(total.completed)}</td>
      <td data-label={monthly.target}>{quantityText(total.target, measure.unit)}</td>
      <td className={isBehind(total, time) ? 'behind' : undefined} data-label={monthly.percent}>
        {percentText(total.percent)}
      </td>
    </tr>
  );
}
