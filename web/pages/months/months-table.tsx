import type { ReactNode } from 'react';
import type { MonthsSheetFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import type { Day, Month } from '../../ui/days';
import { percentText, quantityText } from '../../ui/decimals';
import { numberOf } from '../../ui/months';
import { rowSpans } from '../../ui/row-spans';
import { TableFrame } from '../../ui/table-frame';
import { isBehind, type MonthsRow, yearsOf } from './months';

export interface MonthsTableProps {
  readonly caption: string;
  readonly sheet: MonthsSheetFragment;
  readonly term: { readonly startsOn: Day } | undefined;
  /** Undefined where the member may not see single records; without a month, the sum is explained. */
  readonly onExplain: ((row: MonthsRow, month?: Month) => void) | undefined;
}

/** What was completed in each month: years above the months, and their sum beside what was agreed. */
export function MonthsTable(props: MonthsTableProps): ReactNode {
  const { caption, sheet } = props;
  const { months: messages, completion, period } = texts();
  const spans = rowSpans(sheet.rows.map(({ indicator }) => indicator.code));
  return (
    <TableFrame label={messages.title}>
      <table className="table sheet">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {completion.head.indicator}
            </th>
            <th scope="col" rowSpan={2}>
              {completion.head.measure}
            </th>
            {yearsOf(sheet.months).map(({ year, count }) => (
              <th key={year} scope="colgroup" colSpan={count}>
                {period.yearName(year)}
              </th>
            ))}
            <th scope="col" rowSpan={2}>
              {completion.head.total}
            </th>
            <th scope="col" rowSpan={2}>
              {completion.head.target}
            </th>
            <th scope="col" rowSpan={2}>
              {completion.head.percent}
            </th>
          </tr>
          <tr>
            {sheet.months.map((month) => (
              <th key={month} scope="col">
                {period.shortName(numberOf(month))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, at) => (
            <Row
              key={`${row.indicator.code}.${row.measure.code}`}
              row={row}
              span={spans[at] ?? 1}
              {...props}
            />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Row({
  row,
  span,
  sheet,
  term,
  onExplain,
}: MonthsTableProps & { readonly row: MonthsRow; readonly span: number }): ReactNode {
  const { completion } = texts();
  const { indicator, measure, byMonth, total } = row;
  const figure = (completed: string, month?: Month): ReactNode => {
    const text = quantityText(completed, measure.unit);
    if (!onExplain) return text;
    return (
      <button
        type="button"
        className="figure"
        onClick={() => {
          onExplain(row, month);
        }}
      >
        {text}
      </button>
    );
  };
  return (
    <tr>
      {span > 0 && (
        <th scope="rowgroup" rowSpan={span} title={indicator.name}>
          {indicator.name}
        </th>
      )}
      <th scope="row">{completion.measure(measure.name, measure.unit)}</th>
      {sheet.months.map((month, at) => (
        <td key={month} className={/[1-9]/.test(byMonth[at] ?? '') ? undefined : 'nil'}>
          {figure(byMonth[at] ?? '0', month)}
        </td>
      ))}
      <td className="sum">{figure(total.completed)}</td>
      <td>{quantityText(total.target, measure.unit)}</td>
      <td className={isBehind(sheet, row, term) ? 'behind' : undefined}>{percentText(total.percent)}</td>
    </tr>
  );
}
