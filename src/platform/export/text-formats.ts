import { type Column, selectOf, type Table } from './columns';

/** How COPY writes a table as lines of text. */
interface CopyOrder {
  query: string;
  /** Options of COPY. */
  format: string;
  lineEnd: string;
}

const codesOf = (signs: string): string =>
  Array.from(signs, (sign) => String(sign.codePointAt(0))).join(', ');

/**
 * The characters by which a spreadsheet recognises a formula, perhaps after blanks: = + - @, tab, line ends, and the
 * full-width forms of a Chinese keyboard.
 */
const FORMULA = codesOf('=+-@\t\r\n＝＋－＠');
const BLANKS = String.raw`U&' \00A0\3000\FEFF'`;

/**
 * A cell that a spreadsheet converts to a number, a date or a time: 1-2, 3E5, 007, 2024年3月, MAR-1. The first
 * character is tested before the pattern, since most texts begin with none of these.
 */
const VALUE_BEGINS = codesOf('0123456789０１２３４５６７８９.．(（¥￥$€£JFMASONDjfmasond');
const MONTH =
  '(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)';
const VALUE = [
  String.raw`[(（¥￥$€£.．\s]*[0-9０-９][-0-9０-９\s.,:/%+()e年月日号时分秒．，：／％－（）]*([ap]m?)?`,
  String.raw`[0-9]{1,4}[\s/.-]*${MONTH}[\s/.,-]*[0-9]{0,4}`,
  String.raw`${MONTH}[\s/.,-]*[0-9]{1,4}[\s/.,-]*[0-9]{0,4}`,
].join('|');

function harmless(sql: string): string {
  const bare = `ltrim(${sql}, ${BLANKS})`;
  return `case when ascii(${bare}) not in (${FORMULA}, ${VALUE_BEGINS}) then ${sql}
    when ascii(${bare}) in (${FORMULA}) or ${bare} ~* '^(${VALUE})$' then '''' || (${sql}) else ${sql} end`;
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
 * CSV by RFC 4180. Words of people are always quoted, so that a spreadsheet that splits cells at a semicolon finds none
 * unquoted, and are never read as a formula, a number or a date. Numbers are typed, so -3.00 remains a number.
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
 * A JSON object per line, decimals as strings. JSON has no raw control characters, so with two of them as quote and
 * delimiter COPY writes the objects unchanged.
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
