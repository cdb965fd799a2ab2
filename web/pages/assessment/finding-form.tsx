import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import { Choice } from '../../forms/choice';
import { Field, type Mistake, mistakesAt, TextField, useFirstMistake } from '../../forms/field';
import { useDraft } from '../../forms/use-draft';
import {
  AddFindingDocument,
  type AddFindingInput,
  type AssessmentDetailFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { Failure } from '../../ui/answered';
import { UserErrors } from '../../ui/user-errors';
import { EMPTY_FINDING, findingOf } from './finding-draft';

/** Where the API finds fault with what a finding is about, by whichever of the three names. */
const ABOUT = ['section', 'zoneId', 'pointId'];

/** Adds a strength or a concern for one's own party. */
export function FindingForm({ assessment }: { readonly assessment: AssessmentDetailFragment }): ReactNode {
  const { assessments: messages, forms, terms } = texts();
  const { id, agreement } = assessment;
  const [draft, change, forget] = useDraft(`finding:${id}`, EMPTY_FINDING);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const adding = useMutation({
    mutationFn: async (input: AddFindingInput) =>
      (await ask(AddFindingDocument, { input })).addFinding.userErrors,
    onSuccess: async (refusals) => {
      setMistakes(refusals);
      if (refusals.length > 0) return;
      forget();
      await queries.invalidateQueries();
    },
  });
  const send = (): void => {
    const read = findingOf(id, draft);
    setMistakes(read.mistakes);
    if (read.mistakes.length === 0) adding.mutate({ ...read.input, idempotencyKey: draft.requestKey });
  };
  const shown = ['kind', 'text', 'dueOn', ...ABOUT];
  const points = [...agreement.zones.flatMap((zone) => zone.points), ...agreement.points];
  const places = [
    ['MANAGEMENT', messages.about.MANAGEMENT],
    ['OVERALL', messages.about.OVERALL],
    ...agreement.zones.map((zone) => [`zone ${zone.id}`, messages.zone(zone.name)] as const),
    ...[...new Map(points.map((point) => [point.id, point.name]))].map(
      ([point, name]) => [`point ${point}`, messages.point(name)] as const,
    ),
  ] as const;
  return (
    <form
      ref={form}
      className="form long-form new-finding screen-only"
      aria-label={messages.addFinding}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{messages.addFinding}</h2>
      <UserErrors
        errors={mistakes.filter((it) => !shown.some((field) => mistakesAt([it], field).length > 0))}
      />
      <div className="fields">
        <Choice
          label={messages.findingKind}
          mistakes={mistakesAt(mistakes, 'kind')}
          value={draft.kind}
          options={[
            ['STRENGTH', terms.findings.STRENGTH],
            ['CONCERN', terms.findings.CONCERN],
          ]}
          onChange={(kind) => {
            change({ kind });
          }}
        />
        <Choice
          label={messages.findingAbout}
          hint={messages.optional}
          mistakes={ABOUT.flatMap((field) => mistakesAt(mistakes, field))}
          value={draft.about}
          options={places}
          onChange={(about) => {
            change({ about });
          }}
        />
        {draft.kind === 'CONCERN' && (
          <TextField
            label={messages.dueOn}
            hint={messages.dueHint}
            mistakes={mistakesAt(mistakes, 'dueOn')}
            value={draft.dueOn}
            onChange={(dueOn) => {
              change({ dueOn });
            }}
          />
        )}
      </div>
      <Field label={messages.findingText} hint={forms.kept} mistakes={mistakesAt(mistakes, 'text')}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="input"
            maxLength={2000}
            rows={4}
            value={draft.text}
            onChange={(event) => {
              change({ text: event.target.value });
            }}
          />
        )}
      </Field>
      {adding.error && <Failure error={adding.error} />}
      <div className="actions">
        <button type="submit" className="button primary" disabled={adding.isPending}>
          {messages.submitFinding}
        </button>
      </div>
    </form>
  );
}
