import type { Translation } from '../translation';
import type { assessment as zh } from '../zh/assessment';

export const assessment: Translation<typeof zh> = {
  NOT_AN_ASSESSOR: () => 'No assessor has this id. Please check it.',
  ASSESSOR_TIED: () => 'This assessor has a declared tie to the operator. Please choose another one.',
  ASSESSMENT_EXISTS: () => 'The agreement has an assessment of this kind already.',
  TOO_LONG: () => 'An assessment spans ten years (120 months) at most.',
  NOT_A_PARTY: () =>
    'Your organisation is not a party to this assessment: its scheme lists the parties; the supervisor is the district bureau, the third party the assessor named in it.',
  ASSESSMENT_CLOSED: () => 'The assessment is closed and can no longer be changed.',
  ASSESSMENT_CANCELLED: () =>
    'The assessment is cancelled and can no longer be changed. Please open another one if it is needed.',
  ASSESSMENT_NOT_OVER: ({ last }) =>
    `The days assessed end on ${last}; it cannot be closed before. Please move it first if it is to end earlier.`,
  ASSESSMENT_MOVED: () =>
    'The assessment has just been moved to other days. Please read it again before closing it.',
  ONSITE_TOO_EARLY: ({ from }) => `The on-site day cannot be before the first day assessed, ${from}.`,
  SAME_ASSESSOR: () => 'This is the assessor already. Please choose another one.',
  SCORES_NOT_SEALED: () => 'The scores are open already.',
  REASON_MISSING: () => 'Others have seen the score. Please say why it changes.',
  PARTY_NOT_SCORING: () =>
    'No such party scores in this assessment, or several do: please name it as the scheme does.',
  PAPER_TOO_EARLY: ({ from }) =>
    `This party scores for itself. Its score may be entered from paper from ${from} on if it is still missing.`,
  SCORE_GIVEN: () => 'This party has given its score itself; none is entered from paper.',
  SUB_SCORE_UNKNOWN: () => 'The scheme has no such sub-score. Please check its name.',
  SUB_SCORE_TWICE: () => 'A sub-score can be given only once.',
  SUB_SCORES_MISSING: ({ names }) => `These sub-scores are missing: ${names}.`,
  SUB_SCORES_DO_NOT_ADD_UP: ({ sum, score }) =>
    `The sub-scores add up to ${sum} instead of the score, ${score}.`,
  STALE_SCHEME: ({ version }) =>
    `The scheme of this year has version ${version} by now. Please read it again first.`,
  NAME_OF_OTHER_PARTY: () => 'Only a further party has a name.',
  PARTY_TWICE: () => 'A party can be listed only once.',
  MAXIMUM_MISSING: () => 'A maximum must be more than 0.',
  MAXIMA_NOT_WHOLE: ({ sum, whole }) => `The maxima of the parties add up to ${sum} instead of ${whole}.`,
  ITEMS_NOT_MAXIMUM: ({ sum, maximum }) =>
    `The maxima of the sub-scores add up to ${sum} instead of the party's, ${maximum}.`,
  BANDS_OUT_OF_ORDER: () => 'Each grade must begin below the one before, and the lowest above 0.',
  SCORE_ABOVE_MAXIMUM: ({ maximum }) => `This score is at most ${maximum}.`,
  NOT_A_CONCERN: () => 'A strength needs no response.',
  RESPONSE_ACCEPTED: () => 'The response has been accepted and can no longer be changed.',
  NOT_YOUR_FINDING: () => 'Only the party that raised a concern reviews the response.',
  NOTHING_TO_REVIEW: () => 'There is no response to review at the moment.',
  FINDING_WITHDRAWN: () => 'The finding has been withdrawn; nothing is left to do about it.',
  SECTION_UNNAMED: () => 'Please name the zone or the point.',
  SECTION_TWICE: () =>
    'A finding is about one thing: the management, the whole, a zone or a point. Please choose one.',
  DUE_DAY_PAST: () => 'The due day cannot be before today.',
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
