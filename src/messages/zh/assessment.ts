/** Assessments with their findings and ties, evaluations, and satisfaction surveys. */
export const assessment = {
  NOT_AN_ASSESSOR: () => '没有此评估机构，请核对。',
  ASSESSOR_TIED: () => '该评估机构与承接机构已申报关联关系，须回避。请另选评估机构。',
  ASSESSMENT_EXISTS: () => '本协议已有同类评估。',
  TOO_LONG: () => '评估时段最长十年（120 个月）。',
  NOT_A_PARTY: () =>
    '本单位不是此次评估的评分方：以评估方案所列为准，监督方由区民政局代表，第三方为本次评估指定的机构。',
  ASSESSMENT_CLOSED: () => '评估已结束，不能再修改。',
  ASSESSMENT_CANCELLED: () => '评估已取消，不能再修改。如需评估，请重新启动。',
  ASSESSMENT_NOT_OVER: ({ last }: { last: string }) =>
    `评估时段至 ${last}，未满不能结束。如需提前，请先调整评估时间。`,
  ASSESSMENT_MOVED: () => '评估时间刚被调整，请重新查看后再结束。',
  ONSITE_TOO_EARLY: ({ from }: { from: string }) => `现场评估日不能早于评估时段首日 ${from}。`,
  SAME_ASSESSOR: () => '该机构已是本次评估的评估机构，请另选一家。',
  SCORES_NOT_SEALED: () => '评分已公开，无需再公开。',
  REASON_MISSING: () => '评分已公开，修改须写明原因。',
  PARTY_NOT_SCORING: () => '本次评估没有此评分方，或有多个：请按方案中的名称指明。',
  PAPER_TOO_EARLY: ({ from }: { from: string }) =>
    `该评分方可自行评分；逾期未评的，自 ${from} 起可由民政局录入纸质评分。`,
  SCORE_GIVEN: () => '该评分方已自行评分，不能再录入纸质评分。',
  SUB_SCORE_UNKNOWN: () => '评估方案中没有此分项，请核对名称。',
  SUB_SCORE_TWICE: () => '同一分项只能评分一次。',
  SUB_SCORES_MISSING: ({ names }: { names: string }) => `尚缺分项得分：${names}。`,
  SUB_SCORES_DO_NOT_ADD_UP: ({ sum, score }: { sum: string; score: string }) =>
    `各分项得分合计为 ${sum}，应等于评分 ${score}。`,
  STALE_SCHEME: ({ version }: { version: number }) =>
    `该年度评估方案已是第 ${version} 版，请重新查看后再修改。`,
  NAME_OF_OTHER_PARTY: () => '只有另设的评分方需要名称。',
  PARTY_TWICE: () => '同一评分方只能列一次。',
  MAXIMUM_MISSING: () => '满分须大于 0。',
  MAXIMA_NOT_WHOLE: ({ sum, whole }: { sum: string; whole: string }) =>
    `各评分方满分合计为 ${sum}，应为 ${whole}。`,
  ITEMS_NOT_MAXIMUM: ({ sum, maximum }: { sum: string; maximum: string }) =>
    `各分项满分合计为 ${sum}，应等于该评分方满分 ${maximum}。`,
  BANDS_OUT_OF_ORDER: () => '等级界线须依次降低：优秀高于良好，良好高于合格，合格大于 0。',
  SCORE_ABOVE_MAXIMUM: ({ maximum }: { maximum: string }) => `此项评分最高 ${maximum} 分。`,
  NOT_A_CONCERN: () => '优点无需回应。',
  RESPONSE_ACCEPTED: () => '该回应已被认可，不能再修改。',
  NOT_YOUR_FINDING: () => '只有提出意见的一方可以确认回应。',
  NOTHING_TO_REVIEW: () => '目前没有待确认的回应。',
  FINDING_WITHDRAWN: () => '该意见已撤回，无需再处理。',
  SECTION_UNNAMED: () => '请指明片区或社工点。',
  SECTION_TWICE: () => '一条意见只针对一处：管理、总体、一个片区或一个社工点，请任选其一。',
  DUE_DAY_PAST: () => '整改期限不能早于今天。',
  NOT_A_COUNTERPART: ({ needed }: { needed: 'operator' | 'assessor' }) =>
    needed === 'operator' ? '请选择一家承接机构。' : '请选择一家评估机构。',
  TIE_EXISTS: () => '该关联关系已申报。',

  EVALUATION_EXISTS: () => '本协议已有名称相同或相似的自评。如需重做，请先作废原自评。',
  NOT_YOUR_EVALUATION: () => '此自评由协议另一方填写，本单位只能查看。',
  EVALUATION_CLOSED: () => '此自评已定稿，不能再修改。',
  EVALUATION_VOIDED: () => '此自评已作废。',
  WEIGHT_MISSING: () => '权重须大于 0。',
  WEIGHTS_DO_NOT_ADD_UP: ({ of, sum, whole }: { of: 'groups' | 'items'; sum: string; whole: string }) =>
    of === 'groups'
      ? `各组权重合计为 ${sum}，应为 ${whole}。`
      : `组内各指标权重合计为 ${sum}，应等于该组权重 ${whole}。`,
  UNKNOWN_ITEM: () => '本次自评中没有此指标，请核对。',
  NOT_A_LEAF: () => '该组得分由组内指标合计，请为各指标评分。',
  DUPLICATE_ITEM: () => '同一指标在一次提交中只能评分一次。',
  REVISION_CHANGED: ({ revision }: { revision: number }) =>
    `该指标已有新的评分（第 ${revision} 版），请刷新后再提交。`,

  COUNTS_OR_PERCENT: () => '请填写发放、回收、满意三个份数；只有百分比时，仅填上报满意率。',
  COUNT_MISSING: () => '三个份数须一并填写。',
  ANSWERED_ABOVE_ASKED: () => '回收份数不能多于发放份数。',
  SATISFIED_ABOVE_ANSWERED: () => '满意份数不能多于回收份数。',
  SURVEY_VOIDED: () => '此调查已作废或已更正，请刷新后再操作。',
};
