import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useConnection } from '../../api/connections';
import { PageFrame } from '../../app/page-frame';
import { type ReportAuditLineFragment, ReportAuditsDocument } from '../../generated/graphql';
import { reportAuditTexts } from '../../messages/report-audit';
import { useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { Empty, Pending } from '../../ui/answered';
import { ListFoot } from '../../ui/list-foot';
import { momentText } from '../../ui/moments';
import { PrintButton } from '../../ui/print-button';
import { TableFrame } from '../../ui/table-frame';
import { addressOfAudit } from './address';

/** What was audited of an agreement, the latest first; any two are compared. */
export function AuditList({ place }: { readonly place: Place }): ReactNode {
  const messages = reportAuditTexts();
  const mayAudit = useMay('publishedReport.audit');
  const [, change] = useAddress();
  const list = useConnection(
    ReportAuditsDocument,
    { agreement: place.agreement },
    ({ agreement }) => agreement?.reportAudits ?? NONE,
  );
  const { first, nodes } = list;
  if (!first || !nodes) return <Pending query={list.query} />;
  if (!first.agreement) return null;
  return (
    <PageFrame
      title={messages.title}
      about={<PlaceBar head={first.agreement} place={place} isWhole />}
      tools={
        <>
          {mayAudit && (
            <button
              type="button"
              className="button primary"
              onClick={() => {
                change({ new: '1' });
              }}
            >
              {messages.audit}
            </button>
          )}
          <PrintButton />
        </>
      }
    >
      <p className="soft section">{messages.about}</p>
      {nodes.length === 0 ? <Empty>{messages.none}</Empty> : <Lines audits={nodes} />}
      {nodes.length > 0 && <ListFoot {...list} nodes={nodes} />}
    </PageFrame>
  );
}

const NONE = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };

function Lines({ audits }: { readonly audits: readonly ReportAuditLineFragment[] }): ReactNode {
  const messages = reportAuditTexts();
  const [chosen, choose] = useState<readonly string[]>([]);
  // The earlier one is what the later one is compared with.
  const [later, earlier] = audits.filter(({ id }) => chosen.includes(id));
  return (
    <>
      <TableFrame label={messages.title}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{messages.name}</th>
              <th scope="col">{messages.days}</th>
              <th scope="col">{messages.auditedAt}</th>
              <th scope="col">{messages.asOf}</th>
              <th scope="col">{messages.figures}</th>
              <th scope="col">{messages.findings}</th>
            </tr>
          </thead>
          <tbody>
            {audits.map((audit) => (
              <Line
                key={audit.id}
                audit={audit}
                isChosen={chosen.includes(audit.id)}
                onChoose={(isChosen) => {
                  const others = chosen.filter((id) => id !== audit.id);
                  // A third one takes the place of the first.
                  choose(isChosen ? [...others.slice(-1), audit.id] : others);
                }}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
      {audits.length > 1 && (
        <p className="list-foot screen-only">
          {later && earlier ? (
            <Link className="button" href={addressOfAudit(earlier.id, later.id)}>
              {messages.compare}
            </Link>
          ) : (
            <span className="soft">{messages.compareHint}</span>
          )}
        </p>
      )}
    </>
  );
}

function Line({
  audit: { id, title, from, to, asOf, auditedAt, auditedBy, figureCount, findingCount },
  isChosen,
  onChoose,
}: {
  readonly audit: ReportAuditLineFragment;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}): ReactNode {
  const messages = reportAuditTexts();
  return (
    <tr>
      <th scope="row">
        <span className="check">
          <input
            className="screen-only"
            type="checkbox"
            aria-label={messages.choose(title, momentText(auditedAt))}
            checked={isChosen}
            onChange={({ target }) => {
              onChoose(target.checked);
            }}
          />
          <Link href={addressOfAudit(id)}>{title}</Link>
        </span>
      </th>
      <td className="text" data-label={messages.days}>
        {messages.range(from, to)}
      </td>
      <td className="text" data-label={messages.auditedAt}>
        {messages.by(auditedBy.shortName ?? auditedBy.name, momentText(auditedAt))}
      </td>
      <td className="text" data-label={messages.asOf}>
        {momentText(asOf)}
      </td>
      <td data-label={messages.figures}>{figureCount}</td>
      <td data-label={messages.findings}>{findingCount}</td>
    </tr>
  );
}
