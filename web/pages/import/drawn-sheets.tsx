import { type ReactNode, useId } from 'react';
import { useOperation } from '../../api/queries';
import { type ImportFaultFragment, ImportRowsDocument } from '../../generated/graphql';
import { importTexts } from '../../messages/imports';
import { Answered } from '../../ui/answered';
import { TableFrame } from '../../ui/table-frame';
import { useIsNarrow } from '../../ui/use-is-narrow';
import { bySheet, type DrawnCell, type DrawnGroup, drawingOf, rowsToDraw } from './drawing';

interface Faulty {
  readonly faults: readonly ImportFaultFragment[];
}

/** The sheets of a file around a page of its faults; on a phone, where a sheet is of no use, the faults alone. */
export function DrawnSheets({ id, faults }: Faulty & { readonly id: string }): ReactNode {
  if (useIsNarrow()) return <FaultCards faults={faults} />;
  return Array.from(bySheet(faults), ([sheet, those]) => (
    <Drawn key={sheet} id={id} sheet={sheet} faults={those} />
  ));
}

function FaultCards({ faults }: Faulty): ReactNode {
  const messages = importTexts();
  return (
    <ul className="fault-cards">
      {faults.map((fault) => (
        <li key={keyOf(fault)} className={fault.severity}>
          <p>
            <b>{fault.cell}</b> <span className="soft">{fault.sheet}</span>{' '}
            <span className="faulty-value">{fault.value ?? messages.emptyCell}</span>
          </p>
          <p>{fault.message}</p>
        </li>
      ))}
    </ul>
  );
}

const keyOf = ({ sheet, cell, code }: ImportFaultFragment): string => `${sheet} ${cell} ${code}`;

function Drawn({ id, sheet, faults }: Faulty & { readonly id: string; readonly sheet: string }): ReactNode {
  const query = useOperation(ImportRowsDocument, { id, sheet, numbers: rowsToDraw(faults) });
  return (
    <Answered query={query}>
      {({ sheetImport: { rows } }) =>
        rows.length === 0 ? (
          <FaultCards faults={faults} />
        ) : (
          <Sheet name={sheet} drawing={drawingOf(rows, faults)} />
        )
      }
    </Answered>
  );
}

function Sheet({
  name,
  drawing: { columns, groups },
}: {
  readonly name: string;
  readonly drawing: ReturnType<typeof drawingOf>;
}): ReactNode {
  const messages = importTexts();
  return (
    <section className="section">
      <h3>{messages.sheet(name)}</h3>
      <TableFrame label={messages.sheet(name)}>
        <table className="table drawn">
          <thead>
            <tr>
              <th scope="col">{messages.row}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <Group key={group.rows[0]?.number} group={group} width={columns.length} />
          ))}
        </table>
      </TableFrame>
    </section>
  );
}

function Group({
  group: { isAfterGap, rows, faults },
  width,
}: {
  readonly group: DrawnGroup;
  readonly width: number;
}): ReactNode {
  const messages = importTexts();
  const about = useId();
  return (
    <tbody>
      {isAfterGap && (
        <tr className="gap">
          <th scope="row">⋯</th>
          <td colSpan={width}>{messages.gap}</td>
        </tr>
      )}
      {rows.map(({ number, isHidden, cells }) => (
        <tr key={number}>
          <th scope="row">{isHidden ? messages.hiddenRow(number) : number}</th>
          {cells.map((cell) => (
            <Cell key={cell.column} cell={cell} about={about} />
          ))}
        </tr>
      ))}
      {faults.length > 0 && (
        <tr className={`said ${worstOf(faults)}`}>
          <th scope="row">
            <span aria-hidden="true">▲</span>
            <span className="unseen">{messages.reason}</span>
          </th>
          <td colSpan={width}>
            <ul id={about}>
              {faults.map((fault) => (
                <li key={keyOf(fault)} className={fault.severity}>
                  <b>{fault.cell}</b> {fault.message}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function worstOf(faults: readonly ImportFaultFragment[]): 'ERROR' | 'WARNING' {
  return faults.some(({ severity }) => severity === 'ERROR') ? 'ERROR' : 'WARNING';
}

const NUMBER = /^-?[\d,.]+%?$/;

function Cell({
  cell: { columns, rows, text, isContinued, faults },
  about,
}: {
  readonly cell: DrawnCell;
  readonly about: string;
}): ReactNode {
  const messages = importTexts();
  const span = { colSpan: columns, rowSpan: rows };
  const merged = `${columns > 1 || rows > 1 ? ' merged' : ''}${isContinued ? ' continued' : ''}`;
  const [fault] = faults;
  if (!fault)
    return (
      <td {...span} className={`${NUMBER.test(text) ? '' : 'text'}${merged}`} title={text}>
        {merged === '' ? text : <span className="in-merge">{text}</span>}
      </td>
    );
  const worst = worstOf(faults);
  return (
    <td {...span} className={`text faulty ${worst}${merged}`} aria-describedby={about} title={fault.message}>
      <span className="unseen">{`${messages.severity[worst]}：`}</span>
      {text === '' ? messages.emptyCell : text}
    </td>
  );
}
