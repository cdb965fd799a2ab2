import { type ReactNode, useState } from 'react';
import { texts } from '../../messages';
import { Bullet } from '../../ui/bullet';
import { percentText, quantityText } from '../../ui/decimals';
import type { SheetTableProps } from './sheet-table';

const TOTAL = 'total';

/** 附件1 on a phone: the figures of one zone, or their sum, one below the other. */
export function SheetList({ sheet, time, onExplain }: SheetTableProps): ReactNode {
  const { completion: messages, common } = texts();
  const [chosen, setChosen] = useState(TOTAL);
  const index = sheet.columns.findIndex(({ id }) => id === chosen);
  return (
    <>
      <label className="field inline">
        <span className="label">{messages.zone}</span>
        <select
          className="input"
          value={chosen}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        >
          <option value={TOTAL}>{messages.head.total}</option>
          {sheet.columns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ul className="sheet-list">
        {sheet.lines.map((line) => {
          const { indicator, measure, cells, total } = line;
          const cell = cells[index] ?? total;
          return (
            <li key={`${indicator.code}.${measure.code}`}>
              <span>
                <b>{indicator.name}</b> {messages.measure(measure.name, measure.unit)}
              </span>
              <span className="number">
                <button
                  type="button"
                  className="figure"
                  disabled={onExplain === undefined}
                  onClick={() => onExplain?.({ line, column: sheet.columns[index] })}
                >
                  {quantityText(cell.completed, measure.unit)}
                </button>{' '}
                <span className="soft">/ {quantityText(cell.target, measure.unit, common.nothing)}</span>
              </span>
              {cell.percent !== null && (
                <>
                  <Bullet
                    percent={cell.percent}
                    time={time}
                    isBehind={cell.isBehind}
                    label={messages.progress(cell.percent, time)}
                  />
                  <span className={cell.isBehind ? 'behind number' : 'number'}>
                    {percentText(cell.percent)}
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
