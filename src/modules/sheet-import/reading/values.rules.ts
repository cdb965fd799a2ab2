import { type Message, message } from '../../../messages';
import { type Day, isDay } from '../../../platform/calendar';
import { parseDecimal, type Decimal } from '../../../platform/decimal';
import type { Cell, Workbook } from '../../../platform/sheets';
import { beginningOf } from '../../../platform/text-forms';
import { keyOf } from './words';

/** What was read of a cell, or what is wrong with it. */
export type Reading<Value> = { value: Value } | { wrong: Message };

/** “/”, “／”, “—”, “——”, “无”: there is none. Dashes are alike in the comparison form. */
const NONE = new Set(['/', '-', '--', '无']);
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const WITH_UNIT = /^-?[\d,.]+(?:个|次|人次|户|节|人|元|小时|支|份|场|%)$/u;

const read = <Value>(value: Value): Reading<Value> => ({ value });
const wrong = (reason: Message): { wrong: Message } => ({ wrong: reason });
const quoted = ({ text }: Cell): { value: string } => ({ value: beginningOf(text.trim(), 30) });

/** Whether a cell says that there is none. */
export function saysNone(cell: Cell): boolean {
  return cell.kind === 'TEXT' && NONE.has(keyOf(cell.text));
}

/** A number, also where it is typed as text: with full-width digits or thousands separators, never with its unit. */
export function readNumber(cell: Cell): Reading<Decimal> {
  switch (cell.kind) {
    case 'NUMBER':
      return cell.isExact || cell.formula !== null
        ? read(cell.text)
        : wrong(message('CELL_NOT_EXACT', quoted(cell)));
    case 'TEXT':
      return readNumberText(cell);
    case 'ERROR':
      return wrong(message('CELL_FORMULA_ERROR', quoted(cell)));
    case 'UNCALCULATED':
      return wrong(message('CELL_FORMULA_WITHOUT_VALUE'));
    default:
      return wrong(message('CELL_NOT_A_NUMBER', quoted(cell)));
  }
}

function readNumberText(cell: Cell): Reading<Decimal> {
  const text = keyOf(cell.text);
  if (WITH_UNIT.test(text)) return wrong(message('CELL_HAS_UNIT', quoted(cell)));
  const value = parseDecimal(GROUPED.test(text) ? text.replaceAll(',', '') : text);
  return value === null ? wrong(message('CELL_NOT_A_NUMBER', quoted(cell))) : read(value);
}

/** Year, month and day, in this order, with the signs that people put between them; a time of day may follow. */
const DAY_TEXT =
  /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日|-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2}))(?:\d{1,2}:\d{2}(?::\d{2})?)?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
/** Without its year, or with two digits of it: it could be two days. */
const AMBIGUOUS = /^(?:\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}月\d{1,2}日)$/;

/** A day: of a spreadsheet, as a serial by its date system, or as text whose year, month and day are beyond doubt. */
export function readDay(cell: Cell, dateSystem: Workbook['dateSystem']): Reading<Day> {
  if (cell.kind === 'DAY') return existing(cell.text, cell);
  if (cell.kind === 'ERROR') return wrong(message('CELL_FORMULA_ERROR', quoted(cell)));
  if (cell.kind === 'UNCALCULATED') return wrong(message('CELL_FORMULA_WITHOUT_VALUE'));
  if (cell.kind === 'NUMBER' && /^\d{1,6}$/.test(cell.text))
    return existing(dayOfSerial(Number(cell.text), dateSystem), cell);
  const text = keyOf(cell.text);
  if (AMBIGUOUS.test(text)) return wrong(message('CELL_DAY_AMBIGUOUS', quoted(cell)));
  return existing(dayOfText(text), cell);
}

/** The day that a text names, YYYY-MM-DD; empty where it names none. */
export function dayOfText(text: string): string {
  const found = DAY_TEXT.exec(text) ?? EIGHT_DIGITS.exec(text);
  if (!found) return '';
  const [year = '', month = '', day = ''] = found.slice(1).filter(Boolean);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function existing(day: string, cell: Cell): Reading<Day> {
  return isDay(day) ? read(day) : wrong(message('CELL_NOT_A_DAY', quoted(cell)));
}

const MS_A_DAY = 86_400_000;
/** The days before serial 1. That of 1900 has a 29th of February that never was: right from March 1900 on. */
const EPOCHS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

function dayOfSerial(serial: number, dateSystem: Workbook['dateSystem']): string {
  return new Date(EPOCHS[dateSystem] + serial * MS_A_DAY).toISOString().slice(0, 10);
}

const YES = new Set(['√', '✓', '✔', '☑', '是', '有', '1', 'true']);
const NO = new Set([...NONE, '否', '0', '×', '✗', '✘', 'false']);

/** Whether somebody was there, or was paid: 1, 0.5 or 0. */
export function readTick(cell: Cell): Reading<'0' | '0.5' | '1'> {
  if (cell.kind === 'ERROR') return wrong(message('CELL_FORMULA_ERROR', quoted(cell)));
  if (cell.kind === 'UNCALCULATED') return wrong(message('CELL_FORMULA_WITHOUT_VALUE'));
  const words = keyOf(cell.text).replace(/\uFE0F$/u, '');
  if (YES.has(words)) return read('1');
  if (NO.has(words)) return read('0');
  return words === '0.5' ? read('0.5') : wrong(message('CELL_NOT_A_TICK', quoted(cell)));
}
