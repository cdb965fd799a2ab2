import { type Column, selectOf, type Table } from './columns';

/** How PostgreSQL is asked to write a table as lines of text. */
export interface CopyOrder {
  query: string;
  /** Options of COPY. */
  format: string;
  lineEnd: string;
}

/**
 * What a cell that a spreadsheet takes for a formula begins with, perhaps after blanks: = + - @, tab, line ends, and the
 * full-width forms of a Chinese keyboard.
 */
const FORMULA = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'].map((sign) =>
  sign.codePointAt(0),
);
const BLANKS = String.raw`U&' \00A0\3000\FEFF'`;

function harmless(sql: string): string {
  return `case when ascii(ltrim(${sql}, ${BLANKS})) in (${FORMULA.join(', ')}) then '''' || (${sql}) else ${sql} end`;
}

function inCsv({ kind, sql }: Column): string {
  switch (kind) {
    case 'text':
      return harmless(sql);
    case 'flag':
      return `(${sql})::text`;
    default:
      return sql;
  }
}

/**
 * CSV by RFC 4180. Words of people are always in quotation marks, so that a spreadsheet that parts cells at a semicolon
 * finds none inside of them, and never begin like a formula. Numbers are typed, so -3.00 stays a number.
 */
export function csvOf(table: Table): CopyOrder {
  const words = table.columns.filter(({ kind }) => kind === 'text').map(({ name }) => name);
  return {
    query: selectOf(table, inCsv),
    format: `format csv, force_quote (${words.join(', ')})`,
    lineEnd: '\r\n',
  };
}

/** The first line of a CSV. */
export function csvHeader(table: Table): string {
  return `${table.columns.map(({ name }) => name).join(',')}\r\n`;
}

/**
 * A JSON object a line, decimals as strings. JSON has no control characters of its own, so with two of them as its marks
 * COPY writes the objects as they are.
 */
export function ndjsonOf(table: Table): CopyOrder {
  const inner = selectOf(table, ({ kind, sql }) =>
    kind === 'decimal' || kind === 'fraction' ? `(${sql})::text` : sql,
  );
  return {
    query: `select row_to_json(r) from (${inner}) r`,
    format: String.raw`format csv, delimiter E'\x01', quote E'\x02'`,
    lineEnd: '\n',
  };
}
