import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import {
  type AnalyticsInput,
  TrendDocument,
  type TrendQuery,
  type TrendRowFragment,
} from '../../generated/graphql';
import { slicesOf } from './slices';

/** The rows of an analysis, of as many pages as there are. */
async function rowsOf(input: AnalyticsInput): Promise<TrendRowFragment[]> {
  const rows: TrendRowFragment[] = [];
  for (let after: string | null = null; ;) {
    const { analytics }: TrendQuery = await ask(TrendDocument, { input: { ...input, after } });
    rows.push(...analytics.rows);
    if (!analytics.pageInfo.hasNextPage) return rows;
    after = analytics.pageInfo.endCursor;
  }
}

/** A page follows from the one before; parts of the period do not, and are asked for side by side. */
export function useTrend(input: AnalyticsInput): UseQueryResult<TrendRowFragment[]> {
  return useQuery({
    queryKey: [TrendDocument.toString(), input],
    queryFn: async () =>
      (await Promise.all(slicesOf(input).map(async (slice) => rowsOf({ ...input, ...slice })))).flat(),
    placeholderData: keepPreviousData,
  });
}
