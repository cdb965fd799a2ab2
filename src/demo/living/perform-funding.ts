import type { Caller } from '../../access';
import type { Services } from '../../api';
import { FundingLevel } from '../../modules/funding';
import type { Deed } from './deeds';

type FundingDeed = Extract<Deed, { kind: 'sources' | 'budget' | 'fiscalBudget' | 'receipt' | 'expenditure' }>;

/** Does what is planned with money. */
export async function performFunding(
  { plans, ledgers }: Services,
  caller: Caller,
  agreementId: string,
  deed: FundingDeed,
): Promise<void> {
  switch (deed.kind) {
    case 'sources': {
      const sources = [
        { level: FundingLevel.CITY, amount: deed.city },
        { level: FundingLevel.DISTRICT, amount: deed.district },
      ];
      await plans.setSources(caller, { agreementId, sources });
      return;
    }
    case 'budget':
      await plans.setBudget(caller, { agreementId, lines: deed.lines });
      return;
    case 'fiscalBudget': {
      const { fiscalYear, amount } = deed;
      await plans.setFiscalBudget(caller, { agreementId, fiscalYear, amount });
      return;
    }
    case 'receipt': {
      const { condition, amount, receivedOn } = deed;
      const idempotencyKey = `receipt ${condition}`;
      await ledgers.recordReceipt(caller, { agreementId, condition, amount, receivedOn, idempotencyKey });
      return;
    }
    case 'expenditure': {
      const { category, amount, spentOn } = deed;
      const idempotencyKey = `spending ${spentOn} ${category}`;
      await ledgers.recordExpenditure(caller, { agreementId, category, amount, spentOn, idempotencyKey });
      return;
    }
  }
}
