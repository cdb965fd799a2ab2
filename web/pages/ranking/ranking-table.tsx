import type { ReactNode } from 'react';
import type { RankedLineFragment, RankingBasis } from '../../generated/graphql';
import { texts } from '../../messages';
import { Bullet } from '../../ui/bullet';
import { percentText, quantityText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';

/** A line a station, with a bar of what it is ranked by and its marks in words. */
export function RankingTable({
  lines,
  by,
  unit,
  onExplain,
}: {
  readonly lines: readonly RankedLineFragment[];
  readonly by: RankingBasis;
  readonly unit: string;
  readonly onExplain: ((line: RankedLineFragment) => void) | undefined;
}): ReactNode {
  const { ranking: messages, overview, common } = texts();
  const valueOf = ({ completed, percent }: RankedLineFragment): string =>
    (by === 'PERCENT' ? percent : completed) ?? '0';
  // The first has the most; a bar's length is a float.
  const most = Math.max(Number(lines[0] ? valueOf(lines[0]) : 0), 1);
  return (
    <TableFrame label={messages.title}>
      <table className="table ranking cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.rank}</th>
            <th scope="col">{overview.station}</th>
            <th scope="col">{overview.district}</th>
            <th scope="col">{messages.completed(unit)}</th>
            <th scope="col">{messages.target(unit)}</th>
            <th scope="col">{messages.percent}</th>
            <th scope="col">{messages.bases[by]}</th>
            <th scope="col">{messages.marks}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.station.id}>
              <td data-label={messages.rank}>{line.rank ?? common.nothing}</td>
              <th scope="row">{line.station.name}</th>
              <td className="text" data-label={overview.district}>
                {line.station.district.name}
              </td>
              <td data-label={messages.completed(unit)}>
                {onExplain ? (
                  <button
                    type="button"
                    className="figure"
                    onClick={() => {
                      onExplain(line);
                    }}
                  >
                    {quantityText(line.completed, unit)}
                  </button>
                ) : (
                  quantityText(line.completed, unit)
                )}
              </td>
              <td data-label={messages.target(unit)}>{quantityText(line.target, unit, common.none)}</td>
              <td data-label={messages.percent}>{percentText(line.percent)}</td>
              <td data-label={messages.bases[by]}>
                <Bullet
                  percent={valueOf(line)}
                  time={undefined}
                  isBehind={false}
                  full={most}
                  label={by === 'PERCENT' ? percentText(line.percent) : quantityText(line.completed, unit)}
                />
              </td>
              <td className="text wrap marks" data-label={messages.marks}>
                {line.marks.length === 0 && <span className="soft">{common.nothing}</span>}
                <ul>
                  {line.marks.map((mark) => (
                    <li key={mark.kind}>
                      <b>
                        <span aria-hidden="true">▲</span> {messages.kinds[mark.kind]}
                      </b>{' '}
                      {messages.reasons[mark.kind](
                        mark.value,
                        mark.reference,
                        mark.compared ?? 0,
                        mark.score ?? '',
                      )}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
