import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../../messages';
import { reportingTexts } from '../../messages/reporting';
import { MonthBadge, StatusMark } from '../../reporting/month-badge';
import { addressOfMonth, MONTH_STATUSES } from '../../reporting/month-status';
import type { Month } from '../../ui/days';
import { percentText } from '../../ui/decimals';
import { monthText } from '../../ui/months';
import { TableFrame } from '../../ui/table-frame';
import type { BoardRow } from './board';

/** A station a line, a month a column; each cell has the status of the month and leads to it. */
export function BoardTable({
  caption,
  rows,
  months,
}: {
  readonly caption: string;
  readonly rows: readonly BoardRow[];
  readonly months: readonly Month[];
}): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <TableFrame label={monthly.board}>
      <table className="table board cards-when-narrow">
        <caption className="print-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{monthly.station}</th>
            <th scope="col">{monthly.punctual}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.station.id} row={row} months={months} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

const Row = memo(function Row({
  row: { station, punctuality, months },
  months: columns,
}: {
  readonly row: BoardRow;
  readonly months: readonly Month[];
}): ReactNode {
  const { monthly } = reportingTexts();
  const { common } = texts();
  return (
    <tr>
      <th scope="row">
        {station.name} <span className="soft">{station.district.name}</span>
      </th>
      <td data-label={monthly.punctual}>{percentText(punctuality.onTimePercent, common.nothing)}</td>
      {columns.map((column) => {
        // The month in which one agreement follows another is one of each.
        const found = months.filter(({ month }) => month === column);
        return (
          <td key={column} className={found.length === 0 ? 'soft none' : 'text'} data-label={column}>
            {found.length === 0 && common.nothing}
            {found.map((month) => (
              <Link
                key={month.id}
                href={addressOfMonth(month.agreement.id, month.month)}
                title={`${station.name} ${monthText(month.month)}`}
              >
                <MonthBadge month={month} />
              </Link>
            ))}
          </td>
        );
      })}
    </tr>
  );
});

/** What the marks mean; they are on paper too. */
export function BoardLegend(): ReactNode {
  const { monthly } = reportingTexts();
  return (
    <ul className="board-legend" aria-label={monthly.legend}>
      {MONTH_STATUSES.map((status) => (
        <li key={status}>
          <StatusMark status={status} />
        </li>
      ))}
      <li className="soft">{monthly.lateHint}</li>
    </ul>
  );
}
