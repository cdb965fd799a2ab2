import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../../messages';
import { percentText } from '../../ui/decimals';
import { HEAT_CLASSES, type HeatRow } from './heat';
import { figuresOf, type HeatMapProps, Mark } from './heat-table';

/** The map on a phone: the stations one below the other, each with what is behind; what is on time unfolds. */
export function HeatList({ map: { columns, rows }, on }: HeatMapProps): ReactNode {
  return (
    <ul className="heat-list">
      {rows.map((row) => (
        <Station key={row.line.agreement.id} row={row} columns={columns} on={on} />
      ))}
    </ul>
  );
}

const Station = memo(function Station({
  row,
  columns,
  on,
}: {
  readonly row: HeatRow;
  readonly columns: HeatMapProps['map']['columns'];
  readonly on: HeatMapProps['on'];
}): ReactNode {
  const { heatmap: messages, overview, completion, common } = texts();
  const { line, cells } = row;
  const figures = figuresOf(line, on);
  const measured = columns.flatMap((column, index) => {
    const cell = cells[index];
    return cell ? [{ ...column, ...cell }] : [];
  });
  return (
    <li>
      <h2>
        {line.station.name} {!line.isInForce && <span className="soft">{overview.ended}</span>}
      </h2>
      <p className="soft">
        {overview.time} {percentText(line.timeProgressPercent)}
      </p>
      {measured.length === 0 && <p className="soft">{common.none}</p>}
      {[...HEAT_CLASSES].reverse().map((heat) => {
        const those = measured.filter((it) => it.heat === heat);
        if (those.length === 0 || !figures) return null;
        return (
          <details key={heat} open={heat !== 'ON_TIME'}>
            <summary>
              <Mark heat={heat} /> {messages.classes[heat]} {those.length}
            </summary>
            <ul>
              {those.map(({ key, indicator, measure, percent }) => (
                <li key={key}>
                  <Link href={figures}>
                    {indicator} {completion.measureName(measure)}
                  </Link>
                  <span className="number">{percentText(percent)}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </li>
  );
});
