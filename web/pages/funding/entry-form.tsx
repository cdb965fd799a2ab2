import type { ReactNode } from 'react';
import { Choice } from '../../forms/choice';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import { Form } from '../../forms/form';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import { texts } from '../../messages';
import { Dialog } from '../../ui/dialog';
import { EMPTY_ENTRY, type EntryDraft, type FundingAgreement, type LedgerName } from './entries';
import { READ } from './record';

/** Where the API names the day of an entry. */
const DAY: Readonly<Record<LedgerName, string>> = {
  receipt: 'receivedOn',
  expenditure: 'spentOn',
  payment: 'paidOn',
};

const FIELDS: Readonly<Record<LedgerName, readonly string[]>> = {
  receipt: ['condition', 'receivedOn', 'receivedMonth', 'paidOn', 'amount', 'note'],
  expenditure: ['category', 'spentOn', 'amount', 'note'],
  payment: ['fiscalYear', 'paidOn', 'amount', 'note'],
};

/** Writes down money that came, was spent, or was paid. */
export function EntryForm({
  name,
  agreement,
  onClose,
}: {
  readonly name: LedgerName;
  readonly agreement: FundingAgreement;
  readonly onClose: () => void;
}): ReactNode {
  const { funding: messages, forms } = texts();
  const [draft, change, forget] = useDraft(`${name}:${agreement.id}`, EMPTY_ENTRY);
  const leave = (): void => {
    forget();
    onClose();
  };
  const sending = useSending(async (post: () => Promise<readonly Mistake[]>) => post(), leave);
  const of = (...paths: readonly string[]): readonly Mistake[] =>
    paths.flatMap((path) => mistakesAt(sending.mistakes, path));
  const text = (
    field: Exclude<keyof EntryDraft, 'condition'>,
    label: string,
    mistakes: readonly Mistake[],
    hint?: string,
  ): ReactNode => (
    <TextField
      label={label}
      hint={hint}
      mistakes={mistakes}
      value={draft[field]}
      onChange={(value) => {
        change({ [field]: value });
      }}
    />
  );
  return (
    <Dialog title={messages.write[name]} onClose={onClose}>
      <Form
        sending={sending}
        fields={FIELDS[name]}
        submit={messages.write[name]}
        hint={`${messages.writeHint[name]} ${forms.kept}`}
        onSubmit={() => {
          sending.send(READ[name]({ ...draft, agreementId: agreement.id }));
        }}
        onDiscard={leave}
      >
        <Subject name={name} agreement={agreement} draft={draft} of={of} onChange={change} text={text} />
        {text(
          'on',
          messages.dayOf[name],
          name === 'receipt' ? of('receivedOn', 'receivedMonth') : of(DAY[name]),
          messages.dayHint[name],
        )}
        {name === 'receipt' && text('paidOn', messages.paidOn, of('paidOn'), messages.paidOnHint)}
        {text('amount', messages.amountOf, of('amount'))}
        {text('note', messages.note, of('note'), messages.noteHint[name])}
      </Form>
    </Dialog>
  );
}

/** What the money is of, or for: an instalment, a category, a year. */
function Subject({
  name,
  agreement,
  draft,
  of,
  onChange,
  text,
}: {
  readonly name: LedgerName;
  readonly agreement: FundingAgreement;
  readonly draft: EntryDraft;
  readonly of: (...paths: readonly string[]) => readonly Mistake[];
  readonly onChange: (changes: Partial<EntryDraft>) => void;
  readonly text: (field: 'category', label: string, mistakes: readonly Mistake[]) => ReactNode;
}): ReactNode {
  const { funding: messages, agreements } = texts();
  const { instalments, budgetLines, budgetVersion, fiscalYears } = agreement.funding;
  if (name === 'receipt')
    return (
      <Choice
        label={messages.condition}
        mistakes={of('condition')}
        value={draft.condition}
        options={instalments.map(({ condition }) => [condition, agreements.conditions[condition]])}
        onChange={(condition) => {
          onChange({ condition });
        }}
      />
    );
  if (name === 'payment')
    return (
      <Choice
        label={messages.fiscalYear}
        mistakes={of('fiscalYear')}
        value={draft.fiscalYear}
        options={fiscalYears.map(({ fiscalYear }) => [String(fiscalYear), messages.yearName(fiscalYear)])}
        onChange={(fiscalYear) => {
          onChange({ fiscalYear });
        }}
      />
    );
  // Without any budget every category is accepted.
  if (budgetVersion === 0) return text('category', messages.category, of('category'));
  const planned = budgetLines.flatMap(({ category, budgeted }) => (budgeted === null ? [] : [category]));
  return (
    <Choice
      label={messages.category}
      mistakes={of('category')}
      value={draft.category}
      options={[...planned, UNBUDGETED].map((category) => [
        category,
        category === UNBUDGETED ? messages.unbudgeted : category,
      ])}
      onChange={(category) => {
        onChange({ category });
      }}
    />
  );
}

/** As the API calls spending that is in no line of the budget. */
const UNBUDGETED = '未列预算';
