import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { type OrganisationKind, PartiesDocument, type PartiesQuery } from '../generated/graphql';

export type Organisations = PartiesQuery['organisations']['nodes'];

/** All of a kind, page by page: there are more streets than a page holds. */
export function useOrganisations(kind: OrganisationKind, enabled = true): UseQueryResult<Organisations> {
  return useQuery({
    queryKey: [PartiesDocument.toString(), kind],
    queryFn: async () => {
      const all: Organisations = [];
      let after: string | null = null;
      do {
        const { organisations }: PartiesQuery = await ask(PartiesDocument, { kind, after });
        all.push(...organisations.nodes);
        after = organisations.pageInfo.hasNextPage ? organisations.pageInfo.endCursor : null;
      } while (after !== null);
      return all;
    },
    enabled,
  });
}
