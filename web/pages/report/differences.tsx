import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import { ReportChangesDocument, ReportComparisonDocument } from '../../generated/graphql';
import { reportingTexts } from '../../messages/reporting';
import { Changes } from '../../reporting/changes';
import { Answered, Skeleton } from '../../ui/answered';

interface Numbered {
  readonly id: string;
  readonly number: number;
}

/** What is different now from what was published. */
export function Since({ id }: { readonly id: string }): ReactNode {
  const { published } = reportingTexts();
  const query = useOperation(ReportChangesDocument, { id });
  return (
    <section className="section">
      <h2>{published.changes}</h2>
      <Answered query={query} skeleton={<Skeleton lines={3} />}>
        {({ node }) =>
          node && 'changesSince' in node && node.changesSince.length > 0 ? (
            <Changes
              label={published.changes}
              heads={[published.was, published.is]}
              changes={node.changesSince}
            />
          ) : (
            <p className="soft">{published.noChanges}</p>
          )
        }
      </Answered>
    </section>
  );
}

/** The figures in which another report differs. */
export function Compared({
  report,
  other,
}: {
  readonly report: Numbered;
  readonly other: Numbered;
}): ReactNode {
  const { published } = reportingTexts();
  const query = useOperation(ReportComparisonDocument, { id: report.id, other: other.id });
  const title = published.comparison(report.number, other.number);
  return (
    <section className="section">
      <h2>{title}</h2>
      <Answered query={query} skeleton={<Skeleton lines={3} />}>
        {({ node }) =>
          node && 'comparedWith' in node && node.comparedWith.length > 0 ? (
            <Changes
              label={title}
              heads={[published.numbered(report.number), published.numbered(other.number)]}
              changes={node.comparedWith}
            />
          ) : (
            <p className="soft">{published.same}</p>
          )
        }
      </Answered>
    </section>
  );
}
