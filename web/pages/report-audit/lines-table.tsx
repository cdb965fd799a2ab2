import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId } from 'react';
import { type Mistake, mistakesAt } from '../../forms/field';
import type { AuditedSubjectsQuery } from '../../generated/graphql';
import { reportAuditTexts } from '../../messages/report-audit';
import { TableFrame } from '../../ui/table-frame';
import { parseTsv } from '../../ui/tsv';
import { cellKey, type Column, COLUMNS, EMPTY, type Line, pasted, subjectName, subjectOf } from './lines';

type Catalogue = AuditedSubjectsQuery['indicators'];
interface Zone {
  readonly id: string;
  readonly name: string;
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly catalogue: Catalogue;
  readonly zones: readonly Zone[];
  readonly mistakes: readonly Mistake[];
  readonly onChange: (lines: readonly Line[]) => void;
}

/** The lines of a report, to be typed, or pasted from a spreadsheet. */
export function LinesTable(props: LinesProps): ReactNode {
  const messages = reportAuditTexts();
  const list = useId();
  const { lines, catalogue } = props;
  return (
    <TableFrame label={messages.lines}>
      <datalist id={list}>
        {catalogue.flatMap((indicator) =>
          indicator.measures.map((measure) => (
            <option key={`${indicator.code} ${measure.code}`}>{subjectName(indicator, measure)}</option>
          )),
        )}
      </datalist>
      <table className="table audit-lines">
        <thead>
          <tr>
            <td aria-hidden="true" />
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {messages.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            // A line has no name of its own but its place.
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              {COLUMNS.map((column) => (
                <td key={column} className={column}>
                  <Cell {...props} {...{ list, line, at, column }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Cell({
  lines,
  catalogue,
  zones,
  mistakes,
  onChange,
  list,
  line,
  at,
  column,
}: LinesProps & {
  readonly list: string;
  readonly line: Line;
  readonly at: number;
  readonly column: Column;
}): ReactNode {
  const messages = reportAuditTexts();
  const key = cellKey(at, column);
  const wrong = mistakesAt(mistakes, key).map(({ message }) => message);
  const isOther = column === 'name' && line.name.trim() !== '' && !subjectOf(line.name, catalogue);
  const about = wrong.length > 0 || isOther ? `about-${key.replace(' ', '-')}` : undefined;
  const set = (value: string): void => {
    onChange(lines.map((one, place) => (place === at ? { ...EMPTY, ...one, [column]: value } : one)));
  };
  const attributes = {
    'data-line': at,
    'data-column': column,
    'aria-label': `${messages.line(at + 1)} ${messages.columns[column]}`,
    'aria-invalid': wrong.length > 0,
    'aria-describedby': about,
    value: line[column],
    onPaste: (event: ClipboardEvent) => {
      const rows = parseTsv(event.clipboardData.getData('text/plain'));
      if (rows.length === 1 && rows[0]?.length === 1) return;
      event.preventDefault();
      onChange(pasted(lines, { line: at, column }, rows, zones));
    },
  };
  const isUnknown = column === 'zone' && line.zone !== '' && zones.every(({ id }) => id !== line.zone);
  return (
    <>
      {column === 'zone' ? (
        <select
          {...attributes}
          className="cell-input"
          onChange={({ target }) => {
            set(target.value);
          }}
        >
          <option value="">{messages.total}</option>
          {isUnknown && <option value={line.zone}>{line.zone}</option>}
          {zones.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...attributes}
          className={column === 'name' || column === 'where' ? 'cell-input words' : 'cell-input number'}
          {...(column === 'name' && { list })}
          onChange={({ target }) => {
            set(target.value);
          }}
          onKeyDown={goDown}
        />
      )}
      {about !== undefined && (
        <span id={about}>
          {wrong.length > 0 && (
            <span className="wrong" role="alert">
              {wrong.join(' ')}
            </span>
          )}
          {isOther && <span className="soft">{messages.other}</span>}
        </span>
      )}
    </>
  );
}

/** Enter leads to the cell below, as in a spreadsheet, and sends nothing. */
function goDown(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const { line, column } = event.currentTarget.dataset;
  event.currentTarget.form
    ?.querySelector<HTMLElement>(
      `[data-line="${String(Number(line) + (event.shiftKey ? -1 : 1))}"][data-column="${column ?? ''}"]`,
    )
    ?.focus();
}
