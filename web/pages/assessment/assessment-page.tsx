import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { AssessmentPageDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { useMay } from '../../session/viewer';
import { Answered, Empty } from '../../ui/answered';
import { AssessmentView } from './assessment-view';
import '../../assessments/assessments.css';
import './assessment.css';

/** One assessment: the scores of its parties, findings and responses, and what it was based on. */
export function Page(): ReactNode {
  const { assessments: messages } = texts();
  const [address] = useAddress();
  const id = address.get('id');
  if (id !== null) return <Assessment key={id} id={id} />;
  return (
    <PageFrame title={messages.title}>
      <Empty>
        {messages.noOne} <Link href="/console/assessments">{messages.title}</Link>
      </Empty>
    </PageFrame>
  );
}

function Assessment({ id }: { readonly id: string }): ReactNode {
  const withRequests = useMay('assessor.readRequests');
  const query = useOperation(AssessmentPageDocument, { id, withRequests });
  return (
    <Answered query={query}>
      {({ node }) =>
        node && 'scores' in node ? (
          <AssessmentView assessment={node} />
        ) : (
          <Empty>{texts().assessments.noOne}</Empty>
        )
      }
    </Answered>
  );
}
