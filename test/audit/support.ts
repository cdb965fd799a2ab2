import type { Api, Client } from '../kit/api';

/** An entry as the API shows it. */
export interface Entry {
  id: string;
  at: string;
  memberId: string | null;
  memberName: string | null;
  action: string;
  thing: string | null;
  thingId: string | null;
  operation: string | null;
  agreementIds: string[] | null;
  before: string | null;
  after: string | null;
  remoteAddress: string;
  requestId: string;
}

export const LOG = `query($filter: AuditFilter, $first: Int, $after: String) {
  auditLog(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id at memberId memberName action thing thingId operation agreementIds before after remoteAddress requestId }
  }
}`;

interface Log {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Entry[];
}

/** A page of the log of a client's organisation, after all queued entries are written. */
export async function log(
  api: Api,
  client: Client,
  filter: Record<string, unknown> = {},
  page: { first?: number; after?: string | null } = {},
): Promise<Log> {
  await api.server.trail.settled();
  return (await client.get<{ auditLog: Log }>(LOG, { filter, first: 100, ...page })).auditLog;
}

/** The stored entries of one request: action, organisation and new values. */
export async function entriesOf(
  api: Api,
  answer: { headers: Headers },
): Promise<
  {
    organisation: string;
    memberId: string | null;
    action: string;
    operation: string | null;
    after: unknown;
  }[]
> {
  await api.server.trail.settled();
  return api.world.ownerQuery(
    `select coalesce(o.short_name, o.name) as organisation, e.member_id as "memberId", e.action, e.operation, e.after
       from core.audit_entry e join core.organisation o on o.id = e.organisation_id
      where e.request_id = $1 order by e.at, e.id`,
    [answer.headers.get('x-request-id')],
  );
}
