import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { texts } from '../../messages';
import { formatTsv, parseTsv } from '../../ui/tsv';
import { noteOf } from './cell-note';
import { nameOf } from './column-name';
import type { GridCursor } from './cursor';
import type { EntryStore } from './entry-store';
import { commandOf } from './keys';
import { moved, type Move, pasted, type Position, selected, type Size } from './selection';
import type { Column, Row } from './sheet';

/** TYPING replaces what the cell had; EDITING, by F2, changes it. */
type Mode = 'IDLE' | 'TYPING' | 'EDITING';

interface EditorProps {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly store: EntryStore;
  readonly cursor: GridCursor;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onOpen: (row: Row, column: Column) => void;
}

/**
 * The one input of the grid. It has the focus all the time, over the current cell and unseen until something is typed,
 * so that an input method composes in it from the first key on.
 */
export function Editor({ rows, columns, store, cursor, frame, onOpen }: EditorProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [mode, setMode] = useState<Mode>('IDLE');
  const { cursor: position } = useSyncExternalStore(cursor.watch, () => cursor.selection);
  const size = { rows: rows.length, columns: columns.length };
  const row = rows[position.row];
  const column = columns[position.column];

  const cellAt = ({ row: down, column: across }: Position): { row: Row; column: Column } | undefined => {
    const [atRow, atColumn] = [rows[down], columns[across]];
    return atRow && atColumn ? { row: atRow, column: atColumn } : undefined;
  };
  const textAt = (it: Position): string => {
    const cell = cellAt(it);
    return cell ? store.cell(cell.row, cell.column).text : '';
  };
  const setAll = (texts: readonly { position: Position; text: string }[]): void => {
    store.set(
      texts.flatMap(({ position: where, text }) => {
        const cell = cellAt(where);
        return cell ? [{ ...cell, text }] : [];
      }),
    );
  };

  const rest = useCallback((): void => {
    if (input.current) input.current.value = '';
    store.stopTyping();
    setMode('IDLE');
  }, [store]);
  const startTyping = (how: Mode): void => {
    if (row && column) store.startTyping(row, column);
    setMode(how);
  };
  const commit = (): void => {
    const text = input.current?.value ?? '';
    if (mode !== 'IDLE' && text !== textAt(position)) setAll([{ position, text }]);
    rest();
  };
  const editOrOpen = (): void => {
    if (row && column && store.cell(row, column).isFixed) onOpen(row, column);
    else {
      if (input.current) input.current.value = textAt(position);
      startTyping('EDITING');
    }
  };

  // Not before the frame is there, which is after the layout effects of what is in it.
  useEffect(() => {
    const cell = frame.current?.querySelector<HTMLElement>(
      `[data-cell="${position.row},${position.column}"]`,
    );
    const element = input.current;
    if (!cell || !element) return;
    element.style.left = `${cell.offsetLeft}px`;
    element.style.top = `${cell.offsetTop}px`;
    element.style.width = `${cell.offsetWidth}px`;
    element.style.height = `${cell.offsetHeight}px`;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [position, frame, size.rows, size.columns]);

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, []);

  const move = (to: Move, isExtended: boolean): void => {
    cursor.go(moved(cursor.selection, to, size, isExtended));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Keys of an input method are its own, Enter too.
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    const command = commandOf(event, mode);
    if (!command) return;
    // At either end Tab goes on to what is beside the grid: nobody is caught in it.
    if (command.kind === 'MOVE' && isEnd(command.move, position, size)) return;
    event.preventDefault();
    switch (command.kind) {
      case 'MOVE':
        commit();
        move(command.move, command.isExtended);
        break;
      case 'OPEN_OR_DOWN':
        if (mode === 'IDLE' && row && column && store.cell(row, column).isFixed) onOpen(row, column);
        else {
          commit();
          move('DOWN', false);
        }
        break;
      case 'EDIT':
        editOrOpen();
        break;
      case 'LEAVE':
        input.current?.blur();
        break;
      case 'CANCEL':
        rest();
        break;
      case 'CLEAR':
        setAll(selected(cursor.selection).flatMap((line) => line.map((it) => ({ position: it, text: '' }))));
        break;
      case 'UNDO':
        store.undo();
        break;
    }
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (mode !== 'IDLE') return;
    event.preventDefault();
    event.clipboardData.setData(
      'text/plain',
      formatTsv(selected(cursor.selection).map((line) => line.map(textAt))),
    );
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (mode !== 'IDLE') return;
    event.preventDefault();
    setAll(pasted(cursor.selection, parseTsv(event.clipboardData.getData('text/plain')), size));
  };

  const { entry: messages } = texts();
  const view = row && column ? store.cell(row, column) : undefined;
  const label =
    row && column
      ? messages.cell(row.indicator.name, row.measure.name, nameOf(column), textAt(position))
      : messages.title;
  const begin = (): void => {
    if (mode !== 'IDLE') return;
    if (view?.isFixed && row && column) {
      // What is typed over several records would be lost: they are opened instead.
      rest();
      onOpen(row, column);
    } else startTyping('TYPING');
  };
  return (
    <>
      <input
        ref={input}
        className={mode === 'IDLE' ? 'editor idle' : 'editor'}
        aria-label={label}
        autoComplete="off"
        inputMode="decimal"
        onInput={begin}
        onCompositionStart={begin}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onBlur={commit}
        onDoubleClick={() => {
          if (mode === 'IDLE') editOrOpen();
        }}
      />
      <p className="unseen" aria-live="polite">
        {label} {view && noteOf(view)}
      </p>
    </>
  );
}

/** Whether Tab would leave the grid. */
function isEnd(move: Move, { row, column }: Position, { rows, columns }: Size): boolean {
  if (move === 'NEXT') return row === rows - 1 && column === columns - 1;
  return move === 'PREVIOUS' && row === 0 && column === 0;
}
