import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { mistakesAt, TextField } from '../../forms/field';
import { Form } from '../../forms/form';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import { SetBudgetDocument, type SetBudgetInput } from '../../generated/graphql';
import { texts } from '../../messages';
import { Dialog } from '../../ui/dialog';
import type { FundingAgreement } from './entries';
import { budgetOf, type Line, withoutEmpty } from './plans';

export interface PlanProps {
  readonly agreement: FundingAgreement;
  readonly onClose: () => void;
}

/** 预算: the complete plan, which supersedes the one that was read. */
export function BudgetForm({ agreement, onClose }: PlanProps): ReactNode {
  const { funding: messages, forms } = texts();
  const { budgetLines, budgetVersion } = agreement.funding;
  const planned = budgetLines.flatMap(({ category, budgeted }): Line[] =>
    budgeted === null ? [] : [{ category, amount: budgeted }],
  );
  const empty: { readonly lines: readonly Line[]; readonly version: number } = {
    lines: planned.length > 0 ? planned : [{ category: '', amount: '' }],
    version: budgetVersion,
  };
  const [{ lines, version }, change, forget] = useDraft(`budget:${agreement.id}`, empty);
  const leave = (): void => {
    forget();
    onClose();
  };
  // The same plan twice is the same version: no key is needed.
  const sending = useSending(
    async (input: SetBudgetInput) => (await ask(SetBudgetDocument, { input })).setBudget.userErrors,
    leave,
  );
  const send = (): void => {
    const typed = withoutEmpty(lines);
    change({ lines: typed, version });
    sending.send(budgetOf(agreement.id, version, typed));
  };
  const changeLine = (at: number, changes: Partial<Line>): void => {
    change({ lines: lines.map((line, index) => (index === at ? { ...line, ...changes } : line)), version });
  };
  const fields = [
    ['category', messages.category],
    ['amount', messages.amountOf],
  ] as const;
  return (
    <Dialog isDrawer title={messages.write.budget} onClose={onClose}>
      <Form
        sending={sending}
        fields={lines.map((_, at) => `lines.${at}`)}
        submit={messages.setBudget(version + 1)}
        hint={`${messages.budgetHint} ${forms.kept}`}
        onSubmit={send}
        onDiscard={leave}
      >
        {lines.map((line, at) => (
          <div key={at} className="budget-line">
            {fields.map(([field, label]) => (
              <TextField
                key={field}
                label={label}
                mistakes={mistakesAt(sending.mistakes, `lines.${at}.${field}`)}
                value={line[field]}
                onChange={(value) => {
                  changeLine(at, { [field]: value });
                }}
              />
            ))}
            <button
              type="button"
              className="button"
              aria-label={messages.removeLine(line.category || String(at + 1))}
              onClick={() => {
                change({ lines: lines.filter((_, index) => index !== at), version });
              }}
            >
              {messages.remove}
            </button>
          </div>
        ))}
        <div>
          <button
            type="button"
            className="button"
            onClick={() => {
              change({ lines: [...lines, { category: '', amount: '' }], version });
            }}
          >
            {messages.addLine}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
