import type { ReactNode } from 'react';
import { PageFrame } from '../../app/page-frame';
import { texts } from '../../messages';
import { useMay, useViewer } from '../../session/viewer';
import { AssessmentSection } from './assessment-section';
import { FindingSection } from './finding-section';
import '../../assessments/assessments.css';

/** What there is to score, to answer and to review, across agreements. */
export function Page(): ReactNode {
  const { work } = texts();
  const { kind, district } = useViewer().organisation;
  // The city's bureau is none of the parties.
  const scores = useMay('assessment.score') && !(kind === 'SUPERVISOR' && district === null);
  const mayClose = useMay('assessment.close');
  const mayRespond = useMay('finding.respond');
  return (
    <PageFrame title={work.title}>
      {scores && (
        <>
          <AssessmentSection
            title={work.toScore}
            empty={work.nothingToScore}
            filter={{ states: ['OPEN'], scored: false }}
          />
          <FindingSection
            title={work.toReview}
            empty={work.nothingToReview}
            filter={{ states: ['ANSWERED'], own: true }}
          />
        </>
      )}
      {mayClose ? (
        <AssessmentSection title={work.running} empty={work.nothingRuns} filter={{ states: ['OPEN'] }} />
      ) : (
        scores && (
          <AssessmentSection
            title={work.scored}
            empty={work.nothingScored}
            filter={{ states: ['OPEN'], scored: true }}
          />
        )
      )}
      {scores && (
        <AssessmentSection
          title={work.closed}
          empty={work.nothingClosed}
          filter={{ states: ['CLOSED'], scored: true }}
        />
      )}
      {mayRespond && (
        <FindingSection
          title={work.toAnswer}
          empty={work.nothingToAnswer}
          filter={{ states: ['OPEN', 'SENT_BACK'] }}
        />
      )}
    </PageFrame>
  );
}
