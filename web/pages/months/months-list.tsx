import { type ReactNode, useState } from 'react';
import { texts } from '../../messages';
import type { Month } from '../../ui/days';
import { percentText, quantityText } from '../../ui/decimals';
import { monthText } from '../../ui/months';
import { isBehind } from './months';
import type { MonthsTableProps } from './months-table';

/** The months on a phone: the figures of one of them, or their sum, one below the other. */
export function MonthsList({ sheet, term, onExplain }: MonthsTableProps): ReactNode {
  const { completion, period } = texts();
  /** Empty: their sum. */
  const [chosen, choose] = useState<Month>('');
  const at = sheet.months.indexOf(chosen);
  return (
    <>
      <label className="field inline">
        <span className="label">{period.title}</span>
        <select
          className="input"
          value={chosen}
          onChange={({ target: { value } }) => {
            choose(value);
          }}
        >
          <option value="">{completion.head.total}</option>
          {sheet.months.map((month) => (
            <option key={month} value={month}>
              {monthText(month)}
            </option>
          ))}
        </select>
      </label>
      <ul className="sheet-list">
        {sheet.rows.map((row) => {
          const { indicator, measure, byMonth, total } = row;
          return (
            <li key={`${indicator.code}.${measure.code}`}>
              <span>
                <b>{indicator.name}</b> {completion.measure(measure.name, measure.unit)}
              </span>
              <span className="number">
                <button
                  type="button"
                  className="figure"
                  disabled={onExplain === undefined}
                  onClick={() => onExplain?.(row, chosen === '' ? undefined : chosen)}
                >
                  {quantityText(byMonth[at] ?? total.completed, measure.unit)}
                </button>
                {chosen === '' && total.target !== null && (
                  <span className="soft"> / {quantityText(total.target, measure.unit)}</span>
                )}
              </span>
              {chosen === '' && total.percent !== null && (
                <span className={isBehind(sheet, row, term) ? 'percent behind number' : 'percent number'}>
                  {percentText(total.percent)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
