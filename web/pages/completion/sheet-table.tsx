import { Fragment, type ReactNode } from 'react';
import type { StaffByZoneQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { Bullet } from '../../ui/bullet';
import { type Decimal, percentText, quantityText } from '../../ui/decimals';
import type { Cell, Column, ExplainedFigure, Line, Sheet } from './sheet';
import { TableFrame } from '../../ui/table-frame';

type Staffing = NonNullable<StaffByZoneQuery['agreement']>['staffing'];

export interface SheetTableProps {
  readonly caption: string;
  readonly sheet: Sheet;
  readonly time: Decimal;
  /** The workers on post; undefined until they are known. */
  readonly staffing: Staffing | undefined;
  /** Undefined where the member may not see single records. */
  readonly onExplain: ((figure: ExplainedFigure) => void) | undefined;
}

/** 附件1 as the official form has it: heads of two lines, zones and their sum, "/" where there is nothing to compare. */
export function SheetTable(props: SheetTableProps): ReactNode {
  const { head } = texts().completion;
  const { caption, sheet, staffing } = props;
  const { columns, lines } = sheet;
  const groups = [...columns.map(({ name }) => name), head.total];
  return (
    <TableFrame label={texts().completion.title}>
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
            {groups.map((name, index) => (
              <th key={index} scope="colgroup" colSpan={3}>
                {name}
              </th>
            ))}
            <th scope="col" rowSpan={2}>
              {head.progress}
            </th>
          </tr>
          <tr>
            {groups.map((_, index) => (
              <Fragment key={index}>
                <th scope="col">{head.target}</th>
                <th scope="col">{head.completed}</th>
                <th scope="col">{head.percent}</th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LineRow key={`${line.indicator.code}.${line.measure.code}`} line={line} {...props} />
          ))}
        </tbody>
        <tfoot>
          <WorkersRow columns={columns} staffing={staffing} />
        </tfoot>
      </table>
    </TableFrame>
  );
}

function LineRow({ line, sheet, time, onExplain }: SheetTableProps & { readonly line: Line }): ReactNode {
  const { completion } = texts();
  const { indicator, measure, span, cells, total } = line;
  const figures: (readonly [Cell, Column | undefined])[] = [
    ...cells.map((cell, index) => [cell, sheet.columns[index]] as const),
    [total, undefined],
  ];
  return (
    <tr>
      {span > 0 && (
        <th scope="rowgroup" rowSpan={span} title={indicator.name}>
          {indicator.name}
        </th>
      )}
      <th scope="row">{completion.measure(measure.name, measure.unit)}</th>
      {figures.map(([cell, column], index) => (
        <Fragment key={index}>
          <td>{quantityText(cell.target, measure.unit)}</td>
          <td>
            {onExplain ? (
              <button
                type="button"
                className="figure"
                onClick={() => {
                  onExplain({ line, column });
                }}
              >
                {quantityText(cell.completed, measure.unit)}
              </button>
            ) : (
              quantityText(cell.completed, measure.unit)
            )}
          </td>
          <td className={cell.isBehind ? 'behind' : undefined}>{percentText(cell.percent)}</td>
        </Fragment>
      ))}
      <td>
        {total.percent === null ? (
          texts().common.none
        ) : (
          <Bullet
            percent={total.percent}
            time={time}
            isBehind={total.isBehind}
            label={completion.progress(total.percent, time)}
          />
        )}
      </td>
    </tr>
  );
}

function WorkersRow({
  columns,
  staffing,
}: {
  readonly columns: readonly Column[];
  readonly staffing: Staffing | undefined;
}): ReactNode {
  const { completion, common } = texts();
  const inZone = (id: string): string =>
    staffing?.staffByZone.find(({ zone }) => zone?.id === id)?.atEnd ?? common.none;
  return (
    <tr>
      <th scope="row" colSpan={2}>
        {completion.workers}
      </th>
      {columns.map(({ id }) => (
        <td key={id} colSpan={3}>
          {staffing ? inZone(id) : ''}
        </td>
      ))}
      <td colSpan={3}>{staffing?.headCountAtEnd}</td>
      <td>{common.none}</td>
    </tr>
  );
}
