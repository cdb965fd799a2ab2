import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import { Field, type Mistake, mistakesAt, TextField, useFirstMistake } from '../../forms/field';
import { useDraft } from '../../forms/use-draft';
import { CreateEvaluationDocument, type CreateEvaluationInput } from '../../generated/graphql';
import { texts } from '../../messages';
import { evaluationTexts } from '../../messages/evaluations';
import { useAddress } from '../../place/at-place';
import { Failure } from '../../ui/answered';
import { UserErrors } from '../../ui/user-errors';
import { EMPTY_GROUP, EMPTY_TREE, type GroupDraft, treeOf, weightSoFar } from './tree-draft';

/** Creates an evaluation with its whole tree. */
export function TreeForm({ agreement }: { readonly agreement: string }): ReactNode {
  const messages = evaluationTexts();
  const { forms } = texts();
  const [draft, change, forget] = useDraft(`new-evaluation:${agreement}`, EMPTY_TREE);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const [, go] = useAddress();
  const leave = (evaluation: string | null): void => {
    forget();
    go({ create: null, evaluation }, { replace: true });
  };
  const creating = useMutation({
    mutationFn: async (input: CreateEvaluationInput) =>
      (await ask(CreateEvaluationDocument, { input })).createEvaluation,
    onSuccess: async ({ evaluation, userErrors }) => {
      setMistakes(userErrors);
      if (!evaluation) return;
      await queries.invalidateQueries();
      leave(evaluation.id);
    },
  });
  const send = (): void => {
    const { tree, mistakes: unread } = treeOf(draft);
    setMistakes(unread);
    if (unread.length === 0)
      creating.mutate({ ...tree, agreementId: agreement, idempotencyKey: draft.requestKey });
  };
  const shown = ['name', 'fiscalYear', ...draft.groups.map((_, at) => `groups.${String(at)}`)];
  return (
    <form
      ref={form}
      className="form long-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="soft">
        {messages.createHint} {forms.kept}
      </p>
      <UserErrors
        errors={mistakes.filter((it) => !shown.some((field) => mistakesAt([it], field).length > 0))}
      />
      <div className="fields">
        <TextField
          label={messages.name}
          mistakes={mistakesAt(mistakes, 'name')}
          value={draft.name}
          onChange={(name) => {
            change({ name });
          }}
        />
        <TextField
          label={messages.year}
          hint={messages.yearHint}
          mistakes={mistakesAt(mistakes, 'fiscalYear')}
          value={draft.fiscalYear}
          onChange={(fiscalYear) => {
            change({ fiscalYear });
          }}
        />
      </div>
      {draft.groups.map((group, at) => (
        <GroupFields
          key={at}
          group={group}
          place={at + 1}
          mistakes={mistakes}
          onChange={(changes) => {
            change({ groups: draft.groups.map((it, index) => (index === at ? { ...it, ...changes } : it)) });
          }}
          onRemove={() => {
            change({ groups: draft.groups.filter((_, index) => index !== at) });
          }}
        />
      ))}
      <div className="section-head">
        <button
          type="button"
          className="button"
          onClick={() => {
            change({ groups: [...draft.groups, EMPTY_GROUP] });
          }}
        >
          {messages.addGroup}
        </button>
        <output className="soft">{messages.sum(weightSoFar(draft.groups))}</output>
      </div>
      {creating.error && <Failure error={creating.error} />}
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            leave(null);
          }}
        >
          {forms.discard}
        </button>
        <button type="submit" className="button primary" disabled={creating.isPending}>
          {messages.submit}
        </button>
      </div>
    </form>
  );
}

function GroupFields({
  group,
  place,
  mistakes,
  onChange,
  onRemove,
}: {
  readonly group: GroupDraft;
  /** The first one is 1. */
  readonly place: number;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (changes: Partial<GroupDraft>) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const messages = evaluationTexts();
  const path = `groups.${String(place - 1)}`;
  const atName = mistakesAt(mistakes, `${path}.name`);
  const atItems = mistakesAt(mistakes, `${path}.items`);
  const ofGroup = mistakesAt(mistakes, path).filter((it) => ![...atName, ...atItems].includes(it));
  return (
    <fieldset className="field-group">
      <legend>{messages.group(place)}</legend>
      <div className="fields">
        <TextField
          label={messages.groupName}
          mistakes={atName}
          value={group.name}
          onChange={(name) => {
            onChange({ name });
          }}
        />
        <TextField
          label={messages.weight}
          mistakes={ofGroup}
          value={group.weight}
          onChange={(weight) => {
            onChange({ weight });
          }}
        />
      </div>
      <Field
        label={messages.items}
        hint={messages.itemsHint}
        mistakes={atItems.map(({ message, path: at }) => ({
          message: at[3] === undefined ? message : messages.line(Number(at[3]) + 1, message),
          path: at,
        }))}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="input"
            rows={3}
            value={group.items}
            onChange={(event) => {
              onChange({ items: event.target.value });
            }}
          />
        )}
      </Field>
      <div>
        <button
          type="button"
          className="button"
          aria-label={messages.removeGroup(group.name === '' ? messages.group(place) : group.name)}
          onClick={onRemove}
        >
          {messages.remove}
        </button>
      </div>
    </fieldset>
  );
}
