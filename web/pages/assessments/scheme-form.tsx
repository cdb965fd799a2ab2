import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import { partyName } from '../../assessments/parties';
import { Field, type Mistake, mistakesAt, TextField, useFirstMistake } from '../../forms/field';
import { useDraft } from '../../forms/use-draft';
import {
  type SchemeDetailFragment,
  type SetAssessmentSchemeInput,
  SetSchemeDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { Failure } from '../../ui/answered';
import { UserErrors } from '../../ui/user-errors';
import { draftOf, OTHER, schemeOf } from './scheme-draft';

const BANDS = ['excellentFrom', 'goodFrom', 'qualifiedFrom'] as const;

/** Sets the scheme of a year: who scores, of how many points, and the bounds of the grades. */
export function SchemeForm({
  scheme,
  onDone,
}: {
  readonly scheme: SchemeDetailFragment;
  readonly onDone: () => void;
}): ReactNode {
  const { assessments: messages, forms } = texts();
  const [draft, change, forget] = useDraft(
    `scheme:${String(scheme.year)}:${String(scheme.version)}`,
    draftOf(scheme),
  );
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const leave = (): void => {
    forget();
    onDone();
  };
  const setting = useMutation({
    mutationFn: async (input: SetAssessmentSchemeInput) =>
      (await ask(SetSchemeDocument, { input })).setAssessmentScheme.userErrors,
    onSuccess: async (refusals) => {
      setMistakes(refusals);
      if (refusals.length > 0) return;
      leave();
      await queries.invalidateQueries();
    },
  });
  const send = (): void => {
    const read = schemeOf(scheme, draft);
    setMistakes(read.mistakes);
    if (read.mistakes.length === 0) setting.mutate(read.input);
  };
  const shown = [
    ...draft.parties.map((_, at) => `parties.${String(at)}`),
    ...BANDS.map((it) => `bands.${it}`),
  ];
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
        {messages.schemeHint} {messages.itemsHint} {forms.kept}
      </p>
      <UserErrors
        errors={mistakes.filter((it) => !shown.some((field) => mistakesAt([it], field).length > 0))}
      />
      {draft.parties.map((party, at) => (
        <PartyFields
          key={at}
          party={party}
          mistakes={mistakes}
          path={`parties.${String(at)}`}
          onChange={(changes) => {
            change({
              parties: draft.parties.map((it, index) => (index === at ? { ...it, ...changes } : it)),
            });
          }}
          onRemove={() => {
            change({ parties: draft.parties.filter((_, index) => index !== at) });
          }}
        />
      ))}
      <div>
        <button
          type="button"
          className="button"
          onClick={() => {
            change({ parties: [...draft.parties, OTHER] });
          }}
        >
          {messages.addOther}
        </button>
      </div>
      <fieldset className="field-group">
        <legend>{messages.bands}</legend>
        <div className="fields">
          {BANDS.map((band) => (
            <TextField
              key={band}
              label={messages[band]}
              mistakes={mistakesAt(mistakes, `bands.${band}`)}
              value={draft[band]}
              onChange={(value) => {
                change({ [band]: value });
              }}
            />
          ))}
        </div>
      </fieldset>
      {setting.error && <Failure error={setting.error} />}
      <div className="actions">
        <button type="button" className="button" onClick={leave}>
          {forms.discard}
        </button>
        <button type="submit" className="button primary" disabled={setting.isPending}>
          {messages.setScheme}
        </button>
      </div>
    </form>
  );
}

type PartyDraft = typeof OTHER;

function PartyFields({
  party,
  mistakes,
  path,
  onChange,
  onRemove,
}: {
  readonly party: PartyDraft;
  readonly mistakes: readonly Mistake[];
  readonly path: string;
  readonly onChange: (changes: Partial<PartyDraft>) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { assessments: messages, terms } = texts();
  const isOther = party.party === 'OTHER';
  const title = partyName(
    { party: party.party, name: isOther && party.name !== '' ? party.name : null },
    terms,
  );
  const atName = mistakesAt(mistakes, `${path}.name`);
  const atItems = mistakesAt(mistakes, `${path}.items`);
  const ofParty = mistakesAt(mistakes, path).filter((it) => ![...atName, ...atItems].includes(it));
  return (
    <fieldset className="field-group">
      <legend>{title}</legend>
      <div className="fields">
        {isOther && (
          <TextField
            label={messages.otherName}
            mistakes={atName}
            value={party.name}
            onChange={(name) => {
              onChange({ name });
            }}
          />
        )}
        <TextField
          label={messages.maximum}
          mistakes={ofParty}
          value={party.maximum}
          onChange={(maximum) => {
            onChange({ maximum });
          }}
        />
        <Field
          label={messages.items}
          mistakes={atItems.map(({ message, path: at }) => ({
            message: at[3] === undefined ? message : messages.line(Number(at[3]) + 1, message),
            path: at,
          }))}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              className="input"
              value={party.items}
              onChange={(event) => {
                onChange({ items: event.target.value });
              }}
            />
          )}
        </Field>
      </div>
      <div>
        <button type="button" className="button" aria-label={messages.removeParty(title)} onClick={onRemove}>
          {messages.remove}
        </button>
      </div>
    </fieldset>
  );
}
