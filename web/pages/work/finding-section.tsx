import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/ask';
import { addressOfAssessment } from '../../assessments/address-of-assessment';
import { type FindingFilter, FindingWorkDocument, type FindingWorkQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { today } from '../../ui/days';
import { TableFrame } from '../../ui/table-frame';
import { ListSection } from './list-section';

type Line = FindingWorkQuery['findings']['nodes'][number];

/** The concerns of a filter, the latest first. */
export function FindingSection({
  title,
  empty,
  filter,
}: {
  readonly title: string;
  readonly empty: string;
  readonly filter: FindingFilter;
}): ReactNode {
  const query = useInfiniteQuery({
    queryKey: [FindingWorkDocument.toString(), filter],
    queryFn: async ({ pageParam: after }) => ask(FindingWorkDocument, { filter, after }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ findings: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
  const lines = query.data?.pages.flatMap(({ findings }) => findings.nodes) ?? [];
  const total = query.data?.pages[0]?.findings.totalCount;
  return (
    <ListSection title={title} empty={empty} query={query} shown={lines.length} total={total}>
      <FindingTable label={title} lines={lines} />
    </ListSection>
  );
}

function FindingTable({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly Line[];
}): ReactNode {
  const { assessments: messages, terms, common } = texts();
  return (
    <TableFrame label={label}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.station}</th>
            <th scope="col">{messages.kind}</th>
            <th scope="col">{messages.party}</th>
            <th scope="col">{messages.concern}</th>
            <th scope="col">{messages.state}</th>
            <th scope="col">{messages.dueOn}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, assessment, party, text, state, dueOn }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={addressOfAssessment(assessment.id)}>{assessment.agreement.station.name}</Link>
              </th>
              <td className="text" data-label={messages.kind}>
                {terms.assessment[assessment.kind]}
              </td>
              <td className="text" data-label={messages.party}>
                {terms.parties[party]}
              </td>
              <td className="text wrap" data-label={messages.concern}>
                {text}
              </td>
              <td className="text" data-label={messages.state}>
                {state === null ? common.nothing : terms.findingStates[state]}
              </td>
              <td
                className={dueOn !== null && dueOn < today() ? 'text behind' : 'text'}
                data-label={messages.dueOn}
              >
                {dueOn ?? common.nothing}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
