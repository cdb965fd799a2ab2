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
export interface LinePage<Line> {
  readonly lines: readonly Line[];
  readonly total: number;
  readonly next: string | null;
}

interface Connection<Line> {
  nodes: Line[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export function linePage<Line>({ nodes, totalCount, pageInfo }: Connection<Line>): LinePage<Line> {
  return { lines: nodes, total: totalCount, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** Each kind of overseer has an overview of its own. */
type OverviewAction = 'overview.operator' | 'overview.purchaser' | 'overview.district';
export type Reads<Variables, Page> = Readonly<
  Record<OverviewAction, (variables: Variables & { after: string | null }) => Promise<Page>>
>;

/** The pages of the overview that the member's kind has. */
export function useLines<Variables, Page extends { readonly next: string | null }>(
  name: string,
  reads: Reads<Variables, Page>,
  variables: Variables,
): UseInfiniteQueryResult<InfiniteData<Page>> {
  const { may } = useViewer();
  const action = (Object.keys(reads) as OverviewAction[]).find((it) => may.includes(it));
  return useInfiniteQuery({
    queryKey: [name, action, variables],
    queryFn: async ({ pageParam: after }) => {
      if (!action) throw new Error('the member has no overview');
      return reads[action]({ ...variables, after });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: action !== undefined,
  });
}

export interface OverviewPage extends LinePage<OverviewLineFragment> {
  /** Of bureaus alone. */
  readonly districts: DistrictOverviewQuery['districtOverview']['districts'];
}

const READS: Reads<{ on: string | null }, OverviewPage> = {
  'overview.operator': async (variables) => ({
    ...linePage((await ask(OperatorOverviewDocument, variables)).operatorOverview),
    districts: [],
  }),
  'overview.purchaser': async (variables) => ({
    ...linePage((await ask(PurchaserOverviewDocument, variables)).purchaserOverview),
    districts: [],
  }),
  'overview.district': async (variables) => {
    const { stations, districts } = (await ask(DistrictOverviewDocument, variables)).districtOverview;
    return { ...linePage(stations), districts };
  },
};

/** The overview that the member's kind has, as of a day; null: today. */
export function useOverview(on: string | null): UseInfiniteQueryResult<InfiniteData<OverviewPage>> {
  return useLines('overview', READS, { on });
}

/** The lines of all pages read so far. */
export function linesOf<Line>(data: InfiniteData<LinePage<Line>> | undefined): Line[] {
  return (data?.pages ?? []).flatMap(({ lines }) => lines);
}
