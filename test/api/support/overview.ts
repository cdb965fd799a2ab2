import type { Client } from '../../kit/api';

/** The row of an agreement in its operator's overview of a day, on whatever page it is. */
export async function overviewRow<Row>(
  client: Client,
  agreementId: string,
  on: string,
  fields: string,
): Promise<Row | undefined> {
  type Node = Row & { agreement: { id: string } };
  interface Page {
    nodes: Node[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  }
  let after: string | null = null;
  for (;;) {
    const page: Page = (
      await client.get<{ operatorOverview: Page }>(
        `query($on: Date, $after: String) { operatorOverview(on: $on, first: 100, after: $after) {
           nodes { agreement { id } ${fields} } pageInfo { hasNextPage endCursor } } }`,
        { on, after },
      )
    ).operatorOverview;
    const row = page.nodes.find(({ agreement }) => agreement.id === agreementId);
    if (row || !page.pageInfo.hasNextPage) return row;
    after = page.pageInfo.endCursor;
  }
}
