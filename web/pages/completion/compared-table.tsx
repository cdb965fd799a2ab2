import { Fragment, type ReactNode } from 'react';
import { texts } from '../../messages';
import { type Decimal, percentText, quantityText } from '../../ui/decimals';
import { rowSpans } from '../../ui/row-spans';
import { TableFrame } from '../../ui/table-frame';
import type { ComparedLine } from './comparison';
import type { CompletionAgreement, ExplainedFigure } from './sheet';

interface ComparedTableProps {
  readonly caption: string;
  readonly now: CompletionAgreement;
  readonly before: CompletionAgreement;
  readonly lines: readonly ComparedLine[];
  readonly onExplain: ((of: CompletionAgreement) => (figure: ExplainedFigure) => void) | undefined;
}

/** Totals of two years, with their days and operators in the heads. */
export function ComparedTable(props: ComparedTableProps): ReactNode {
  const { caption, now, before, lines } = props;
  const { completion } = texts();
  const { head } = completion;
  const spans = rowSpans(lines.map(({ indicator }) => indicator.code));
  const years = [
    [completion.thisYear, now],
    [completion.lastYear, before],
  ] as const;
  return (
    <TableFrame label={completion.title}>
      <table className="table sheet">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {head.indicator}
            </th>
            <th scope="col" rowSpan={2}>
              {head.measure}
            </th>
            {years.map(([name, { operator, completion: table }]) => (
              <th key={name} scope="colgroup" colSpan={3}>
                {completion.comparedHead(name, table.from, table.to, operator.shortName ?? operator.name)}
              </th>
            ))}
            <th scope="col" rowSpan={2}>
              {completion.change}
            </th>
          </tr>
          <tr>
            {years.map(([name]) => (
              <Fragment key={name}>
                <th scope="col">{head.target}</th>
                <th scope="col">{head.completed}</th>
                <th scope="col">{head.percent}</th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Line
              key={`${line.indicator.code}.${line.measure.code}`}
              line={line}
              span={spans[at] ?? 1}
              {...props}
            />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Line({
  line,
  span,
  now,
  before,
  onExplain,
}: ComparedTableProps & { readonly line: ComparedLine; readonly span: number }): ReactNode {
  const { completion, common } = texts();
  const { indicator, measure, change } = line;
  const figures = (total: ComparedLine['now'], of: CompletionAgreement): ReactNode => {
    if (!total) return <td colSpan={3}>{common.none}</td>;
    const completed = quantityText(total.completed, measure.unit);
    const explain = onExplain?.(of);
    return (
      <>
        <td>{quantityText(total.target, measure.unit)}</td>
        <td>
          {explain ? (
            <button
              type="button"
              className="figure"
              onClick={() => {
                explain({ line, column: undefined });
              }}
            >
              {completed}
            </button>
          ) : (
            completed
          )}
        </td>
        <td>{percentText(total.percent)}</td>
      </>
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
      {figures(line.now, now)}
      {figures(line.before, before)}
      <td className="sum">{change === null ? common.none : signed(change, measure.unit)}</td>
    </tr>
  );
}

function signed(change: Decimal, unit: string): string {
  return change.startsWith('-') || !/[1-9]/.test(change)
    ? quantityText(change, unit)
    : `+${quantityText(change, unit)}`;
}
