import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { mistakesAt, TextField } from '../../forms/field';
import { Form } from '../../forms/form';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import { SetFiscalBudgetDocument, type SetFiscalBudgetInput } from '../../generated/graphql';
import { texts } from '../../messages';
import { Dialog } from '../../ui/dialog';
import type { PlanProps } from './budget-form';
import { type FiscalBudget, fiscalBudgetOf } from './plans';

const EMPTY: FiscalBudget = { fiscalYear: '', amount: '', share: '', by: '' };

/** 街道年度预算 of a year, and what the treasury takes back of it. */
export function FiscalBudgetForm({ agreement, onClose }: PlanProps): ReactNode {
  const { funding: messages } = texts();
  const [draft, change, forget] = useDraft(`fiscal-budget:${agreement.id}`, EMPTY);
  const leave = (): void => {
    forget();
    onClose();
  };
  // What is set to a value twice has it: no key is needed.
  const sending = useSending(
    async (input: SetFiscalBudgetInput) =>
      (await ask(SetFiscalBudgetDocument, { input })).setFiscalBudget.userErrors,
    leave,
  );
  const fields = [
    ['fiscalYear', messages.fiscalYear, messages.fiscalYearHint, 'fiscalYear'],
    ['amount', messages.amountOf, undefined, 'amount'],
    ['share', messages.recallShare, messages.recallShareHint, 'recall.share'],
    ['by', messages.recallBy, messages.recallByHint, 'recall.by'],
  ] as const;
  return (
    <Dialog title={messages.write.fiscalBudget} onClose={onClose}>
      <Form
        sending={sending}
        fields={fields.map(([, , , path]) => path)}
        submit={messages.write.fiscalBudget}
        hint={messages.fiscalHint}
        onSubmit={() => {
          sending.send(fiscalBudgetOf(agreement.id, draft));
        }}
        onDiscard={leave}
      >
        {fields.map(([field, label, hint, path]) => (
          <TextField
            key={field}
            label={label}
            hint={hint}
            mistakes={mistakesAt(sending.mistakes, path)}
            value={draft[field]}
            onChange={(value) => {
              change({ [field]: value });
            }}
          />
        ))}
      </Form>
    </Dialog>
  );
}
