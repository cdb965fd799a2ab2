import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { PageFrame } from '../../app/page-frame';
import type { PublishedReportQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { reportingTexts } from '../../messages/reporting';
import { useAddress } from '../../place/at-place';
import { addressOf, placeIn } from '../../place/places';
import { addressOfReport } from '../../reporting/address-of-report';
import { FigureList, KeptCompletion } from '../../reporting/kept';
import { useMay } from '../../session/viewer';
import { today } from '../../ui/days';
import { momentText } from '../../ui/moments';
import { PrintButton } from '../../ui/print-button';
import { Compared, Since } from './differences';

export type Report = Extract<PublishedReportQuery['node'], { completion: unknown }>;

/** What was published, with a word on who and when. */
export function ReportView({ report }: { readonly report: Report }): ReactNode {
  const { published } = reportingTexts();
  const { common, pages } = texts();
  const mayPublish = useMay('report.publish');
  const [address] = useAddress();
  const { agreement, number, title, kind, from, to, publishedBy, supersedes, supersededBy } = report;
  const place = placeIn(agreement, today());
  const other = agreement.publishedReports.nodes.find(({ id }) => id === address.get('with'));
  return (
    <PageFrame
      title={published.one(number, title)}
      about={
        <>
          <span className="badge">{published.kinds[kind]}</span>
          <Link href={addressOf('/console/reports', place)} className="screen-only">
            {published.all}
          </Link>
        </>
      }
      tools={
        <>
          <OtherReport report={report} />
          {mayPublish && !supersededBy && place && (
            <Link className="button" href={addressOf('/console/reports', place, { supersede: report.id })}>
              {published.supersede}
            </Link>
          )}
          {place && (
            <Link className="button" href={addressOf('/console/report-audit', place)}>
              {pages.reportAudit}
            </Link>
          )}
          <PrintButton />
        </>
      }
    >
      {supersededBy && (
        <p className="notice">
          <Link href={addressOfReport(supersededBy.id)}>{published.supersededBy(supersededBy.number)}</Link>
        </p>
      )}
      <dl className="facts report-facts">
        <dt>{reportingTexts().monthly.station}</dt>
        <dd>{agreement.station.name}</dd>
        <dt>{published.days}</dt>
        <dd>{published.range(from, to)}</dd>
        <dt>{published.publishedAt}</dt>
        <dd>{published.by(publishedBy.name, momentText(report.publishedAt))}</dd>
        <dt>{published.replace}</dt>
        <dd>
          {supersedes ? (
            <Link href={addressOfReport(supersedes.id)}>{published.numbered(supersedes.number)}</Link>
          ) : (
            common.nothing
          )}
        </dd>
      </dl>
      {other ? <Compared report={report} other={other} /> : <Since id={report.id} />}
      <Tables report={report} />
    </PageFrame>
  );
}

/** Chooses the report that this one is compared with. */
function OtherReport({ report: { id, agreement } }: { readonly report: Report }): ReactNode {
  const { published } = reportingTexts();
  const [address, change] = useAddress();
  const others = agreement.publishedReports.nodes.filter((it) => it.id !== id);
  if (others.length === 0) return null;
  return (
    <label className="field inline">
      <span className="label">{published.compareWith}</span>
      <select
        className="input"
        value={address.get('with') ?? ''}
        onChange={({ target: { value } }) => {
          change({ with: value === '' ? null : value });
        }}
      >
        <option value="">{published.noComparison}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {published.one(other.number, other.title)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tables({
  report: { completion, staffing, funding, satisfaction },
}: {
  readonly report: Report;
}): ReactNode {
  const { published } = reportingTexts();
  const { assessments } = texts();
  return (
    <>
      {completion.map((table) => (
        <KeptCompletion
          key={table.term.id}
          title={published.completion(table.term.name, table.from, table.to)}
          table={table}
        />
      ))}
      <div className="columns">
        <FigureList title={published.staffing} names={assessments.staffing} figures={staffing} />
        <FigureList title={published.funding(funding.asOf)} names={assessments.funding} figures={funding} />
        {satisfaction && (
          <FigureList
            title={published.satisfaction}
            names={published.satisfactionFigures}
            figures={{
              ...satisfaction,
              asked: String(satisfaction.asked),
              answered: String(satisfaction.answered),
              satisfied: String(satisfaction.satisfied),
            }}
          />
        )}
      </div>
    </>
  );
}
