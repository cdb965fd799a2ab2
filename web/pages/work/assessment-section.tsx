import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { AssessmentTable } from '../../assessments/assessment-table';
import { type AssessmentFilter, AssessmentWorkDocument } from '../../generated/graphql';
import { ListSection } from './list-section';

/** The assessments of a filter, the latest opened first. */
export function AssessmentSection({
  title,
  empty,
  filter,
}: {
  readonly title: string;
  readonly empty: string;
  readonly filter: AssessmentFilter;
}): ReactNode {
  const query = useInfiniteQuery({
    queryKey: [AssessmentWorkDocument.toString(), filter],
    queryFn: async ({ pageParam: after }) => ask(AssessmentWorkDocument, { filter, after }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ assessments: { pageInfo } }) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : undefined,
  });
  const lines = query.data?.pages.flatMap(({ assessments }) => assessments.nodes) ?? [];
  const total = query.data?.pages[0]?.assessments.totalCount;
  return (
    <ListSection title={title} empty={empty} query={query} shown={lines.length} total={total}>
      <AssessmentTable label={title} lines={lines} />
    </ListSection>
  );
}
