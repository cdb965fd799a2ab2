import { missingScores } from '../../assessments/parties';
import type { AssessmentDetailFragment, FindingDetailFragment } from '../../generated/graphql';
import { type Day, daysAfter } from '../../ui/days';

/** What a member may do with an open assessment. */
export type Step = 'close' | 'unseal' | 'paper' | 'move' | 'replace' | 'request' | 'cancel';

type Assessment = Pick<AssessmentDetailFragment, 'state' | 'sealed' | 'to' | 'scores'>;

/** From how many days after the last day on the bureau enters a missing score from paper. */
const PAPER_DAYS = 30;

/** The parts that may be entered from paper: of parties without an account, and of those that are late. */
export function paperParts({ to, scores }: Assessment, today: Day): Assessment['scores'] {
  return scores.filter(
    ({ party, scoredAt, onPaper }) =>
      (scoredAt === null || onPaper) && (party === 'OTHER' || today > daysAfter(to, PAPER_DAYS)),
  );
}

/** The steps that are open to a member now. The server decides again. */
export function stepsOf(assessment: Assessment, may: readonly string[], today: Day): Step[] {
  const { state, sealed, to, scores } = assessment;
  if (state !== 'OPEN') return [];
  const missing = missingScores(scores);
  const open: Record<Step, boolean> = {
    close: may.includes('assessment.close') && missing.length === 0 && today >= to,
    unseal: may.includes('assessment.unseal') && sealed && missing.length < scores.length,
    paper: may.includes('assessment.enterPaper') && paperParts(assessment, today).length > 0,
    move: may.includes('assessment.move'),
    replace: may.includes('assessment.replaceAssessor'),
    request: may.includes('assessor.request'),
    cancel: may.includes('assessment.cancel'),
  };
  return (Object.keys(open) as Step[]).filter((step) => open[step]);
}

export type FindingStep = 'respond' | 'accept' | 'sendBack' | 'withdraw';

/** The steps that are open to a member with a finding. */
export function stepsOfFinding(
  {
    kind,
    party,
    state,
    withdrawnAt,
  }: Pick<FindingDetailFragment, 'kind' | 'party' | 'state' | 'withdrawnAt'>,
  assessment: Pick<AssessmentDetailFragment, 'state' | 'ownParty'>,
  may: readonly string[],
): FindingStep[] {
  if (withdrawnAt !== null || assessment.state === 'CANCELLED') return [];
  const isOwn = party === assessment.ownParty;
  const waits = kind === 'CONCERN' && (state === 'OPEN' || state === 'SENT_BACK');
  const mayReview = isOwn && state === 'ANSWERED' && may.includes('finding.review');
  return [
    ...(waits && may.includes('finding.respond') ? (['respond'] as const) : []),
    ...(mayReview ? (['accept', 'sendBack'] as const) : []),
    ...(isOwn && may.includes('finding.withdraw') ? (['withdraw'] as const) : []),
  ];
}
