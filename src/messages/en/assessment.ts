import type { Translation } from '../translation';
import type { assessment as zh } from '../zh/assessment';

export const assessment: Translation<typeof zh> = {
  NOT_AN_ASSESSOR: () => 'No assessor has this id. Please check it.',
  ASSESSOR_TIED: () => 'This assessor has a declared tie to the operator. Please choose another one.',
  ASSESSMENT_EXISTS: () => 'The agreement has an assessment of this kind already.',
  TOO_LONG: () => 'An assessment spans ten years (120 months) at most.',
  NOT_A_PARTY: () =>
    'Your organisation is not a party to this assessment: the supervisor is the district bureau, the third party the assessor named in it.',
  ASSESSMENT_CLOSED: () => 'The assessment is closed and can no longer be changed.',
  SCORE_ABOVE_MAXIMUM: ({ maximum }) => `This score is at most ${maximum}.`,
  NOT_A_CONCERN: () => 'A strength needs no response.',
  RESPONSE_ACCEPTED: () => 'The response has been accepted and can no longer be changed.',
  NOT_YOUR_FINDING: () => 'Only the party that raised a concern reviews the response.',
  NOTHING_TO_REVIEW: () => 'There is no response to review at the moment.',
  NOT_A_COUNTERPART: ({ needed }) =>
    needed === 'operator' ? 'Please choose an operator.' : 'Please choose an assessor.',
  TIE_EXISTS: () => 'This tie has been declared already.',

  EVALUATION_EXISTS: () =>
    'Your organisation has an evaluation with this name, or one that looks like it, for the agreement. To do it anew, please void that one first.',
  NOT_YOUR_EVALUATION: () =>
    'This evaluation is written by the other party of the agreement; you may read it.',
  EVALUATION_CLOSED: () => 'The evaluation is closed and can no longer be changed.',
  EVALUATION_VOIDED: () => 'The evaluation is void.',
  WEIGHT_MISSING: () => 'A weight must be more than 0.',
  WEIGHTS_DO_NOT_ADD_UP: ({ of, sum, whole }) =>
    of === 'groups'
      ? `The weights of the groups add up to ${sum} instead of ${whole}.`
      : `The weights of the items add up to ${sum} instead of the group's ${whole}.`,
  UNKNOWN_ITEM: () => 'The evaluation has no such item. Please check it.',
  NOT_A_LEAF: () => 'The score of this group is the sum of its items. Please score the items.',
  DUPLICATE_ITEM: () => 'An item can be scored only once in a call.',
  REVISION_CHANGED: ({ revision }) =>
    `The item has a new score by now (revision ${revision}). Please read it again first.`,

  COUNTS_OR_PERCENT: () => 'Please give either the three numbers, or the reported percent alone.',
  COUNT_MISSING: () => 'Please give all three numbers together.',
  ANSWERED_ABOVE_ASKED: () => 'There cannot be more answers than clients asked.',
  SATISFIED_ABOVE_ANSWERED: () => 'There cannot be more satisfied clients than answers.',
  SURVEY_VOIDED: () => 'The survey is void or has been corrected. Please read it again first.',
};
