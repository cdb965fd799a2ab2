import type { ReactNode } from 'react';
import { Choice } from '../../forms/choice';
import { Field, type Mistake, mistakesAt, TextField } from '../../forms/field';
import type { SatisfactionMethod } from '../../generated/graphql';
import { texts } from '../../messages';
import { satisfactionTexts } from '../../messages/satisfaction';
import { EMPTY_SURVEY, type SurveyDraft } from './survey-draft';

export const SURVEY_FIELDS = Object.keys(EMPTY_SURVEY);

/** What a survey says. */
export function SurveyFields({
  draft,
  mistakes,
  onChange,
}: {
  readonly draft: SurveyDraft;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (changes: Partial<SurveyDraft>) => void;
}): ReactNode {
  const messages = satisfactionTexts();
  const { forms } = texts();
  const fields = [
    ['surveyedOn', messages.surveyedOn, forms.dayHint],
    ['asked', messages.asked, undefined],
    ['answered', messages.answered, undefined],
    ['satisfied', messages.satisfied, undefined],
    ['reportedPercent', messages.reportedPercent, undefined],
  ] as const;
  return (
    <>
      <div className="fields">
        <Choice
          label={messages.method}
          mistakes={mistakesAt(mistakes, 'method')}
          value={draft.method}
          options={Object.entries(messages.methods) as [SatisfactionMethod, string][]}
          onChange={(method) => {
            onChange({ method });
          }}
        />
        {fields.map(([field, label, hint]) => (
          <TextField
            key={field}
            label={label}
            hint={hint}
            mistakes={mistakesAt(mistakes, field)}
            value={draft[field]}
            onChange={(value) => {
              onChange({ [field]: value });
            }}
          />
        ))}
      </div>
      <Field label={messages.note} mistakes={mistakesAt(mistakes, 'note')}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="input"
            maxLength={2000}
            value={draft.note}
            onChange={(event) => {
              onChange({ note: event.target.value });
            }}
          />
        )}
      </Field>
    </>
  );
}
