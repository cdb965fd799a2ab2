import type {
  ExpendituresQuery,
  OrganisationKind,
  PaymentsQuery,
  ReceiptsQuery,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { monthText } from '../../ui/months';

/** An entry of any ledger, as its table has it. */
export interface Entry {
  readonly id: string;
  /** When, as far as it is known. */
  readonly on: string;
  /** What the money was of, or for. */
  readonly of: string;
  readonly amount: string;
  readonly party: OrganisationKind;
  readonly note: string | null;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
}

export interface LedgerPage {
  readonly entries: readonly Entry[];
  readonly totalCount: number;
  readonly next: string | null;
}

type Receipt = NonNullable<ReceiptsQuery['agreement']>['funding']['receipts']['nodes'][number];
type Expenditure = NonNullable<ExpendituresQuery['agreement']>['funding']['expenditures']['nodes'][number];
type Payment = NonNullable<PaymentsQuery['agreement']>['funding']['payments']['nodes'][number];

export function receiptLine(receipt: Receipt): Entry {
  const { funding: messages, agreements } = texts();
  const { receivedOn, receivedMonth, paidOn, condition } = receipt;
  const on = receivedOn ?? monthText(receivedMonth);
  const isPaidEarlier = paidOn !== null && paidOn !== receivedOn;
  const of = agreements.conditions[condition];
  return { ...receipt, on, of: isPaidEarlier ? messages.paidOnDay(of, paidOn) : of };
}

export function expenditureLine(expenditure: Expenditure): Entry {
  return { ...expenditure, on: expenditure.spentOn, of: expenditure.category };
}

export function paymentLine(payment: Payment): Entry {
  const { funding: messages } = texts();
  return { ...payment, on: payment.paidOn ?? messages.dayUnknown, of: messages.yearName(payment.fiscalYear) };
}
