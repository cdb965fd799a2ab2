import type { Mistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import type {
  RecordSatisfactionInput,
  SatisfactionMethod,
  SurveyLineFragment,
} from '../../generated/graphql';
import { satisfactionTexts } from '../../messages/satisfaction';

/** A survey as it is typed. */
export const EMPTY_SURVEY = {
  method: '' as SatisfactionMethod | '',
  surveyedOn: '',
  asked: '',
  answered: '',
  satisfied: '',
  reportedPercent: '',
  note: '',
};

export type SurveyDraft = typeof EMPTY_SURVEY;

export function draftOf(survey: SurveyLineFragment): SurveyDraft {
  const text = (value: string | number | null): string => (value === null ? '' : String(value));
  return {
    method: survey.method,
    surveyedOn: survey.surveyedOn,
    asked: text(survey.asked),
    answered: text(survey.answered),
    satisfied: text(survey.satisfied),
    reportedPercent: text(survey.reportedPercent),
    note: text(survey.note),
  };
}

type Content = Omit<RecordSatisfactionInput, 'agreementId' | 'idempotencyKey'>;

/** What is sent, or what cannot be read of it. */
export function surveyOf(draft: SurveyDraft): {
  readonly content: Content;
  readonly mistakes: readonly Mistake[];
} {
  const reading = new Reading();
  const count = (field: 'asked' | 'answered' | 'satisfied'): number | null => {
    const number = reading.numberOrNull(draft[field], field);
    if (number?.includes('.')) reading.wrong(satisfactionTexts().whole, field);
    return number === null ? null : Number(number);
  };
  reading.chosen(draft.method, 'method');
  const content = {
    method: draft.method || 'OVERALL',
    surveyedOn: reading.day(draft.surveyedOn, 'surveyedOn'),
    asked: count('asked'),
    answered: count('answered'),
    satisfied: count('satisfied'),
    reportedPercent: reading.numberOrNull(draft.reportedPercent, 'reportedPercent'),
    note: draft.note.trim() || null,
  };
  return { content, mistakes: reading.mistakes };
}
