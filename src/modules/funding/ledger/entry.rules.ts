import { type Day, EARLIEST_DAY, lastDayOfMonth, LATEST_DAY } from '../../../platform/calendar';
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
const MAX_CATEGORY = 100;

/** The category of an expenditure that is in no budget line; no budget has it as a line. */
export const UNBUDGETED = '未列预算';

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
export type Content = Record<string, string | number | boolean | null>;

/** A validated entry, as it will be stored. */
export interface ValidEntry {
  amount: string;
  note: string | null;
  idempotencyKey: string | null;
  content: Content;
}

type Checked = ValidEntry & { rules: InputRules };

/** The content of an entry, by which a retry is recognised: not the day it was known, nor what does not apply to it. */
export function contentOf({ amount, note, content }: Omit<ValidEntry, 'idempotencyKey'>): object {
  const { known_by: _, ...rest } = content;
  const said = Object.entries(rest).filter(([, value]) => value !== false);
  return { amount: trimmed(amount), note, ...Object.fromEntries(said) };
}

export function checkReceipt(schedule: Schedule, input: RecordReceiptInput, today: Day): Checked {
  const rules = new InputRules();
  const { amount, condition } = input;
  const isAmountValid = checkMoney(rules, amount, ['amount']);
  const dates = checkReceived(rules, schedule, input, today);
  const common = checkCommon(rules, input);
  const open = openOf(schedule, condition);
  if (open === null) {
    rules.add('INSTALMENT_NOT_FOUND', ['condition']);
  } else if (isAmountValid && common.note === null && exact(amount).gt(open)) {
    rules.add('RECEIPT_ABOVE_DUE', ['amount'], { due: open });
  }
  return { rules, ...common, content: { condition, ...dates } };
}

/** The day by which a receipt was received: of a month, its last. */
export function receivedBy(
  {
    receivedOn,
    receivedMonth,
  }: { receivedOn?: Day | null | undefined; receivedMonth?: string | null | undefined },
  today: Day,
): Day {
  return receivedOn ?? (receivedMonth == null ? today : lastDayOfMonth(receivedMonth));
}

/** When a receipt was received and paid: a day, or a month, which is stored as its last day and marked as a month. */
function checkReceived(
  rules: InputRules,
  span: Span,
  { receivedOn, receivedMonth, paidOn }: RecordReceiptInput,
  today: Day,
): Content {
  if (receivedOn == null && receivedMonth == null) rules.add('RECEIVED_WHEN', ['receivedOn']);
  if (receivedOn != null && receivedMonth != null) rules.add('DAY_AND_MONTH', ['receivedMonth']);
  const byMonth = receivedOn == null;
  const received = receivedBy({ receivedOn, receivedMonth }, today);
  if (!byMonth) checkDay(rules, span, received, today, ['receivedOn']);
  else if (received.slice(0, 7) > today.slice(0, 7)) rules.add('MONTH_IN_FUTURE', ['receivedMonth']);
  else checkDay(rules, span, received, received, ['receivedMonth']);
  const paid = paidOn ?? received;
  if (paid > received) rules.add('PAID_AFTER_RECEIVED', ['paidOn']);
  else if (paid !== received) checkDay(rules, span, paid, today, ['paidOn']);
  else if (byMonth && paidOn != null) refuseFuture(rules, paid, today, ['paidOn']);
  return {
    received_on: received,
    paid_on: paid,
    received_by_month: byMonth,
    paid_by_month: byMonth && paidOn == null,
  };
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

/** The categories of the current budget, and those of the agreement's expenditures, as spelled. */
export interface Categories {
  budgeted: readonly string[];
  used: readonly string[];
}

export function checkExpenditure(
  span: Span,
  { budgeted, used }: Categories,
  input: RecordExpenditureInput,
  today: Day,
): Checked {
  const rules = new InputRules();
  const known = findCategory([...budgeted, UNBUDGETED], input.category);
  const category = known ?? checkOwnCategory(rules, { budgeted, used }, input.category);
  checkMoney(rules, input.amount, ['amount']);
  checkDay(rules, span, input.spentOn, today, ['spentOn']);
  return { rules, ...checkCommon(rules, input), content: { category, spent_on: input.spentOn } };
}

/** A category that is in no budget: only where there is none, in the spelling that the agreement used before. */
function checkOwnCategory(rules: InputRules, { budgeted, used }: Categories, given: string): string {
  if (budgeted.length === 0) {
    return findCategory(used, given) ?? rules.text(given, ['category'], MAX_CATEGORY);
  }
  const category = storedText(given);
  rules.add('UNKNOWN_CATEGORY', ['category'], {
    category: beginningOf(category),
    categories: [...budgeted, UNBUDGETED],
  });
  return category;
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
