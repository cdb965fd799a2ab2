import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useConnection } from '../../api/connections';
import { PageFrame } from '../../app/page-frame';
import { ReportAuditDocument } from '../../generated/graphql';
import { reportAuditTexts } from '../../messages/report-audit';
import { reportingTexts } from '../../messages/reporting';
import { useAddress } from '../../place/at-place';
import { placeIn } from '../../place/places';
import { Pending } from '../../ui/answered';
import { ListFoot } from '../../ui/list-foot';
import { momentText } from '../../ui/moments';
import { PrintButton } from '../../ui/print-button';
import { addressOfAudits } from './address';
import { Comparison } from './comparison';
import { type Audit, type Figure, isFinding, rowsOf } from './figure-rows';
import { FiguresTable, Legend } from './figures-table';

/** One audit, with its figures as far as they have been read. */
export function AuditPage({ id }: { readonly id: string }): ReactNode {
  const list = useConnection(ReportAuditDocument, { id }, ({ reportAudit }) => reportAudit.figures);
  const { first, nodes } = list;
  if (!first || !nodes) return <Pending query={list.query} />;
  return (
    <AuditView audit={first.reportAudit} figures={nodes}>
      {list.query.hasNextPage && <ListFoot {...list} nodes={nodes} />}
    </AuditView>
  );
}

function AuditView({
  audit,
  figures,
  children,
}: {
  readonly audit: Audit;
  readonly figures: readonly Figure[];
  readonly children: ReactNode;
}): ReactNode {
  const messages = reportAuditTexts();
  const [address, change] = useAddress();
  const { agreement, title, from, to, asOf, auditedAt, auditedBy, figureCount, findingCount } = audit;
  const place = placeIn(agreement, to);
  const other = agreement.reportAudits.nodes.find(({ id }) => id === address.get('with'));
  const onlyFindings = address.get('show') === 'findings';
  const rows = rowsOf(figures);
  const shown = onlyFindings ? rows.filter(isFinding) : rows;
  return (
    <PageFrame
      title={title}
      about={
        <Link href={addressOfAudits(place)} className="screen-only">
          {messages.all}
        </Link>
      }
      tools={
        <>
          <OtherAudit audit={audit} />
          <PrintButton />
        </>
      }
      paper="a4-landscape"
    >
      <dl className="facts audit-facts">
        <dt>{reportingTexts().monthly.station}</dt>
        <dd>{agreement.station.name}</dd>
        <dt>{messages.days}</dt>
        <dd>{messages.range(from, to)}</dd>
        <dt>{messages.auditedAt}</dt>
        <dd>{messages.by(auditedBy.name, momentText(auditedAt))}</dd>
        <dt>{messages.asOf}</dt>
        <dd>{momentText(asOf)}</dd>
        <dt>{messages.rounding}</dt>
        <dd>
          <Rounding audit={audit} />
        </dd>
      </dl>
      {other && <Comparison audit={audit} other={other} />}
      <section className="section">
        <p className={findingCount === 0 ? 'done' : 'notice'}>
          {messages.summary(figureCount, findingCount)}
        </p>
        <div className="audit-tools screen-only">
          {([false, true] as const).map((isOnly) => (
            <button
              key={String(isOnly)}
              type="button"
              className="button"
              aria-pressed={isOnly === onlyFindings}
              onClick={() => {
                change({ show: isOnly ? 'findings' : null }, { replace: true });
              }}
            >
              {isOnly ? messages.showFindings(findingCount) : messages.showAll(figureCount)}
            </button>
          ))}
        </div>
        <Legend />
        {shown.length > 0 && <FiguresTable rows={shown} audit={audit} place={place} />}
        {children}
      </section>
    </PageFrame>
  );
}

/** How the report rounds, by what its ratios say; and that several ways explain them alike, where they do. */
function Rounding({ audit: { rounding } }: { readonly audit: Audit }): ReactNode {
  const messages = reportAuditTexts();
  const { roundings, ratios, explained } = rounding;
  if (ratios === 0) return messages.noRatio;
  if (roundings.length === 0) return messages.noRounding;
  const how = roundings.map((one) => messages.roundings[one]).join(messages.or);
  return (
    <>
      {messages.found(how, explained, ratios)}
      {roundings.length > 1 && <span className="soft"> {messages.ambiguous}</span>}
    </>
  );
}

/** Chooses the audit that this one is compared with. */
function OtherAudit({ audit: { id, agreement } }: { readonly audit: Audit }): ReactNode {
  const messages = reportAuditTexts();
  const [address, change] = useAddress();
  const others = agreement.reportAudits.nodes.filter((it) => it.id !== id);
  if (others.length === 0) return null;
  return (
    <label className="field inline">
      <span className="label">{messages.compareWith}</span>
      <select
        className="input choice"
        value={address.get('with') ?? ''}
        onChange={({ target: { value } }) => {
          change({ with: value === '' ? null : value });
        }}
      >
        <option value="">{messages.noComparison}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {messages.by(other.title, momentText(other.auditedAt))}
          </option>
        ))}
      </select>
    </label>
  );
}
