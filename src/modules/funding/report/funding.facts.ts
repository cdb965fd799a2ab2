import type { Day } from '../../../platform/calendar';
import type { AgreementKey, InstalmentCondition } from '../../agreement';
import type { FundingLevel } from '../funding.enums';

/** The sums of an agreement's money up to a day. */
export interface FundingFacts extends AgreementKey {
  startsOn: Day;
  endsOn: Day;
  annualFee: string | null;
  /** In order of the schedule; `early`: received before the instalment was released. */
  instalments: {
    condition: InstalmentCondition;
    share: string;
    releasedOn: Day | null;
    received: string;
    early: string;
    /** Received after the agreement's last day. */
    late: string;
  }[];
  /** Version of the current budget; 0 if none is set. */
  budgetVersion: number;
  lines: { category: string; amount: string }[];
  /** `outside`: spent on days outside the agreement. */
  spending: { category: string; spent: string; outside: string }[];
  sources: { level: FundingLevel; amount: string }[];
  /** At most one row per calendar year. */
  years: { fiscalYear: number; received: string; spent: string; paid: string; undated: string }[];
  fiscalBudgets: {
    fiscalYear: number;
    amount: string;
    recallShare: string | null;
    recallBy: Day | null;
    /** Paid by the day of the recall rule, and on unknown days of the year, possibly later. */
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
