import { memo, type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { texts } from '../../messages';
import { noteOf } from './cell-note';
import { nameOf } from './column-name';
import { GridCursor } from './cursor';
import { Editor } from './editor';
import type { EntryStore } from './entry-store';
import { at, isSelected, type Position } from './selection';
import type { Column, Row } from './sheet';
import './entry.css';

export interface GridProps {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly store: EntryStore;
  /** Opens the records of a cell that is not typed over. */
  readonly onOpen: (row: Row, column: Column) => void;
}

/** The grid: one table, one input that floats over the current cell, and cells that know of their own changes. */
export function Grid({ rows, columns, store, onOpen }: GridProps): ReactNode {
  const { entry: messages } = texts();
  const [cursor] = useState(() => new GridCursor());
  const [isUnfolded, setUnfolded] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const folded = rows.filter(({ isFolded }) => isFolded).length;
  const shown = isUnfolded ? rows : rows.filter(({ isFolded }) => !isFolded);
  return (
    <div className="grid-frame" ref={frame}>
      <table
        className={columns[0]?.dayName == null ? 'table grid' : 'table grid of-days'}
        role="grid"
        aria-label={messages.title}
      >
        <thead>
          <tr>
            <th scope="col">{messages.head.indicator}</th>
            <th scope="col">{messages.head.measure}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="entered">
                {nameOf(column)}
              </th>
            ))}
            <th scope="col" className="beside">
              {messages.head.target}
            </th>
            <th scope="col" className="beside">
              {messages.head.done}
            </th>
            <th scope="col" className="beside">
              {messages.head.left}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <GridRow
              key={row.key}
              row={row}
              index={index}
              isFirst={shown[index - 1]?.indicator.code !== row.indicator.code}
              isLast={shown[index + 1]?.indicator.code !== row.indicator.code}
              columns={columns}
              store={store}
              cursor={cursor}
            />
          ))}
        </tbody>
      </table>
      <Editor rows={shown} columns={columns} store={store} cursor={cursor} frame={frame} onOpen={onOpen} />
      {folded > 0 && !isUnfolded && (
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            setUnfolded(true);
          }}
        >
          {messages.fold(folded)}
        </button>
      )}
    </div>
  );
}

interface GridRowProps {
  readonly row: Row;
  readonly index: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly columns: readonly Column[];
  readonly store: EntryStore;
  readonly cursor: GridCursor;
}

const GridRow = memo(function GridRow({
  row,
  index,
  isFirst,
  isLast,
  columns,
  store,
  cursor,
}: GridRowProps): ReactNode {
  const { common, completion } = texts();
  return (
    <tr className={isLast ? 'last' : undefined}>
      <th scope="row" title={row.indicator.name}>
        {isFirst ? row.indicator.name : <span className="unseen">{row.indicator.name}</span>}
      </th>
      <td className="text">{completion.measure(row.measure.name, row.measure.unit)}</td>
      {columns.map((column, position) => (
        <GridCell
          key={column.key}
          row={row}
          column={column}
          at={index}
          across={position}
          store={store}
          cursor={cursor}
        />
      ))}
      <td className="beside">{row.target ?? common.none}</td>
      <td className="beside">{row.completed}</td>
      <td className="beside">{row.left ?? common.none}</td>
    </tr>
  );
});

interface GridCellProps {
  readonly row: Row;
  readonly column: Column;
  readonly at: number;
  readonly across: number;
  readonly store: EntryStore;
  readonly cursor: GridCursor;
}

const GridCell = memo(function GridCell({
  row,
  column,
  at: index,
  across,
  store,
  cursor,
}: GridCellProps): ReactNode {
  const { entry: messages } = texts();
  const view = useSyncExternalStore(store.watch, () => store.cell(row, column));
  const { text, state, isFixed, isUnusual } = view;
  const marked = useSyncExternalStore(cursor.watch, () =>
    isSelected(cursor.selection, { row: index, column: across }),
  );
  const position: Position = { row: index, column: across };
  return (
    <td
      className={`entered ${state.toLowerCase()}${isFixed ? ' fixed' : ''}${isUnusual ? ' unusual' : ''}`}
      aria-selected={marked}
      data-cell={`${index},${across}`}
      title={noteOf(view) ?? undefined}
      onMouseDown={(event) => {
        // The input keeps the focus, or gets it back.
        event.preventDefault();
        const frame = event.currentTarget.closest('.grid-frame');
        frame?.querySelector<HTMLInputElement>('.editor')?.focus({ preventScroll: true });
        cursor.go(event.shiftKey ? { ...cursor.selection, cursor: position } : at(position));
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1) cursor.go({ ...cursor.selection, cursor: position });
      }}
    >
      {text}
      {state !== 'PLAIN' && <span className="unseen"> {messages.states[state]}</span>}
      {isUnusual && <span className="unseen"> {messages.unusual}</span>}
    </td>
  );
});
