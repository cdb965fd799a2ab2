import type { ReactNode } from 'react';
import { texts } from '../../messages';
import { type Month, monthsAfter } from '../../ui/days';
import { quantityText } from '../../ui/decimals';
import { monthText } from '../../ui/months';
import { TableFrame } from '../../ui/table-frame';
import type { Series, TrendFigure } from './series';

/** The figures of the chart: a line each, and the year before's below it. */
export function TrendTable({
  label,
  unit,
  months,
  series,
  before,
  onExplain,
}: {
  readonly label: string;
  readonly unit: string;
  readonly months: readonly Month[];
  readonly series: readonly Series[];
  readonly before: readonly Series[];
  readonly onExplain: ((figure: TrendFigure) => void) | undefined;
}): ReactNode {
  const { trends: messages } = texts();
  const row = (of: Series, name: string, earlier: number): ReactNode => (
    <tr key={name + of.key}>
      <th scope="row">{name}</th>
      {of.values.map((value, index) => {
        const month = monthsAfter(months[index] ?? '', -earlier);
        return (
          <td key={month}>
            {onExplain ? (
              <button
                type="button"
                className="figure"
                aria-label={messages.explain(value, name, monthText(month))}
                onClick={() => {
                  onExplain({ series: of, month });
                }}
              >
                {quantityText(value, unit)}
              </button>
            ) : (
              quantityText(value, unit)
            )}
          </td>
        );
      })}
      <td>
        <b>{quantityText(of.total, unit)}</b>
      </td>
    </tr>
  );
  return (
    <TableFrame label={label}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{messages.unit(unit)}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {month}
              </th>
            ))}
            <th scope="col">{messages.sum}</th>
          </tr>
        </thead>
        <tbody>
          {series.map((it) => {
            const earlier = before.find(({ key }) => key === it.key);
            return [row(it, it.name, 0), earlier && row(earlier, messages.yearBefore(earlier.name), 12)];
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}
