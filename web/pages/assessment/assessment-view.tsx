import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { PageFrame } from '../../app/page-frame';
import { texts } from '../../messages';
import { addressOf, placeIn } from '../../place/places';
import { useMay, useViewer } from '../../session/viewer';
import { today } from '../../ui/days';
import { PrintButton } from '../../ui/print-button';
import type { Assessment } from './assessment';
import { Basis } from './basis';
import { FindingForm } from './finding-form';
import { FindingList } from './finding-list';
import { History } from './history';
import { ScoreForm } from './score-form';
import { Scores } from './scores';
import { StepButtons } from './step-buttons';
import { stepsOf } from './steps';

/** What a member sees of an assessment, and may do with it. */
export function AssessmentView({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { assessments: messages, common, terms } = texts();
  const { may } = useViewer();
  const mayScore = useMay('assessment.score');
  const mayAdd = useMay('finding.add');
  const { agreement, kind, state, from, to, onsiteOn, ownParty, scores, concernsBefore } = assessment;
  const isOpen = state === 'OPEN';
  const own = scores.find(({ party }) => party === ownParty);
  return (
    <PageFrame
      title={messages.one(agreement.station.name, terms.assessment[kind])}
      about={
        <>
          <span className={`badge ${state}`}>{terms.assessmentStates[state]}</span>
          <Link href={addressOf('/console/assessments', placeIn(agreement, today()))} className="screen-only">
            {messages.all}
          </Link>
        </>
      }
      tools={
        <>
          <StepButtons assessment={assessment} steps={stepsOf(assessment, may, today())} />
          <PrintButton />
        </>
      }
    >
      <dl className="facts assessment-facts">
        <dt>{messages.days}</dt>
        <dd>{messages.range(from, to)}</dd>
        <dt>{messages.onsiteOn}</dt>
        <dd>{onsiteOn ?? common.nothing}</dd>
        <dt>{messages.assessor}</dt>
        <dd>{assessment.assessor.name}</dd>
        <dt>{messages.operator}</dt>
        <dd>{agreement.operator.name}</dd>
      </dl>
      <Scores assessment={assessment} />
      {isOpen && mayScore && own && (
        <ScoreForm
          key={own.scoredAt}
          id={assessment.id}
          part={own}
          hasToSayWhy={assessment.unsealedAt !== null && own.scoredAt !== null}
        />
      )}
      <FindingList title={messages.findings} findings={assessment.findings} assessment={assessment} />
      {isOpen && mayAdd && ownParty !== null && <FindingForm assessment={assessment} />}
      {concernsBefore.length > 0 && (
        <FindingList title={messages.earlierConcerns} findings={concernsBefore} assessment={assessment} />
      )}
      <Basis id={assessment.id} state={state} />
      <History assessment={assessment} />
    </PageFrame>
  );
}
