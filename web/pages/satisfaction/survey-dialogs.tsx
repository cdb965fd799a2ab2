import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { ReasonDialog } from '../../forms/reason-dialog';
import { useDraft } from '../../forms/use-draft';
import {
  CorrectSatisfactionDocument,
  type SurveyLineFragment,
  VoidSatisfactionDocument,
} from '../../generated/graphql';
import { satisfactionTexts } from '../../messages/satisfaction';
import { draftOf, surveyOf } from './survey-draft';
import { SURVEY_FIELDS, SurveyFields } from './survey-fields';

interface Props {
  readonly survey: SurveyLineFragment;
  readonly onClose: () => void;
}

/** Replaces a survey by a corrected one, with the reason. */
export function CorrectDialog({ survey, onClose }: Props): ReactNode {
  const messages = satisfactionTexts();
  const [draft, change, forget] = useDraft(`correct-survey:${survey.id}`, draftOf(survey));
  return (
    <ReasonDialog
      title={messages.correct}
      hint={messages.correctHint}
      fieldNames={SURVEY_FIELDS}
      fields={(mistakes) => <SurveyFields draft={draft} mistakes={mistakes} onChange={change} />}
      take={async (reason) => {
        const { content, mistakes } = surveyOf(draft);
        if (mistakes.length > 0) return mistakes;
        const input = { ...content, id: survey.id, reason, idempotencyKey: draft.requestKey };
        const { userErrors } = (await ask(CorrectSatisfactionDocument, { input })).correctSatisfaction;
        if (userErrors.length === 0) forget();
        return userErrors;
      }}
      onClose={onClose}
    />
  );
}

/** Voids a survey, with the reason. */
export function VoidDialog({ survey: { id }, onClose }: Props): ReactNode {
  const messages = satisfactionTexts();
  return (
    <ReasonDialog
      title={messages.void}
      hint={messages.voidHint}
      isDangerous
      take={async (reason, key) =>
        (await ask(VoidSatisfactionDocument, { id, reason, key })).voidSatisfaction.userErrors
      }
      onClose={onClose}
    />
  );
}
