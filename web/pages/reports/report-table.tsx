import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { ReportLineFragment } from '../../generated/graphql';
import { reportingTexts } from '../../messages/reporting';
import { addressOfReport } from '../../reporting/address-of-report';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';

/** The reports of an agreement, of which any two are compared. */
export function ReportTable({ reports }: { readonly reports: readonly ReportLineFragment[] }): ReactNode {
  const { published } = reportingTexts();
  const [chosen, choose] = useState<readonly string[]>([]);
  // The earlier one is what the later one is compared with.
  const [later, earlier] = reports.filter(({ id }) => chosen.includes(id));
  return (
    <>
      <TableFrame label={published.title}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{published.number}</th>
              <th scope="col">{published.name}</th>
              <th scope="col">{published.kind}</th>
              <th scope="col">{published.days}</th>
              <th scope="col">{published.publishedAt}</th>
              <th scope="col">{published.state}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <Line
                key={report.id}
                report={report}
                isChosen={chosen.includes(report.id)}
                onChoose={(isChosen) => {
                  const others = chosen.filter((id) => id !== report.id);
                  // A third one takes the place of the first.
                  choose(isChosen ? [...others.slice(-1), report.id] : others);
                }}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
      {reports.length > 1 && (
        <p className="list-foot screen-only">
          {later && earlier ? (
            <Link className="button" href={addressOfReport(earlier.id, later.id)}>
              {published.compare}
            </Link>
          ) : (
            <span className="soft">{published.compareHint}</span>
          )}
        </p>
      )}
    </>
  );
}

function Line({
  report: { id, number, title, kind, from, to, publishedAt, publishedBy, supersedes, supersededBy },
  isChosen,
  onChoose,
}: {
  readonly report: ReportLineFragment;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}): ReactNode {
  const { published } = reportingTexts();
  return (
    <tr>
      <th scope="row">
        <label className="check">
          <input
            className="screen-only"
            type="checkbox"
            aria-label={published.choose(number)}
            checked={isChosen}
            onChange={({ target }) => {
              onChoose(target.checked);
            }}
          />
          <span>{number}</span>
        </label>
      </th>
      <td className="text wrap" data-label={published.name}>
        <Link href={addressOfReport(id)}>{title}</Link>
      </td>
      <td className="text" data-label={published.kind}>
        {published.kinds[kind]}
      </td>
      <td className="text" data-label={published.days}>
        {published.range(from, to)}
      </td>
      <td className="text" data-label={published.publishedAt}>
        {published.by(publishedBy.shortName ?? publishedBy.name, momentText(publishedAt))}
      </td>
      <td className="text" data-label={published.state}>
        {supersededBy ? (
          <Link href={addressOfReport(supersededBy.id)}>{published.supersededBy(supersededBy.number)}</Link>
        ) : (
          published.inForce
        )}
        {supersedes && <span className="soft"> {published.supersedes(supersedes.number)}</span>}
      </td>
    </tr>
  );
}
