import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../../messages';
import { addressOf } from '../../place/places';
import type { Day } from '../../ui/days';
import { percentText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';
import { HEAT_CLASSES, type HeatCell, type HeatClass, type heatMapOf, type HeatRow } from './heat';

/** Without colours: the darker a cell, the further it is behind; and a mark says it too. */
const CLASS_NAMES = { ON_TIME: 'on-time', BEHIND: 'little', FAR_BEHIND: 'far' } as const;
const MARKS = { ON_TIME: '', BEHIND: '▽', FAR_BEHIND: '▼' } as const;

export interface HeatMapProps {
  readonly map: ReturnType<typeof heatMapOf>;
  readonly on: Day;
}

/** The address of the figures of a line's station as of the day; undefined before its first term. */
export function figuresOf({ agreement, term }: HeatRow['line'], on: Day): string | undefined {
  const to = term && term.endsOn < on ? term.endsOn : on;
  return term
    ? addressOf('/console/completion', { agreement: agreement.id, term: term.id }, { to })
    : undefined;
}

/** A class as it looks in the map. */
export function Mark({ heat }: { readonly heat: HeatClass }): ReactNode {
  return (
    <span className={`heat ${CLASS_NAMES[heat]}`} aria-hidden="true">
      {MARKS[heat] || '　'}
    </span>
  );
}

export function Legend({ on }: { readonly on: Day }): ReactNode {
  const { heatmap: messages } = texts();
  return (
    <div className="heat-legend">
      <span>{messages.asOf(on)}</span>
      <ul>
        {HEAT_CLASSES.map((it) => (
          <li key={it}>
            <Mark heat={it} />
            {messages.classes[it]}
            <span className="soft">{messages.rules[it]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function HeatTable({ map: { columns, rows }, on }: HeatMapProps): ReactNode {
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
  const { station, agreement, timeProgressPercent } = line;
  const figures = figuresOf(line, on);
  return (
    <tr>
      <th scope="row" title={agreement.operator.name}>
        {station.name} {!line.isInForce && <span className="soft">{overview.ended}</span>}
      </th>
      <td>{percentText(timeProgressPercent)}</td>
      {cells.map((cell, index) => (
        <Cell key={index} cell={cell} figures={figures} />
      ))}
    </tr>
  );
});

/** Leads to the figures of its station as of the day. */
function Cell({
  cell,
  figures,
}: {
  readonly cell: HeatCell | undefined;
  readonly figures: string | undefined;
}): ReactNode {
  const { heatmap: messages, common } = texts();
  if (!cell || figures === undefined) return <td className="soft">{common.none}</td>;
  return (
    <td className={`heat ${CLASS_NAMES[cell.heat]}`}>
      <Link href={figures}>
        <span aria-hidden="true">{MARKS[cell.heat]}</span>
        {cell.percent}
        {cell.heat !== 'ON_TIME' && <span className="unseen">{messages.classes[cell.heat]}</span>}
      </Link>
    </td>
  );
}
