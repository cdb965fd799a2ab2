import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { ask } from '../api/ask';
import {
  DistrictOverviewDocument,
  type DistrictOverviewQuery,
  OperatorOverviewDocument,
  type OverviewLineFragment,
  PurchaserOverviewDocument,
} from '../generated/graphql';
import { useViewer } from '../session/viewer';

/** A page of the stations that a member oversees, in the order of the API. */
export interface OverviewPage {
  readonly lines: readonly OverviewLineFragment[];
  readonly total: number;
  readonly next: string | null;
  /** Of bureaus alone. */
  readonly districts: DistrictOverviewQuery['districtOverview']['districts'];
}

type Read = (variables: { on: string | null; after: string | null }) => Promise<OverviewPage>;

interface Connection {
  nodes: OverviewLineFragment[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

function pageOf(
  { nodes, totalCount, pageInfo }: Connection,
  districts: OverviewPage['districts'] = [],
): OverviewPage {
  return {
    lines: nodes,
    total: totalCount,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    districts,
  };
}

const READS: Readonly<Record<string, Read>> = {
  'overview.operator': async (variables) =>
    pageOf((await ask(OperatorOverviewDocument, variables)).operatorOverview),
  'overview.purchaser': async (variables) =>
    pageOf((await ask(PurchaserOverviewDocument, variables)).purchaserOverview),
  'overview.district': async (variables) => {
    const { stations, districts } = (await ask(DistrictOverviewDocument, variables)).districtOverview;
    return pageOf(stations, districts);
  },
};

/** The overview that the member's kind has, as of a day; null: today. */
export function useOverview(
  on: string | null,
  isWanted = true,
): UseInfiniteQueryResult<InfiniteData<OverviewPage>> {
  const { may } = useViewer();
  const [action, read] = Object.entries(READS).find(([name]) => may.includes(name)) ?? [];
  return useInfiniteQuery({
    queryKey: ['overview', action, on],
    queryFn: async ({ pageParam: after }) => {
      if (!read) throw new Error('the member has no overview');
      return read({ on, after });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: isWanted && read !== undefined,
  });
}

/** The lines of all pages read so far. */
export function linesOf(data: InfiniteData<OverviewPage> | undefined): OverviewLineFragment[] {
  return (data?.pages ?? []).flatMap(({ lines }) => lines);
}
