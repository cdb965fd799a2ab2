import { type Day, EARLIEST_DAY, LATEST_DAY } from '../../../platform/calendar';
import { exact, trimmed, twoDecimals } from '../../../platform/decimal';
import type { Path } from '../../../platform/faults';
import { InputRules, MAX_NOTE, MAX_REASON } from '../../../platform/input-rules';
import { beginningOf, nameKey, storedText } from '../../../platform/text-forms';
import type { InstalmentCondition } from '../../agreement';
import type {
  RecordExpenditureInput,
  RecordPaymentInput,
  RecordReceiptInput,
  ReverseEntryInput,
} from '../funding.input';
import { checkMoney, duesOf } from '../money.rules';
import type { Dues } from './dues.rules';

/** How many years before and after an agreement the street may budget for it. */
const YEARS_BEFORE = 1;
const YEARS_AFTER = 3;

/** The first and last day of an agreement. */
export interface Span {
  startsOn: Day;
  endsOn: Day;
}

/** The fee of an agreement, and its instalments with the amounts received, in the order of the schedule. */
export interface Schedule extends Span, Pick<Dues, 'annualFee'> {
  instalments: Omit<Dues['instalments'][number], 'receivedMeanwhile'>[];
}

/** The fields of an entry beside its amount, by column. */
export type Content = Record<string, string | number | null>;

/** A validated entry, as it will be stored. */
export interface ValidEntry {
  amount: string;
  note: string | null;
  idempotencyKey: string | null;
  content: Content;
}

type Checked = ValidEntry & { rules: InputRules };

/** The content of an entry, by which a retry is recognised; not the day it was known. */
export function contentOf({ amount, note, content }: Omit<ValidEntry, 'idempotencyKey'>): object {
  const { known_by: _, ...rest } = content;
  return { amount: trimmed(amount), note, ...rest };
}

export function checkReceipt(schedule: Schedule, input: RecordReceiptInput, today: Day): Checked {
  const rules = new InputRules();
  const { amount, condition, receivedOn } = input;
  const paidOn = input.paidOn ?? receivedOn;
  const isAmountValid = checkMoney(rules, amount, ['amount']);
  checkDay(rules, schedule, receivedOn, today, ['receivedOn']);
  if (paidOn > receivedOn) {
    rules.add('PAID_AFTER_RECEIVED', ['paidOn']);
  } else if (paidOn !== receivedOn) checkDay(rules, schedule, paidOn, today, ['paidOn']);
  const common = checkCommon(rules, input);
  const open = openOf(schedule, condition);
  if (open === null) {
    rules.add('INSTALMENT_NOT_FOUND', ['condition']);
  } else if (isAmountValid && common.note === null && exact(amount).gt(open)) {
    rules.add('RECEIPT_ABOVE_DUE', ['amount'], { due: open });
  }
  return { rules, ...common, content: { condition, received_on: receivedOn, paid_on: paidOn } };
}

/** The amount still due of an instalment; null if the agreement has none with this condition. */
function openOf({ annualFee, instalments }: Schedule, condition: InstalmentCondition): string | null {
  const at = instalments.findIndex((instalment) => instalment.condition === condition);
  const instalment = instalments[at];
  if (!instalment) return null;
  const dues = duesOf(
    annualFee,
    instalments.map(({ share }) => share),
  );
  const open = exact(dues[at] ?? '0').minus(instalment.received);
  return twoDecimals(open.lt(0) ? '0' : open);
}

export function checkExpenditure(
  span: Span,
  categories: readonly string[],
  input: RecordExpenditureInput,
  today: Day,
): Checked {
  const rules = new InputRules();
  const known = findCategory(categories, input.category);
  const category = known ?? storedText(input.category);
  if (known === null) {
    rules.add('UNKNOWN_CATEGORY', ['category'], { category: beginningOf(category), categories });
  }
  checkMoney(rules, input.amount, ['amount']);
  checkDay(rules, span, input.spentOn, today, ['spentOn']);
  return { rules, ...checkCommon(rules, input), content: { category, spent_on: input.spentOn } };
}

/** The category with this spelling, else one equal after normalisation. */
export function findCategory(categories: readonly string[], given: string): string | null {
  const key = nameKey(given);
  return (
    categories.find((category) => category === storedText(given)) ??
    categories.find((category) => nameKey(category) === key) ??
    null
  );
}

export function checkPayment(span: Span, input: RecordPaymentInput, today: Day): Checked {
  const rules = new InputRules();
  const { fiscalYear } = input;
  const paidOn = input.paidOn ?? null;
  checkMoney(rules, input.amount, ['amount']);
  checkFiscalYear(rules, span, fiscalYear, ['fiscalYear']);
  if (fiscalYear > yearOf(today)) {
    rules.add('YEAR_IN_FUTURE', ['fiscalYear']);
  } else if (paidOn !== null && yearOf(paidOn) !== fiscalYear) {
    rules.add('DAY_OUTSIDE_FISCAL_YEAR', ['paidOn'], { fiscalYear });
  } else if (paidOn !== null) refuseFuture(rules, paidOn, today, ['paidOn']);
  const lastOfYear = `${String(fiscalYear).padStart(4, '0')}-12-31`;
  const knownBy = paidOn ?? (lastOfYear < today ? lastOfYear : today);
  return {
    rules,
    ...checkCommon(rules, input),
    content: { fiscal_year: fiscalYear, paid_on: paidOn, known_by: knownBy },
  };
}

/** Checks a budget year: a year of the agreement, the one before, or one of three after. */
export function checkFiscalYear(rules: InputRules, span: Span, fiscalYear: number, path: Path): void {
  const first = Math.max(yearOf(span.startsOn) - YEARS_BEFORE, yearOf(EARLIEST_DAY));
  const last = Math.min(yearOf(span.endsOn) + YEARS_AFTER, yearOf(LATEST_DAY));
  if (fiscalYear >= first && fiscalYear <= last) return;
  rules.add('YEAR_OUT_OF_RANGE', path, { first, last });
}

/** The required reason of a reversal. */
export function checkReversal(
  input: ReverseEntryInput,
): Omit<Checked, 'amount' | 'content'> & { note: string } {
  const rules = new InputRules();
  const note = rules.prose(input.reason, ['reason'], MAX_REASON);
  return { rules, note, idempotencyKey: rules.key(input.idempotencyKey) };
}

interface Common {
  amount: string;
  note?: string | null;
  idempotencyKey?: string | null;
}

function checkCommon(
  rules: InputRules,
  { amount, note, idempotencyKey }: Common,
): Pick<ValidEntry, 'amount' | 'note' | 'idempotencyKey'> {
  return {
    amount,
    note: note == null ? null : rules.prose(note, ['note'], MAX_NOTE),
    idempotencyKey: rules.key(idempotencyKey),
  };
}

/** Checks the day of an entry: not in the future, at the earliest a year before the agreement begins. */
function checkDay(rules: InputRules, { startsOn }: Span, day: Day, today: Day, path: Path): void {
  const earliest = `${String(yearOf(startsOn) - 1).padStart(4, '0')}${startsOn.slice(4)}`;
  if (refuseFuture(rules, day, today, path)) return;
  if (rules.day(day, path) && day < earliest) {
    rules.add('DAY_TOO_EARLY', path, { earliest, startsOn });
  }
}

/** Returns whether it added a fault. */
function refuseFuture(rules: InputRules, day: Day, today: Day, path: Path): boolean {
  if (day <= today) return false;
  rules.add('DAY_IN_FUTURE', path);
  return true;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
