import { type Caller, MemberRole, OrganisationKind } from '../access';
import type { Services } from '../api';
import { keyOf } from '../modules/agreement';
import { AssessmentKind, PARTIES, type ScoringParty } from '../modules/assessment';
import type { CreateEvaluationInput } from '../modules/evaluation';
import { SatisfactionMethod } from '../modules/satisfaction';
import { exact } from '../platform/decimal';
import { accountOf, domainsOf, emailOf } from './accounts';
import type { StationFacts } from './facts';
import { findRegistered } from './load-station';

/** Runs work as a member of the demo. */
type As = <T>(email: string, work: (caller: Caller) => Promise<T>) => Promise<T>;

type AssessmentFacts = NonNullable<StationFacts['assessment']>;
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
    await as(administrator(purchaser), async (caller) =>
      loadTree(services, caller, facts, performanceEvaluation),
    );
  }
  if (selfEvaluation) {
    await as(administrator(operator), async (caller) =>
      loadSelfEvaluation(services, caller, facts, selfEvaluation),
    );
  }
}

/** Opened by the bureau of the district, scored by each of the four, and closed: the source gives the result. */
async function loadAssessment(
  services: Services,
  as: As,
  facts: StationFacts,
  { kind, assessor, scores }: AssessmentFacts,
): Promise<void> {
  const { agreements, assessments, scores: scoring } = services;
  const { ASSESSOR, MENTORING_CENTRE, SUPERVISOR } = OrganisationKind;
  const bureau = accountOf(SUPERVISOR, ({ districtCode }) => districtCode === facts.district.code);
  const opened = await as(bureau, async (caller) => {
    const agreement = await findRegistered(services, caller, facts);
    const standing = await assessments.listOf(caller, keyOf(await agreements.get(caller, agreement.id)));
    const known = standing.find((one) => one.kind === AssessmentKind[kind]);
    if (known) return known;
    const [term] = facts.agreement.terms;
    const id = await assessments.open(caller, {
      agreementId: agreement.id,
      kind: AssessmentKind[kind],
      from: term?.assessedFrom ?? facts.agreement.startsOn,
      to: term?.assessedTo ?? facts.agreement.endsOn,
      assessorId: await assessorId(services, caller, assessor),
    });
    return assessments.get(caller, id);
  });
  if (opened.closedAt !== null) return;
  const scorers: Record<ScoringParty, string> = {
    PURCHASER: administrator(domainsOf(facts.street)[1]),
    MENTORING_CENTRE: accountOf(MENTORING_CENTRE),
    THIRD_PARTY: accountOf(ASSESSOR, ({ name }) => name === assessor),
    SUPERVISOR: bureau,
  };
  for (const party of PARTIES) {
    await as(scorers[party], async (caller) => {
      const given = (await scoring.scores(caller, opened)).find((one) => one.party === party)?.score;
      if (given != null && exact(given).eq(scores[party])) return;
      await scoring.score(caller, { assessmentId: opened.id, score: scores[party] });
    });
  }
  await as(bureau, async (caller) => assessments.close(caller, opened.id));
}

async function assessorId({ organisations }: Services, caller: Caller, name: string): Promise<string> {
  const page = await organisations.list(caller, OrganisationKind.ASSESSOR, { first: 100, after: null });
  const assessor = page.nodes.find((organisation) => organisation.name === name);
  if (!assessor) throw new Error(`the demo has no assessor ${name}`);
  return assessor.id;
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
  const standing = await evaluations.listOf(caller, keyOf(await agreements.get(caller, agreementId)));
  const known = standing.find(({ name, voidedAt }) => name === NAME && voidedAt === null);
  const evaluationId = known?.id ?? (await evaluations.create(caller, { agreementId, name: NAME, ...tree }));
  return { agreementId, evaluationId };
}

function administrator(domain: string): string {
  return emailOf(MemberRole.ADMIN, domain);
}
