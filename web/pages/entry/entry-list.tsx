import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { texts } from '../../messages';
import type { EntryStore } from './entry-store';
import { nameOf } from './column-name';
import type { GridProps } from './grid';
import type { Column, Row } from './sheet';

/** Entry on a phone: one place at a time, one figure below the other. */
export function EntryList({ rows, columns, store, onOpen }: GridProps): ReactNode {
  const { entry: messages } = texts();
  const [key, setKey] = useState(columns[0]?.key);
  const [isUnfolded, setUnfolded] = useState(false);
  const column = columns.find((it) => it.key === key) ?? columns[0];
  const folded = rows.filter(({ isFolded }) => isFolded).length;
  if (!column) return null;
  return (
    <>
      <label className="field inline">
        <span className="label">{messages.place}</span>
        <select
          className="input"
          value={column.key}
          onChange={(event) => {
            setKey(event.target.value);
          }}
        >
          {columns.map((it) => (
            <option key={it.key} value={it.key}>
              {nameOf(it)}
            </option>
          ))}
        </select>
      </label>
      <ul className="entry-list">
        {rows
          .filter(({ isFolded }) => isUnfolded || !isFolded)
          .map((row) => (
            <Item key={`${row.key} ${column.key}`} row={row} column={column} store={store} onOpen={onOpen} />
          ))}
      </ul>
      {folded > 0 && !isUnfolded && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setUnfolded(true);
          }}
        >
          {messages.fold(folded)}
        </button>
      )}
    </>
  );
}

function Item({
  row,
  column,
  store,
  onOpen,
}: {
  readonly row: Row;
  readonly column: Column;
  readonly store: EntryStore;
  readonly onOpen: GridProps['onOpen'];
}): ReactNode {
  const { entry: messages, completion, common } = texts();
  const { text, state, message, mistake, isFixed, isUnusual } = useSyncExternalStore(store.watch, () =>
    store.cell(row, column),
  );
  const why = message ?? (mistake === null ? null : messages.mistakes[mistake]);
  return (
    <li className={state.toLowerCase()}>
      <span>
        <b>{row.indicator.name}</b> {completion.measure(row.measure.name, row.measure.unit)}
        <small className="soft">
          {messages.head.target} {row.target ?? common.none} · {messages.head.done} {row.completed}
        </small>
        {why !== null && <small className="behind">{why}</small>}
        {isUnusual && <small className="warning">{messages.unusual}</small>}
      </span>
      {isFixed ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            onOpen(row, column);
          }}
        >
          {text}
        </button>
      ) : (
        <input
          key={text}
          className="input number"
          inputMode="decimal"
          aria-label={messages.cell(row.indicator.name, row.measure.name, nameOf(column), text)}
          aria-invalid={why !== null}
          defaultValue={text}
          onFocus={() => {
            store.startTyping(row, column);
          }}
          onBlur={(event) => {
            if (event.target.value !== text) store.set([{ row, column, text: event.target.value }]);
            store.stopTyping();
          }}
        />
      )}
    </li>
  );
}
