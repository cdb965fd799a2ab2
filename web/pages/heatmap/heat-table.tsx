import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../../messages';
import { addressOf, type Place } from '../../place/places';
import type { Day } from '../../ui/days';
import { percentText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';
import { HEAT_CLASSES, type HeatCell, type heatMapOf, type HeatRow } from './heat';

/** Without colours: the darker a cell, the further it is behind; and a mark says it too. */
const CLASS_NAMES = { ON_TIME: 'on-time', BEHIND: 'little', FAR_BEHIND: 'far' } as const;
const MARKS = { ON_TIME: '', BEHIND: '▽', FAR_BEHIND: '▼' } as const;

export function Legend({ on }: { readonly on: Day }): ReactNode {
  const { heatmap: messages } = texts();
  return (
    <div className="heat-legend">
      <span>{messages.asOf(on)}</span>
      <ul>
        {HEAT_CLASSES.map((it) => (
          <li key={it}>
            <span className={`heat ${CLASS_NAMES[it]}`} aria-hidden="true">
              {MARKS[it] || '　'}
            </span>
            {messages.classes[it]}
            <span className="soft">{messages.rules[it]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function HeatTable({
  map: { columns, rows },
  on,
}: {
  readonly map: ReturnType<typeof heatMapOf>;
  readonly on: Day;
}): ReactNode {
  const { heatmap: messages, overview, completion } = texts();
  return (
    <TableFrame label={messages.title}>
      <table className="table heat-map">
        <thead>
          <tr>
            <th scope="col">{overview.station}</th>
            <th scope="col">{overview.time}</th>
            {columns.map(({ key, indicator, measure }) => (
              <th key={key} scope="col" className="upright">
                <span>
                  {indicator} <span className="soft">{completion.measureName(measure)}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line.agreement.id} row={row} on={on} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

const Row = memo(function Row({ row, on }: { readonly row: HeatRow; readonly on: Day }): ReactNode {
  const { overview } = texts();
  const { line, cells } = row;
  const { station, agreement, term, timeProgressPercent } = line;
  const place = term ? { agreement: agreement.id, term: term.id } : undefined;
  const until = term && term.endsOn < on ? term.endsOn : on;
  return (
    <tr>
      <th scope="row" title={agreement.operator.name}>
        {station.name} {!line.isInForce && <span className="soft">{overview.ended}</span>}
      </th>
      <td>{percentText(timeProgressPercent)}</td>
      {cells.map((cell, index) => (
        <Cell key={index} cell={cell} place={place} to={until} />
      ))}
    </tr>
  );
});

/** Leads to the figures of its station as of the day. */
function Cell({
  cell,
  place,
  to,
}: {
  readonly cell: HeatCell | undefined;
  readonly place: Place | undefined;
  readonly to: Day;
}): ReactNode {
  const { heatmap: messages, common } = texts();
  if (!cell || !place) return <td className="soft">{common.none}</td>;
  return (
    <td className={`heat ${CLASS_NAMES[cell.heat]}`}>
      <Link href={addressOf('/console/completion', place, { to })}>
        <span aria-hidden="true">{MARKS[cell.heat]}</span>
        {cell.percent}
        {cell.heat !== 'ON_TIME' && <span className="unseen">{messages.classes[cell.heat]}</span>}
      </Link>
    </td>
  );
}
