import { type Member, type MemberRole, type SecretToken, type Session, stationIdsOf } from '../../access';
import { PINYIN } from '../../platform/database/collations';
import { Conditions } from '../../platform/database/conditions';
import { lockRow } from '../../platform/database/row-lock';
import { statement } from '../../platform/database/statement';
import type { Transaction } from '../../platform/database/tenant-scope';
import type { Page } from '../../platform/graphql/connection';

export interface MemberRow {
  id: string;
  displayName: string;
  email: string;
  role: MemberRole;
  recordsMoney: boolean;
  namedBecause: string | null;
  /** Null: no limit. */
  stationIds: string[] | null;
  joinedAt: Date | null;
  leftAt: Date | null;
}

const COLUMNS = `m.id, m.display_name as "displayName", m.email, m.role, m.records_money as "recordsMoney",
  m.named_because as "namedBecause",
  m.joined_at as "joinedAt",
  m.left_at as "leftAt", ${stationIdsOf('m')} as "stationIds"`;

/** A page of an organisation's members, by name, including those who left. */
export async function memberPage(member: Member, page: Page): Promise<MemberRow[]> {
  const where = new Conditions([member.session.organisationId, page.size + 1]).after(
    page.after,
    `m.display_name ${PINYIN}, m.id`,
    ['text', 'uuid'],
  );
  return member.read(
    where.statement(
      'member.page',
      `select ${COLUMNS} from core.member m where m.organisation_id = $1 and m.kind = 'PERSON' and ${where.sql}
        order by m.display_name ${PINYIN}, m.id limit $2`,
    ),
    where.values,
  );
}

const COUNT = statement<{ count: number }>(
  'member.count',
  `select count(*)::int as count from core.member m where m.organisation_id = $1 and m.kind = 'PERSON'`,
);

export async function memberCount(member: Member): Promise<number> {
  const rows = await member.read(COUNT, [member.session.organisationId]);
  return rows[0]?.count ?? 0;
}

const LOCK = statement<MemberRow>(
  'member.lock',
  `select ${COLUMNS} from core.member m
    where m.organisation_id = $1 and m.id = $2 and m.kind = 'PERSON' for update`,
);
const BY_EMAIL = statement<MemberRow>(
  'member.byEmail',
  `select ${COLUMNS} from core.member m where m.organisation_id = $1 and m.email = $2 and m.left_at is null`,
);

/** Row-locks one member of the organisation until the transaction ends. */
export async function lockMember(
  transaction: Transaction,
  organisationId: string,
  id: string,
): Promise<MemberRow | null> {
  const [row] = await transaction.query(LOCK, [organisationId, id]);
  return row ?? null;
}

export async function findByEmail(
  transaction: Transaction,
  organisationId: string,
  email: string,
): Promise<MemberRow | null> {
  const [row] = await transaction.query(BY_EMAIL, [organisationId, email]);
  return row ?? null;
}

const ENTER_AGAIN = statement('member.enterAgain', 'select scope.enter($1, $2, $3, $4)');
const ADMINISTRATORS = statement<{ id: string }>(
  'member.administrators',
  `select id from core.member
    where organisation_id = $1 and role = 'ADMIN' and joined_at is not null and left_at is null`,
);

/**
 * Row-locks the members of an organisation, so that two administrators cannot remove each other. Enters the scope again
 * after waiting: the caller may have been removed meanwhile.
 */
export async function lockMembers(transaction: Transaction, session: Session): Promise<void> {
  const { organisationId, memberId, sessionId, accessVersion } = session;
  await lockRow(transaction, 'members', organisationId);
  await transaction.query(ENTER_AGAIN, [organisationId, memberId, sessionId, accessVersion]);
}

/** Ids of the current administrators of the organisation. */
export async function administrators(transaction: Transaction, organisationId: string): Promise<string[]> {
  const rows = await transaction.query(ADMINISTRATORS, [organisationId]);
  return rows.map(({ id }) => id);
}

const INSERT = statement(
  'member.insert',
  `insert into core.member (organisation_id, id, kind, email, display_name, role, station_limited, records_money, named_because)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const CHANGE = statement(
  'member.change',
  `update core.member set display_name = $3, role = $4, station_limited = $5, records_money = $6,
          access_version = access_version + 1
    where organisation_id = $1 and id = $2`,
);
const REMOVE = statement(
  'member.remove',
  `update core.member set left_at = $3, access_version = access_version + 1 where organisation_id = $1 and id = $2`,
);
const END_SESSIONS = statement(
  'member.endSessions',
  'update core.session set ended_at = $3 where organisation_id = $1 and member_id = $2 and ended_at is null',
);
const CLEAR_STATIONS = statement(
  'member.clearStations',
  'delete from core.member_station where organisation_id = $1 and member_id = $2',
);
const ADD_STATIONS = statement(
  'member.addStations',
  `insert into core.member_station (organisation_id, member_id, station_id)
   select distinct $1::uuid, $2::uuid, station from unnest($3::uuid[]) station`,
);

export interface NewMember {
  organisationId: string;
  id: string;
  kind: 'PERSON' | 'KEY';
  email: string | null;
  displayName: string;
  role: MemberRole;
  recordsMoney: boolean;
  /** Why the platform names it, in an organisation that has administrators. */
  namedBecause?: string;
  stationIds: readonly string[] | null;
}

export async function insertMember(transaction: Transaction, member: NewMember): Promise<void> {
  const {
    organisationId,
    id,
    kind,
    email,
    displayName,
    role,
    recordsMoney,
    stationIds,
    namedBecause = null,
  } = member;
  const limited = stationIds !== null;
  await transaction.query(INSERT, [
    organisationId,
    id,
    kind,
    email,
    displayName,
    role,
    limited,
    recordsMoney,
    namedBecause,
  ]);
  if (limited) await transaction.query(ADD_STATIONS, [organisationId, id, stationIds]);
}

export interface Rights {
  displayName: string;
  role: MemberRole;
  recordsMoney: boolean;
  stationIds: readonly string[] | null;
}

/** Changes a member. Existing access tokens become invalid; refreshed ones carry the new rights. */
export async function updateMember(
  transaction: Transaction,
  organisationId: string,
  id: string,
  { displayName, role, recordsMoney, stationIds }: Rights,
): Promise<void> {
  await transaction.query(CHANGE, [organisationId, id, displayName, role, stationIds !== null, recordsMoney]);
  await transaction.query(CLEAR_STATIONS, [organisationId, id]);
  if (stationIds !== null) await transaction.query(ADD_STATIONS, [organisationId, id, stationIds]);
}

/** Removes a member; all its sessions end with the transaction. */
export async function removeMember(
  transaction: Transaction,
  organisationId: string,
  id: string,
  at: Date,
): Promise<void> {
  await transaction.query(REMOVE, [organisationId, id, at]);
  await transaction.query(END_SESSIONS, [organisationId, id, at]);
}

const INVITE = statement(
  'member.invite',
  `insert into auth.invitation (hash, organisation_id, member_id, issued_at, expires_at, founding)
   values ($1, $2, $3, $4, $5, $6)`,
);

export interface NewInvitation {
  organisationId: string;
  memberId: string;
  /** From outside the organisation: for a first administrator, while it has none, or for one that the platform names. */
  founding: boolean;
}

export async function insertInvitation(
  transaction: Transaction,
  { organisationId, memberId, founding }: NewInvitation,
  { hash }: SecretToken,
  at: Date,
  until: Date,
): Promise<void> {
  await transaction.query(INVITE, [hash, organisationId, memberId, at, until, founding]);
}

const RESET = statement(
  'member.reset',
  `insert into auth.password_reset (hash, organisation_id, member_id, issued_by, issued_at, expires_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

/** Stores the hash of a link by which a member sets another password, and who issues it. */
export async function insertReset(
  transaction: Transaction,
  { hash, memberId }: { hash: string; memberId: string },
  { organisationId, memberId: by }: Session,
  at: Date,
  until: Date,
): Promise<void> {
  await transaction.query(RESET, [hash, organisationId, memberId, by, at, until]);
}
