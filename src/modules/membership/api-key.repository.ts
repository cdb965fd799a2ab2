import { auditEntries, type Member, type SecretToken, stationIdsOf } from '../../access';
import { statement } from '../../platform/database/statement';
import type { Transaction } from '../../platform/database/tenant-scope';

export interface ApiKeyRow {
  id: string;
  name: string;
  /** Null: no limit. */
  stationIds: string[] | null;
  createdAt: Date;
  /** Null: until revoked. */
  expiresOn: string | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** Expiry of a key without an expiry day, which lasts until revoked: later than any valid day. */
const NEVER = '9999-12-31';

const COLUMNS = `m.id, m.display_name as name, m.created_at as "createdAt", s.ended_at as "revokedAt",
  case when s.expires_at < date '${NEVER}'
    then ((s.expires_at at time zone 'Asia/Shanghai') - interval '1 second')::date end as "expiresOn",
  (select max(e.at) from ${auditEntries('e')}
    where e.organisation_id = m.organisation_id and e.member_id = m.id and e.action = 'KEY_USED') as "lastUsedAt",
  ${stationIdsOf('m')} as "stationIds"`;
const FROM = `core.member m
  join core.session s on s.organisation_id = m.organisation_id and s.member_id = m.id
 where m.organisation_id = $1 and m.kind = 'KEY'`;

const ALL = statement<ApiKeyRow>(
  'key.all',
  `select ${COLUMNS} from ${FROM} order by m.created_at desc, m.id`,
);
const ONE = statement<ApiKeyRow>('key.one', `select ${COLUMNS} from ${FROM} and m.id = $2`);

/** The keys of the member's organisation, newest first, including revoked ones. */
export async function readKeys(member: Member): Promise<ApiKeyRow[]> {
  return member.read(ALL, [member.session.organisationId]);
}

export async function findKey(
  transaction: Transaction,
  organisationId: string,
  id: string,
): Promise<ApiKeyRow | null> {
  const [row] = await transaction.query(ONE, [organisationId, id]);
  return row ?? null;
}

const START = statement(
  'key.start',
  `insert into core.session (organisation_id, id, member_id, started_at, expires_at)
   values ($1, $2, $3, $4, case when $5::date = date '${NEVER}' then timestamptz '${NEVER}'
     else ($5::date + 1)::timestamp at time zone 'Asia/Shanghai' end)`,
);
const KEEP = statement(
  'key.keep',
  'insert into auth.api_key (hash, organisation_id, member_id, session_id) values ($1, $2, $3, $4)',
);
const REVOKE = statement(
  'key.revoke',
  'update core.session set ended_at = $3 where organisation_id = $1 and member_id = $2 and ended_at is null',
);

/** The permanent session of a key, and the hash that authenticates it. */
export async function insertKey(
  transaction: Transaction,
  key: { organisationId: string; memberId: string; sessionId: string },
  { hash }: SecretToken,
  at: Date,
  expiresOn: string | null,
): Promise<void> {
  const { organisationId, memberId, sessionId } = key;
  await transaction.query(START, [organisationId, sessionId, memberId, at, expiresOn ?? NEVER]);
  await transaction.query(KEEP, [hash, organisationId, memberId, sessionId]);
}

export async function revokeKey(
  transaction: Transaction,
  organisationId: string,
  memberId: string,
  at: Date,
): Promise<void> {
  await transaction.query(REVOKE, [organisationId, memberId, at]);
}
