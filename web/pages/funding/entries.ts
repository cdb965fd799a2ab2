import { Reading } from '../../forms/reading';
import type { Read } from '../../forms/use-sending';
import type {
  FundingQuery,
  InstalmentCondition,
  RecordExpenditureInput,
  RecordPaymentInput,
  RecordReceiptInput,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { type Month, parseDay } from '../../ui/days';

export type FundingAgreement = NonNullable<FundingQuery['agreement']>;

/** The three ledgers. */
export type LedgerName = 'receipt' | 'expenditure' | 'payment';

/** An entry of a ledger as it is typed. */
export interface EntryDraft {
  readonly amount: string;
  readonly note: string;
  readonly condition: InstalmentCondition | '';
  readonly category: string;
  readonly fiscalYear: string;
  /** A day, or where only that is known a month. */
  readonly on: string;
  /** The day the street paid, where it is another one. */
  readonly paidOn: string;
}

export const EMPTY_ENTRY: EntryDraft = {
  amount: '',
  note: '',
  condition: '',
  category: '',
  fiscalYear: '',
  on: '',
  paidOn: '',
};

interface Kept {
  readonly agreementId: string;
  readonly requestKey: string;
}

const common = (
  reading: Reading,
  { agreementId, requestKey, amount, note }: EntryDraft & Kept,
): { agreementId: string; idempotencyKey: string; amount: string; note: string | null } => ({
  agreementId,
  idempotencyKey: requestKey,
  amount: reading.number(amount, 'amount'),
  note: note.trim() || null,
});

export function receiptOf(draft: EntryDraft & Kept): Read<RecordReceiptInput> {
  const reading = new Reading();
  const { condition } = draft;
  reading.chosen(condition, 'condition');
  const month = parseMonth(draft.on);
  if (month === undefined) {
    reading.required(draft.on, 'receivedOn');
    if (draft.on.trim() !== '' && parseDay(draft.on) === undefined)
      reading.wrong(texts().funding.dayOrMonthHint, 'receivedOn');
  }
  const input = {
    ...common(reading, draft),
    // Without one nothing is sent: it is a mistake.
    condition: condition || 'SIGNING',
    receivedOn: month === undefined ? (parseDay(draft.on) ?? null) : null,
    receivedMonth: month ?? null,
    paidOn: reading.dayOrNull(draft.paidOn, 'paidOn'),
  };
  return { input, mistakes: reading.mistakes };
}

export function expenditureOf(draft: EntryDraft & Kept): Read<RecordExpenditureInput> {
  const reading = new Reading();
  reading.chosen(draft.category, 'category');
  const spentOn = reading.day(draft.on, 'spentOn');
  const input = { ...common(reading, draft), category: draft.category, spentOn };
  return { input, mistakes: reading.mistakes };
}

export function paymentOf(draft: EntryDraft & Kept): Read<RecordPaymentInput> {
  const reading = new Reading();
  const fiscalYear = reading.count(draft.fiscalYear, 'fiscalYear');
  const paidOn = reading.dayOrNull(draft.on, 'paidOn');
  const input = { ...common(reading, draft), fiscalYear, paidOn };
  return { input, mistakes: reading.mistakes };
}

/** A month as people type it: 2024-05, 2024.5, 2024年5月; undefined where it is none. */
export function parseMonth(text: string): Month | undefined {
  const plain = text.normalize('NFKC').trim();
  const [, year = '', month = ''] = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(plain) ?? [];
  const day = parseDay(`${year}-${month}-01`);
  return day?.slice(0, 7);
}
