import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import { Field, type Mistake, mistakesAt, useFirstMistake } from '../../forms/field';
import { useDraft } from '../../forms/use-draft';
import {
  ScoreAssessmentDocument,
  type ScoreAssessmentInput,
  type ScoreDetailFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { Failure } from '../../ui/answered';
import { UserErrors } from '../../ui/user-errors';
import { givenScore, scoreDraft } from './given-score';
import { scoreFieldNames, ScoreFields } from './score-fields';

/** Gives the score of one's own party, or changes it. */
export function ScoreForm({
  id,
  part,
  hasToSayWhy,
}: {
  readonly id: string;
  readonly part: ScoreDetailFragment;
  /** Others have seen what it was. */
  readonly hasToSayWhy: boolean;
}): ReactNode {
  const { assessments: messages } = texts();
  const [draft, change, forget] = useDraft(`score:${id}`, { ...scoreDraft(part), reason: '' });
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const scoring = useMutation({
    mutationFn: async (input: ScoreAssessmentInput) =>
      (await ask(ScoreAssessmentDocument, { input })).scoreAssessment.userErrors,
    onSuccess: async (refusals) => {
      setMistakes(refusals);
      if (refusals.length > 0) return;
      forget();
      await queries.invalidateQueries();
    },
  });
  const send = (): void => {
    const { score, items, mistakes: unread } = givenScore(part, draft);
    setMistakes(unread);
    if (unread.length > 0) return;
    scoring.mutate({ assessmentId: id, score, items, reason: draft.reason.trim() || null });
  };
  const shown = [...scoreFieldNames(part), ...(hasToSayWhy ? ['reason'] : [])];
  return (
    <form
      ref={form}
      className="form long-form own-score screen-only"
      aria-label={messages.own}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{messages.own}</h2>
      <UserErrors
        errors={mistakes.filter((it) => !shown.some((field) => mistakesAt([it], field).length > 0))}
      />
      <ScoreFields part={part} draft={draft} mistakes={mistakes} onChange={change} />
      {hasToSayWhy && (
        <Field
          label={messages.changeReason}
          hint={messages.changeReasonHint}
          mistakes={mistakesAt(mistakes, 'reason')}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              className="input"
              maxLength={500}
              value={draft.reason}
              onChange={(event) => {
                change({ reason: event.target.value });
              }}
            />
          )}
        </Field>
      )}
      {scoring.error && <Failure error={scoring.error} />}
      <div className="actions">
        <button type="submit" className="button primary" disabled={scoring.isPending}>
          {messages.giveScore}
        </button>
      </div>
    </form>
  );
}
