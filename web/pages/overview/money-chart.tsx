import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { texts } from '../../messages';
import { addressOf } from '../../place/places';
import { Chart } from '../../ui/charts/chart';
import { ChartFrame } from '../../ui/charts/chart-frame';
import { pointsOption } from '../../ui/charts/points';
import type { Day } from '../../ui/days';
import { percentText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';
import type { MoneyPoint } from './money';

/** What the stations have spent, against the time that has passed. */
export function MoneyChart({
  points,
  on,
}: {
  readonly points: readonly MoneyPoint[];
  readonly on: Day;
}): ReactNode {
  const { overview } = texts();
  const messages = overview.money;
  const [, navigate] = useLocation();
  const about = messages.about(on);
  return (
    <ChartFrame
      title={messages.title}
      about={about}
      table={
        <TableFrame label={messages.title}>
          <table className="table cards-when-narrow">
            <thead>
              <tr>
                <th scope="col">{overview.station}</th>
                <th scope="col">{messages.elapsed}</th>
                <th scope="col">{messages.spent}</th>
                <th scope="col">{messages.difference}</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.line.agreement.id}>
                  <th scope="row">
                    <Link href={behind(point)}>{point.line.station.name}</Link>
                  </th>
                  <td data-label={messages.elapsed}>{percentText(point.elapsed)}</td>
                  <td data-label={messages.spent}>{percentText(point.spent)}</td>
                  <td
                    className={point.difference.startsWith('-') ? 'behind' : undefined}
                    data-label={messages.difference}
                  >
                    {point.difference}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      }
    >
      <Chart
        option={pointsOption(
          points.map(({ line, elapsed, spent }) => ({
            x: elapsed,
            y: spent,
            text: messages.point(line.station.name, spent, elapsed),
          })),
          { x: messages.elapsed, y: messages.spent, even: messages.even },
        )}
        height={300}
        onPoint={({ index }) => {
          const point = points[index];
          if (point) navigate(behind(point));
        }}
      />
    </ChartFrame>
  );
}

/** The money of the station. */
function behind({ line: { agreement, term } }: MoneyPoint): string {
  const place = term ? { agreement: agreement.id, term: term.id } : undefined;
  return addressOf('/console/funding', place, { agreement: agreement.id });
}
