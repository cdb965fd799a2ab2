import { ask } from '../../api/ask';
import type { Mistake } from '../../forms/field';
import {
  RecordExpenditureDocument,
  RecordPaymentDocument,
  RecordReceiptDocument,
  ReverseExpenditureDocument,
  ReversePaymentDocument,
  ReverseReceiptDocument,
  type ReverseEntryInput,
} from '../../generated/graphql';
import { type EntryDraft, expenditureOf, type LedgerName, paymentOf, receiptOf } from './entries';

type Refusals = Promise<readonly Mistake[]>;
type Typed = EntryDraft & { readonly agreementId: string; readonly requestKey: string };

/** What was read of an entry, and how it is sent. */
interface Reading {
  readonly input: () => Refusals;
  readonly mistakes: readonly Mistake[];
}

export const READ: Readonly<Record<LedgerName, (draft: Typed) => Reading>> = {
  receipt: (draft) => {
    const { input, mistakes } = receiptOf(draft);
    return {
      mistakes,
      input: async () => (await ask(RecordReceiptDocument, { input })).recordReceipt.userErrors,
    };
  },
  expenditure: (draft) => {
    const { input, mistakes } = expenditureOf(draft);
    return {
      mistakes,
      input: async () => (await ask(RecordExpenditureDocument, { input })).recordExpenditure.userErrors,
    };
  },
  payment: (draft) => {
    const { input, mistakes } = paymentOf(draft);
    return {
      mistakes,
      input: async () => (await ask(RecordPaymentDocument, { input })).recordPayment.userErrors,
    };
  },
};

export const REVERSE: Readonly<Record<LedgerName, (input: ReverseEntryInput) => Refusals>> = {
  receipt: async (input) => (await ask(ReverseReceiptDocument, { input })).reverseReceipt.userErrors,
  expenditure: async (input) =>
    (await ask(ReverseExpenditureDocument, { input })).reverseExpenditure.userErrors,
  payment: async (input) => (await ask(ReversePaymentDocument, { input })).reversePayment.userErrors,
};
