import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { PublishedReportsDocument, type PublishedReportsQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { reportingTexts } from '../../messages/reporting';
import { AtPlace, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import { addressOf, type Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { Answered, Empty } from '../../ui/answered';
import { PrintButton } from '../../ui/print-button';
import { PublishForm } from './publish-form';
import { ReportTable } from './report-table';

/** 定稿报告: what was published of an agreement, the latest first. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Reports place={place} />}</AtPlace>;
}

function Reports({ place }: { readonly place: Place }): ReactNode {
  const query = useOperation(PublishedReportsDocument, { agreement: place.agreement }, { keep: true });
  return (
    <Answered query={query}>
      {({ agreement }) => agreement && <Published agreement={agreement} place={place} />}
    </Answered>
  );
}

function Published({
  agreement,
  place,
}: {
  readonly agreement: NonNullable<PublishedReportsQuery['agreement']>;
  readonly place: Place;
}): ReactNode {
  const { published } = reportingTexts();
  const mayPublish = useMay('report.publish');
  const [address, change] = useAddress();
  const [isOpen, setOpen] = useState(false);
  const { nodes } = agreement.publishedReports;
  const superseded = nodes.find(({ id }) => id === address.get('supersede'));
  const close = (): void => {
    setOpen(false);
    if (address.has('supersede')) change({ supersede: null }, { replace: true });
  };
  return (
    <PageFrame
      title={published.title}
      about={<PlaceBar head={agreement} place={place} isWhole />}
      tools={
        <>
          {mayPublish && (
            <button
              type="button"
              className="button primary"
              onClick={() => {
                setOpen(true);
              }}
            >
              {published.publish}
            </button>
          )}
          <Link className="button" href={addressOf('/console/report-audit', place)}>
            {texts().pages.reportAudit}
          </Link>
          <PrintButton />
        </>
      }
    >
      <p className="soft section">{published.about}</p>
      {nodes.length === 0 ? <Empty>{published.none}</Empty> : <ReportTable reports={nodes} />}
      {mayPublish && (isOpen || superseded) && (
        <PublishForm agreement={agreement} reports={nodes} superseded={superseded} onClose={close} />
      )}
    </PageFrame>
  );
}
