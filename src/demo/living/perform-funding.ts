import type { Caller } from '../../access';
import type { Services } from '../../api';
import { FundingLevel } from '../../modules/funding';
import type { Command } from './commands';

type FundingCommand = Extract<
  Command,
  { kind: 'sources' | 'budget' | 'fiscalBudget' | 'receipt' | 'expenditure' }
>;

/** Does what is planned with money. */
export async function performFunding(
  { plans, ledgers }: Services,
  caller: Caller,
  agreementId: string,
  command: FundingCommand,
): Promise<void> {
  switch (command.kind) {
    case 'sources': {
      const sources = [
        { level: FundingLevel.CITY, amount: command.city },
        { level: FundingLevel.DISTRICT, amount: command.district },
      ];
      await plans.setSources(caller, { agreementId, sources });
      return;
    }
    case 'budget':
      await plans.setBudget(caller, { agreementId, lines: command.lines });
      return;
    case 'fiscalBudget': {
      const { fiscalYear, amount } = command;
      await plans.setFiscalBudget(caller, { agreementId, fiscalYear, amount });
      return;
    }
    case 'receipt': {
      const { condition, amount, receivedOn } = command;
      const idempotencyKey = `receipt ${condition}`;
      await ledgers.recordReceipt(caller, { agreementId, condition, amount, receivedOn, idempotencyKey });
      return;
    }
    case 'expenditure': {
      const { category, amount, spentOn } = command;
      const idempotencyKey = `spending ${spentOn} ${category}`;
      await ledgers.recordExpenditure(caller, { agreementId, category, amount, spentOn, idempotencyKey });
      return;
    }
  }
}
