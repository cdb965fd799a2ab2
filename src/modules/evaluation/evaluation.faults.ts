import type { Fault } from '../../platform/faults';

/** Business errors of evaluations that need the database. */
export const TOO_MANY_EVALUATIONS: Fault = {
  code: 'TOO_MANY',
  path: ['agreementId'],
  text: {
    zh: '本协议的自评数量已达上限（50 份，含已作废的）。',
    en: 'The agreement has as many evaluations as it can have (50, voided ones included).',
  },
};
export const EVALUATION_EXISTS: Fault = {
  code: 'EVALUATION_EXISTS',
  path: ['name'],
  text: {
    zh: '本协议已有名称相同或相似的自评。如需重做，请先作废原自评。',
    en: 'You have an evaluation of this name, or of one that looks like it, for the agreement. To make it anew, please void that one first.',
  },
};
export const NOT_YOUR_EVALUATION: Fault = {
  code: 'NOT_YOUR_EVALUATION',
  path: ['evaluationId'],
  text: {
    zh: '此自评由协议另一方填写，本单位只能查看。',
    en: 'The other party of the agreement writes this evaluation; you may read it.',
  },
};
export const EVALUATION_CLOSED: Fault = {
  code: 'EVALUATION_CLOSED',
  path: ['evaluationId'],
  text: {
    zh: '此自评已定稿，不能再修改。',
    en: 'The evaluation is closed; its scores change no more.',
  },
};
export const EVALUATION_VOIDED: Fault = {
  code: 'EVALUATION_VOIDED',
  path: ['evaluationId'],
  text: { zh: '此自评已作废。', en: 'The evaluation is void.' },
};
export const SCORES_MISSING: Fault = {
  code: 'SCORES_MISSING',
  path: ['evaluationId'],
  text: {
    zh: '尚有指标未评分，不能定稿。',
    en: 'Some items have no score yet; the evaluation cannot be closed.',
  },
};
