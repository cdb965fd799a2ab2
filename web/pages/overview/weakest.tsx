import type { ReactNode } from 'react';
import type { OverviewLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { Bullet } from '../../ui/bullet';
import { compareDecimals, percentText } from '../../ui/decimals';

/** The measures that are furthest behind, of each station that has a term. */
export function Weakest({ lines }: { readonly lines: readonly OverviewLineFragment[] }): ReactNode {
  const { overview: messages, completion } = texts();
  const shown = lines.filter(({ indicators }) => indicators.weakest.length > 0);
  if (shown.length === 0) return null;
  return (
    <section className="section">
      <h2>{messages.weakest}</h2>
      <div className="weakest">
        {shown.map(({ agreement, station, timeProgressPercent: time, indicators }) => (
          <div key={agreement.id} className="card">
            <h3>{station.name}</h3>
            <table>
              <tbody>
                {indicators.weakest.map(({ indicator, measure, percent }) => {
                  const isBehind = time !== null && compareDecimals(percent, time) < 0;
                  return (
                    <tr key={`${indicator.code}.${measure.code}`}>
                      <th scope="row">{messages.weakestOf(indicator.name, measure.name)}</th>
                      <td>
                        <Bullet
                          percent={percent}
                          time={time ?? undefined}
                          isBehind={isBehind}
                          label={completion.progress(percent, time ?? '')}
                        />
                      </td>
                      <td className={isBehind ? 'behind number' : 'number'}>{percentText(percent)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        ))}
      </div>
    </section>
  );
}
