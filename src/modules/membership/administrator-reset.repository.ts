import type { Member } from '../../access';
import { statement } from '../../platform/database/statement';
import type { Transaction } from '../../platform/database/tenant-scope';

export interface AdministratorResetRow {
  id: string;
  organisationId: string;
  memberId: string;
  administrator: string;
  reason: string;
  byMail: boolean;
  askedAt: Date;
  askedBy: string;
  confirmedAt: Date | null;
  availableFrom: Date | null;
  takenAt: Date | null;
  stoppedAt: Date | null;
}

const COLUMNS = `r.id, r.organisation_id as "organisationId", r.member_id as "memberId",
  coalesce((select m.display_name from core.member m where m.organisation_id = r.organisation_id and m.id = r.member_id), '')
    as administrator,
  r.reason, r.by_mail as "byMail", r.asked_at as "askedAt", r.asked_by as "askedBy",
  r.confirmed_at as "confirmedAt", r.confirmed_at + interval '1 day' as "availableFrom",
  r.taken_at as "takenAt", r.stopped_at as "stoppedAt"`;

const RECENT = statement<AdministratorResetRow>(
  'administrator_reset.recent',
  `select ${COLUMNS} from core.administrator_reset r where r.asked_at > $1 order by r.asked_at desc, r.id limit 100`,
);
const LOCK = statement<AdministratorResetRow>(
  'administrator_reset.lock',
  `select ${COLUMNS} from core.administrator_reset r where r.id = $1 for update`,
);
const SOLE = statement<{ organisationId: string; memberId: string }>(
  'administrator_reset.sole',
  `select m.organisation_id as "organisationId", m.id as "memberId" from core.member m
    where m.email = $1 and m.organisation_id <> $2 and m.kind = 'PERSON' and m.role = 'ADMIN'
      and m.joined_at is not null and m.left_at is null and not exists (
        select from core.member o
         where o.organisation_id = m.organisation_id and o.id <> m.id and o.kind = 'PERSON' and o.role = 'ADMIN'
           and o.joined_at is not null and o.left_at is null)`,
);
const ADD = statement(
  'administrator_reset.add',
  `insert into core.administrator_reset (organisation_id, id, member_id, reason, by_mail, asked_at, asked_by)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
const CONFIRM = statement(
  'administrator_reset.confirm',
  'update core.administrator_reset set confirmed_at = $3, confirmed_by = $4 where organisation_id = $1 and id = $2',
);
const TAKE = statement(
  'administrator_reset.take',
  'update core.administrator_reset set taken_at = $3 where organisation_id = $1 and id = $2',
);
const STOP = statement(
  'administrator_reset.stop',
  'update core.administrator_reset set stopped_at = $3 where organisation_id = $1 and id = $2',
);

/** Those asked for since a moment: of all organisations for the platform's administrators, else of one's own. */
export async function recentResets(member: Member, since: Date): Promise<AdministratorResetRow[]> {
  return member.read(RECENT, [since]);
}

/** Row-locks one until the transaction ends. */
export async function lockAdministratorReset(
  transaction: Transaction,
  id: string,
): Promise<AdministratorResetRow | null> {
  const [row] = await transaction.query(LOCK, [id]);
  return row ?? null;
}

/** The member with this e-mail, if it is the only administrator of another organisation than the platform. */
export async function findSoleAdministrator(
  transaction: Transaction,
  email: string,
  platformId: string,
): Promise<{ organisationId: string; memberId: string } | null> {
  const [row] = await transaction.query(SOLE, [email, platformId]);
  return row ?? null;
}

export async function insertAdministratorReset(
  transaction: Transaction,
  of: { id: string; organisationId: string; memberId: string; reason: string; byMail: boolean },
  askedAt: Date,
  askedBy: string,
): Promise<void> {
  const { id, organisationId, memberId, reason, byMail } = of;
  await transaction.query(ADD, [organisationId, id, memberId, reason, byMail, askedAt, askedBy]);
}

type Key = Pick<AdministratorResetRow, 'organisationId' | 'id'>;

export async function confirmReset(transaction: Transaction, key: Key, at: Date, by: string): Promise<void> {
  await transaction.query(CONFIRM, [key.organisationId, key.id, at, by]);
}

export async function takeReset(transaction: Transaction, key: Key, at: Date): Promise<void> {
  await transaction.query(TAKE, [key.organisationId, key.id, at]);
}

export async function stopReset(transaction: Transaction, key: Key, at: Date): Promise<void> {
  await transaction.query(STOP, [key.organisationId, key.id, at]);
}
