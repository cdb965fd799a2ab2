import { type Chapters, DAY, reason } from './cast';

const SURVEY = { method: 'OVERALL', surveyedOn: DAY, asked: 100, answered: 90, satisfied: 88 };

/** Self-evaluations, and surveys of clients. */
export const SELF_REPORTS: Chapters = {
  createEvaluation: ({ admin, made }) => ({
    by: admin,
    args: {
      input: {
        agreementId: made.agreementId,
        name: '年度自评',
        groups: [{ name: '产出指标', weight: '100' }],
      },
    },
    action: 'EVALUATION_CREATED',
    thing: 'Evaluation',
    values: 'after',
    select: 'evaluation { id groups { id } }',
    keep: ({ evaluation }) => {
      Object.assign(made, { evaluationId: evaluation.id, itemId: evaluation.groups[0]!.id });
    },
  }),
  scoreEvaluationItems: ({ admin, made: { evaluationId, itemId } }) => ({
    by: admin,
    args: { input: { evaluationId, scores: [{ itemId, score: '90' }] } },
    action: 'EVALUATION_SCORED',
    thing: 'Evaluation',
    values: 'both',
  }),
  closeEvaluation: ({ admin, made: { evaluationId } }) => ({
    by: admin,
    args: { evaluationId },
    action: 'EVALUATION_CLOSED',
    thing: 'Evaluation',
    values: 'after',
  }),
  voidEvaluation: ({ admin, made: { evaluationId } }) => ({
    by: admin,
    args: { evaluationId, reason },
    action: 'EVALUATION_VOIDED',
    thing: 'Evaluation',
    values: 'after',
  }),
  recordSatisfaction: ({ admin, made }) => ({
    by: admin,
    args: { input: { agreementId: made.agreementId, ...SURVEY } },
    action: 'SURVEY_RECORDED',
    thing: 'SatisfactionSurvey',
    values: 'after',
    select: 'survey { id }',
    keep: ({ survey }) => {
      made.surveyId = survey.id;
    },
  }),
  correctSatisfaction: ({ admin, made }) => ({
    by: admin,
    args: { input: { id: made.surveyId, ...SURVEY, satisfied: 87, reason } },
    action: 'SURVEY_CORRECTED',
    thing: 'SatisfactionSurvey',
    values: 'both',
    select: 'survey { id }',
    keep: ({ survey }) => {
      made.surveyId = survey.id;
    },
  }),
  voidSatisfaction: ({ admin, made: { surveyId: id } }) => ({
    by: admin,
    args: { id, reason },
    action: 'SURVEY_VOIDED',
    thing: 'SatisfactionSurvey',
    values: 'both',
  }),
};
