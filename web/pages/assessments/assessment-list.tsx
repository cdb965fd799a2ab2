import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { AssessmentTable } from '../../assessments/assessment-table';
import { AgreementAssessmentsDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { Answered, Empty } from '../../ui/answered';
import { today } from '../../ui/days';
import { Ties } from './ties';

/** The assessments of an agreement, and the ties that bar assessors. */
export function AssessmentList({ place }: { readonly place: Place }): ReactNode {
  const { assessments: messages } = texts();
  const [, change] = useAddress();
  const mayOpen = useMay('assessment.open');
  const mayReadTies = useMay('tie.read');
  const query = useOperation(AgreementAssessmentsDocument, { agreement: place.agreement });
  return (
    <Answered query={query}>
      {({ agreement }) =>
        agreement && (
          <PageFrame
            title={messages.title}
            about={<PlaceBar head={agreement} place={place} isWhole />}
            tools={
              <>
                {mayOpen && (
                  <button
                    type="button"
                    className="button primary"
                    onClick={() => {
                      change({ open: '1' });
                    }}
                  >
                    {messages.open}
                  </button>
                )}
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    change({ scheme: today().slice(0, 4) });
                  }}
                >
                  {messages.scheme}
                </button>
              </>
            }
          >
            <section className="section">
              {agreement.assessments.length === 0 ? (
                <Empty>{mayOpen ? messages.emptyBureau : messages.empty}</Empty>
              ) : (
                <AssessmentTable label={messages.title} lines={agreement.assessments} />
              )}
            </section>
            {mayReadTies && <Ties operator={agreement.operator.id} />}
          </PageFrame>
        )
      }
    </Answered>
  );
}
