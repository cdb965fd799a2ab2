import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { PublishedReportDocument } from '../../generated/graphql';
import { reportingTexts } from '../../messages/reporting';
import { useAddress } from '../../place/at-place';
import { Answered, Empty } from '../../ui/answered';
import { ReportView } from './report-view';
import './report.css';

/** One published report: its tables as published, what is different now, and what differs from another one. */
export function Page(): ReactNode {
  const { published } = reportingTexts();
  const [address] = useAddress();
  const id = address.get('id');
  if (id !== null) return <Report key={id} id={id} />;
  return (
    <PageFrame title={published.title}>
      <Empty>
        {published.noOne} <Link href="/console/reports">{published.all}</Link>
      </Empty>
    </PageFrame>
  );
}

function Report({ id }: { readonly id: string }): ReactNode {
  const query = useOperation(PublishedReportDocument, { id });
  return (
    <Answered query={query}>
      {({ node }) =>
        node && 'completion' in node ? (
          <ReportView report={node} />
        ) : (
          <Empty>{reportingTexts().published.noOne}</Empty>
        )
      }
    </Answered>
  );
}
