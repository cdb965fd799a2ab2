import { auditEntries, type Member, members } from '../../access';
import { Conditions } from '../../platform/database/conditions';
import type { Page } from '../../platform/graphql/connection';

export interface AuditEntryRow {
  id: string;
  at: Date;
  /** Null where the sender could not be identified. */
  memberId: string | null;
  memberName: string | null;
  action: string;
  thing: string | null;
  thingId: string | null;
  operation: string | null;
  agreementIds: string[] | null;
  /** JSON. */
  before: string | null;
  after: string | null;
  remoteAddress: string;
  requestId: string;
}

interface AuditConditions {
  memberId: string | null;
  action: string | null;
  /** The actions that have it. */
  outcome: readonly string[] | null;
  thingId: string | null;
  from: string | null;
  to: string | null;
}

const COLUMNS = `e.id, e.at, e.member_id as "memberId", m.display_name as "memberName", e.action, e.thing,
  e.thing_id as "thingId", e.operation, e.agreement_ids as "agreementIds", e.before::text as before,
  e.after::text as after, e.remote_address as "remoteAddress", e.request_id as "requestId"`;

function conditions(member: Member, filter: AuditConditions): Conditions {
  const midnight = (day: string): string => `(${day}::date)::timestamp at time zone 'Asia/Shanghai'`;
  return new Conditions([member.session.organisationId])
    .add('member', filter.memberId, (value) => `e.member_id = ${value}`)
    .add('action', filter.action, (value) => `e.action = ${value}`)
    .add('outcome', filter.outcome, (value) => `e.action = any (${value}::text[])`)
    .add(
      'thing',
      filter.thingId,
      (value) => `(e.thing_id = ${value} or e.agreement_ids @> array[${value}::uuid])`,
    )
    .add('from', filter.from, (value) => `e.at >= ${midnight(value)}`)
    .add('to', filter.to, (value) => `e.at < ${midnight(value)} + interval '1 day'`);
}

/** A page of the audit log of the member's organisation, newest first. */
export async function auditPage(
  member: Member,
  filter: AuditConditions,
  page: Page,
): Promise<AuditEntryRow[]> {
  const where = conditions(member, filter).after(page.after, 'e.at, e.id', ['timestamptz', 'uuid'], '<');
  const limit = where.parameter(page.size + 1);
  return member.read(
    where.statement(
      'audit.page',
      `select ${COLUMNS} from ${auditEntries('e')}
         left join ${members('m')} on m.organisation_id = e.organisation_id and m.id = e.member_id
        where e.organisation_id = $1 and ${where.sql} order by e.at desc, e.id desc limit ${limit}`,
    ),
    where.values,
  );
}

export async function auditCount(member: Member, filter: AuditConditions): Promise<number> {
  const where = conditions(member, filter);
  const rows = await member.read(
    where.statement<{ count: number }>(
      'audit.count',
      `select count(*)::int as count from ${auditEntries('e')} where e.organisation_id = $1 and ${where.sql}`,
    ),
    where.values,
  );
  return rows[0]?.count ?? 0;
}
