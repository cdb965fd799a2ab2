import type { Caller } from '../access';
import type { Services } from '../api';
import { keyOf } from '../modules/agreement';
import type { CreateEvaluationInput } from '../modules/evaluation';
import { SatisfactionMethod } from '../modules/satisfaction';
import { administratorOf, domainsOf } from './accounts';
import type { StationFacts } from './facts';
import type { As } from './acting';
import { loadAssessment } from './load-assessment';
import { findRegistered } from './load-station';

type SelfEvaluationFacts = NonNullable<StationFacts['selfEvaluation']>;
type TreeFacts = NonNullable<StationFacts['performanceEvaluation']>;

const NAME = '绩效自评';
const DATED = '来源仅给出百分比，日期取报告所涉的最后一日。';

/** Loads the reviews of a station: its assessment, its evaluations, its clients' satisfaction. Idempotent. */
export async function loadReviews(services: Services, as: As, facts: StationFacts): Promise<void> {
  const { assessment, performanceEvaluation, selfEvaluation } = facts;
  const [operator, purchaser] = domainsOf(facts.street);
  if (assessment) await loadAssessment(services, as, facts, assessment);
  if (performanceEvaluation) {
    await as(administratorOf(purchaser), async (caller) =>
      loadTree(services, caller, facts, performanceEvaluation),
    );
  }
  if (selfEvaluation) {
    await as(administratorOf(operator), async (caller) =>
      loadSelfEvaluation(services, caller, facts, selfEvaluation),
    );
  }
}

/** The street's tree of indicators: the source has the weights, and no score of any of them. */
async function loadTree(
  services: Services,
  caller: Caller,
  facts: StationFacts,
  { groups }: TreeFacts,
): Promise<void> {
  await evaluationOf(services, caller, facts, { fiscalYear: facts.budget?.fiscalYear ?? null, groups });
}

/** The operator's: the source has a total and a percent, so the tree is one leaf and the survey has no counts. */
async function loadSelfEvaluation(
  services: Services,
  caller: Caller,
  facts: StationFacts,
  { score, satisfactionPercent }: SelfEvaluationFacts,
): Promise<void> {
  const { agreements, evaluations, satisfaction } = services;
  const { agreementId, evaluationId } = await evaluationOf(services, caller, facts, {
    groups: [{ name: '自评总分', weight: '100' }],
  });
  const evaluation = await evaluations.get(caller, evaluationId);
  const [whole] = await evaluations.groups(caller, evaluation);
  if (whole && evaluation.closedAt === null) {
    if (whole.score === null) {
      await evaluations.score(caller, { evaluationId, scores: [{ itemId: whole.id, score }] });
    }
    await evaluations.close(caller, evaluationId);
  }
  const { nodes: surveys } = await satisfaction.listOf(
    caller,
    keyOf(await agreements.get(caller, agreementId)),
    {
      first: 1,
    },
  );
  if (surveys.length > 0) return;
  const [term] = facts.agreement.terms;
  await satisfaction.record(caller, {
    agreementId,
    method: SatisfactionMethod.OVERALL,
    reportedPercent: satisfactionPercent,
    note: DATED,
    surveyedOn: term?.assessedTo ?? facts.agreement.endsOn,
  });
}

/** The caller's own evaluation of a station's agreement, created if missing. */
async function evaluationOf(
  services: Services,
  caller: Caller,
  facts: StationFacts,
  tree: Pick<CreateEvaluationInput, 'fiscalYear' | 'groups'>,
): Promise<{ agreementId: string; evaluationId: string }> {
  const { agreements, evaluations } = services;
  const { id: agreementId } = await findRegistered(services, caller, facts);
  const existing = await evaluations.listOf(caller, keyOf(await agreements.get(caller, agreementId)));
  const known = existing.find(({ name, voidedAt }) => name === NAME && voidedAt === null);
  const evaluationId = known?.id ?? (await evaluations.create(caller, { agreementId, name: NAME, ...tree }));
  return { agreementId, evaluationId };
}
