import type { Day } from '../../platform/calendar';
import type { AgreementKey, InstalmentCondition } from '../agreement';
import type { FundingLevel } from './funding.enums';

/** What the database says of an agreement's money up to a day: sums, not entries. */
export interface FundingFacts extends AgreementKey {
  startsOn: Day;
  endsOn: Day;
  annualFee: string | null;
  /** In their order; `early`: received before the instalment was released. */
  instalments: {
    condition: InstalmentCondition;
    share: string;
    releasedOn: Day | null;
    received: string;
    early: string;
    /** Received after the agreement's last day. */
    late: string;
  }[];
  /** Of the budget in force; 0 when none was set. */
  budgetVersion: number;
  lines: { category: string; amount: string }[];
  /** `outside`: spent on days that are not the agreement's. */
  spending: { category: string; spent: string; outside: string }[];
  sources: { level: FundingLevel; amount: string }[];
  /** By calendar year, one row or none each. */
  years: { fiscalYear: number; received: string; spent: string; paid: string; undated: string }[];
  fiscalBudgets: {
    fiscalYear: number;
    amount: string;
    recallShare: string | null;
    recallBy: Day | null;
    /** Paid by the day of the recall rule; and what was paid some time in the year, perhaps later. */
    executed: string;
    undated: string;
  }[];
}

export interface Instalment {
  condition: InstalmentCondition;
  share: string;
  due: string;
  received: string;
  released: boolean;
  releasedOn: Day | null;
}

export interface BudgetLine {
  category: string;
  budgeted: string | null;
  spent: string;
  shareOfFeePercent: string | null;
  executionPercent: string | null;
}
