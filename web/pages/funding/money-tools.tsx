import { type ReactNode, useState } from 'react';
import { texts } from '../../messages';
import { useMay } from '../../session/viewer';
import { BudgetForm } from './budget-form';
import type { FundingAgreement, LedgerName } from './entries';
import { EntryForm } from './entry-form';
import { FiscalBudgetForm } from './fiscal-budget-form';
import { SourcesForm } from './sources-form';

type Plan = 'budget' | 'fundingSource' | 'fiscalBudget';

const PLANS = { budget: BudgetForm, fundingSource: SourcesForm, fiscalBudget: FiscalBudgetForm } as const;
const LEDGERS: readonly LedgerName[] = ['receipt', 'expenditure', 'payment'];

/** What the member may write down about the money. */
export function MoneyTools({ agreement }: { readonly agreement: FundingAgreement }): ReactNode {
  const { funding: messages } = texts();
  const [opened, setOpened] = useState<LedgerName | Plan>();
  const may: Readonly<Record<LedgerName | Plan, boolean>> = {
    receipt: useMay('receipt.record'),
    expenditure: useMay('expenditure.record'),
    payment: useMay('payment.record'),
    budget: useMay('budget.set'),
    fundingSource: useMay('fundingSource.set'),
    fiscalBudget: useMay('fiscalBudget.set'),
  };
  const close = (): void => {
    setOpened(undefined);
  };
  const shown = [...LEDGERS, ...(Object.keys(PLANS) as Plan[])].filter((name) => may[name]);
  const ledger = LEDGERS.find((name) => name === opened);
  const Plan = opened !== undefined && opened in PLANS ? PLANS[opened as Plan] : undefined;
  return (
    <>
      {shown.map((name) => (
        <button
          key={name}
          type="button"
          className="button"
          onClick={() => {
            setOpened(name);
          }}
        >
          {messages.write[name]}
        </button>
      ))}
      {ledger && <EntryForm name={ledger} agreement={agreement} onClose={close} />}
      {Plan && <Plan agreement={agreement} onClose={close} />}
    </>
  );
}
