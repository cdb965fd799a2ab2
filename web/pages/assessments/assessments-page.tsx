import type { ReactNode } from 'react';
import { AtPlace, useAddress } from '../../place/at-place';
import { useMay } from '../../session/viewer';
import { AssessmentList } from './assessment-list';
import { OpeningForm } from './opening-form';
import { SchemePage } from './scheme-page';
import '../../assessments/assessments.css';

/** Assessments of one agreement, the form that opens one, and the schemes by which they are scored. */
export function Page(): ReactNode {
  const [address] = useAddress();
  const mayOpen = useMay('assessment.open');
  if (address.has('scheme')) return <SchemePage />;
  return (
    <AtPlace>
      {(place) =>
        address.has('open') && mayOpen ? (
          <OpeningForm key={place.agreement} agreement={place.agreement} />
        ) : (
          <AssessmentList place={place} />
        )
      }
    </AtPlace>
  );
}
