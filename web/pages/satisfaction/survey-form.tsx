import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import { type Mistake, mistakesAt, useFirstMistake } from '../../forms/field';
import { useDraft } from '../../forms/use-draft';
import { RecordSatisfactionDocument, type RecordSatisfactionInput } from '../../generated/graphql';
import { texts } from '../../messages';
import { satisfactionTexts } from '../../messages/satisfaction';
import { useAddress } from '../../place/at-place';
import { Failure } from '../../ui/answered';
import { UserErrors } from '../../ui/user-errors';
import { EMPTY_SURVEY, surveyOf } from './survey-draft';
import { SURVEY_FIELDS, SurveyFields } from './survey-fields';

/** Records a survey. */
export function SurveyForm({ agreement }: { readonly agreement: string }): ReactNode {
  const messages = satisfactionTexts();
  const { forms } = texts();
  const [draft, change, forget] = useDraft(`survey:${agreement}`, EMPTY_SURVEY);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const [, go] = useAddress();
  const leave = (): void => {
    forget();
    go({ record: null }, { replace: true });
  };
  const recording = useMutation({
    mutationFn: async (input: RecordSatisfactionInput) =>
      (await ask(RecordSatisfactionDocument, { input })).recordSatisfaction.userErrors,
    onSuccess: async (refusals) => {
      setMistakes(refusals);
      if (refusals.length > 0) return;
      await queries.invalidateQueries();
      leave();
    },
  });
  const send = (): void => {
    const read = surveyOf(draft);
    setMistakes(read.mistakes);
    if (read.mistakes.length > 0) return;
    recording.mutate({ ...read.content, agreementId: agreement, idempotencyKey: draft.requestKey });
  };
  const elsewhere = mistakes.filter(
    (it) => !SURVEY_FIELDS.some((field) => mistakesAt([it], field).length > 0),
  );
  return (
    <form
      ref={form}
      className="form long-form survey-form screen-only"
      aria-label={messages.record}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{messages.record}</h2>
      <p className="soft">
        {messages.recordHint} {forms.kept}
      </p>
      <UserErrors errors={elsewhere} />
      <SurveyFields draft={draft} mistakes={mistakes} onChange={change} />
      {recording.error && <Failure error={recording.error} />}
      <div className="actions">
        <button type="button" className="button" onClick={leave}>
          {forms.discard}
        </button>
        <button type="submit" className="button primary" disabled={recording.isPending}>
          {messages.submit}
        </button>
      </div>
    </form>
  );
}
