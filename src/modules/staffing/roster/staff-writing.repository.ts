import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { newId } from '../../../platform/ids';
import { SCOPE, type Structure } from '../../agreement';
import type { ValidPay, ValidStaff } from './staff-input.rules';
import type { Certificate, Staff } from './staff';
import type { StaffKind } from '../staffing.enums';

/** A row-locked member of staff, with the scope columns that row-level security needs. */
export interface LockedStaff {
  id: string;
  organisationId: string;
  agreementId: string;
}

const MEMBERS_SCOPE = 'm.organisation_id, m.agreement_id, m.station_id, m.purchaser_id, m.district_code';

const ENROLLED = statement<{ prefix: string; count: number }>(
  'staff.enrolled',
  `select m.kind_of_code as prefix, count(*)::int as count from (
     select regexp_replace(code, '[0-9]+$', '') as kind_of_code from core.staff_member
      where organisation_id = $1 and agreement_id = $2) m group by 1`,
);

/** Number of codes per prefix, voided members included: codes are never reused. */
export async function countCodes(
  transaction: Transaction,
  { organisationId, agreementId }: Structure,
): Promise<Map<string, number>> {
  const rows = await transaction.query(ENROLLED, [organisationId, agreementId]);
  return new Map(rows.map(({ prefix, count }) => [prefix, count]));
}

const INSERT_MEMBERS = statement(
  'staff.insert',
  `insert into core.staff_member (${SCOPE}, id, ordinal, code, kind, practising_since, zone_id, second_zone_id,
          enrolled_at, enrolled_by)
   select $1, $2, $3, $4, $5, t.id, t.ordinal, t.code, t.kind, t."practisingSince", t."zoneId", t."secondZoneId", $7, $8
     from json_to_recordset($6::json) as t(id uuid, ordinal integer, code text, kind text, "practisingSince" date,
            "zoneId" uuid, "secondZoneId" uuid)`,
);
const INSERT_IDENTITIES = statement(
  'staff.insertIdentities',
  `insert into core.staff_identity (${SCOPE}, member_id, name, position)
   select $1, $2, $3, $4, $5, t.id, t.name, t.position
     from json_to_recordset($6::json) as t(id uuid, name text, position text)`,
);
const INSERT_SPELLS = statement(
  'staff.insertSpells',
  `insert into core.staff_spell (${SCOPE}, id, member_id, employed_from, employed_to)
   select $1, $2, $3, $4, $5, t."spellId", t.id, t."employedFrom", t."employedTo"
     from json_to_recordset($6::json) as t(id uuid, "spellId" uuid, "employedFrom" date, "employedTo" date)`,
);
const INSERT_CERTIFICATES = statement(
  'staff.insertCertificates',
  `insert into core.staff_certificate (${SCOPE}, member_id, level, passed_on)
   select $1, $2, $3, $4, $5, t.id, t.level, t."passedOn"
     from json_to_recordset($6::json) as t(id uuid, level text, "passedOn" date)`,
);

/** A new member with its code and its position in the order of enrolment, neither of which ever changes. */
export interface NewStaff extends ValidStaff {
  id: string;
  ordinal: number;
  code: string;
}

/** Stores members with their first spell and their certificates. */
export async function insertStaff(
  transaction: Transaction,
  agreement: Pick<Structure, 'organisationId' | 'agreementId' | 'stationId' | 'purchaserId' | 'districtCode'>,
  members: readonly NewStaff[],
  by: string,
  at: Date,
): Promise<void> {
  const { organisationId, agreementId, stationId, purchaserId, districtCode } = agreement;
  const scope = [organisationId, agreementId, stationId, purchaserId, districtCode];
  const rows = members.map((member) => ({
    ...member,
    spellId: newId(),
    zoneId: member.zoneIds[0] ?? null,
    secondZoneId: member.zoneIds[1] ?? null,
  }));
  const certificates = rows.flatMap(({ id, certificates: own }) => own.map((one) => ({ id, ...one })));
  const given = JSON.stringify(rows);
  await transaction.query(INSERT_MEMBERS, [...scope, given, at, by]);
  await transaction.query(INSERT_IDENTITIES, [...scope, given]);
  await transaction.query(INSERT_SPELLS, [...scope, given]);
  await transaction.query(INSERT_CERTIFICATES, [...scope, JSON.stringify(certificates)]);
}

const LOCK = statement<LockedStaff>(
  'staff.hold',
  `select m.id, m.organisation_id as "organisationId", m.agreement_id as "agreementId" from core.staff_member m
    where m.organisation_id = $1 and m.id = $2 for update`,
);
const MEMBER_OF_SPELL = statement<{ memberId: string }>(
  'staff.ofSpell',
  'select member_id as "memberId" from core.staff_spell where organisation_id = $1 and id = $2',
);

/** Row-locks a member of this operator's staff until the transaction ends; null outside the scope. */
export async function lockStaff(
  transaction: Transaction,
  operatorId: string,
  id: string,
): Promise<LockedStaff | null> {
  const [row] = await transaction.query(LOCK, [operatorId, id]);
  return row ?? null;
}

/** The member of a spell; null outside the scope. */
export async function memberOfSpell(
  transaction: Transaction,
  operatorId: string,
  spellId: string,
): Promise<string | null> {
  const [row] = await transaction.query(MEMBER_OF_SPELL, [operatorId, spellId]);
  return row?.memberId ?? null;
}

const CHANGE = statement(
  'staff.change',
  'update core.staff_member set kind = $3, practising_since = $4 where organisation_id = $1 and id = $2',
);
const CHANGE_IDENTITY = statement(
  'staff.changeIdentity',
  'update core.staff_identity set name = $3, position = $4 where organisation_id = $1 and member_id = $2',
);
const VOID = statement(
  'staff.void',
  'update core.staff_member set voided_at = $3, void_reason = $4 where organisation_id = $1 and id = $2',
);
// The row of the member is locked: positions follow each other.
const SET_ZONES = statement(
  'staff.setZones',
  `insert into core.staff_zones (${SCOPE}, member_id, position, since, zone_id, second_zone_id, set_at, set_by)
   select ${MEMBERS_SCOPE}, m.id, (select count(*) from core.staff_zones z
            where z.organisation_id = m.organisation_id and z.member_id = m.id), $3, $4, $5, $6, $7
     from core.staff_member m where m.organisation_id = $1 and m.id = $2`,
);

export interface Details {
  name: string;
  position: string | null;
  kind: StaffKind;
  practisingSince: string | null;
}

export async function updateDetails(
  transaction: Transaction,
  { organisationId, id }: LockedStaff,
  { name, position, kind, practisingSince }: Details,
): Promise<void> {
  await transaction.query(CHANGE, [organisationId, id, kind, practisingSince]);
  await transaction.query(CHANGE_IDENTITY, [organisationId, id, name, position]);
}

export async function voidStaff(
  transaction: Transaction,
  { organisationId, id }: LockedStaff,
  reason: string,
  at: Date,
): Promise<void> {
  await transaction.query(VOID, [organisationId, id, at, reason]);
}

/** Sets the zones from a day on; those before stay. */
export async function insertZones(
  transaction: Transaction,
  { organisationId, id }: LockedStaff,
  { since, zoneIds: [first, second] }: { since: string; zoneIds: readonly string[] },
  { memberId, at }: { memberId: string; at: Date },
): Promise<void> {
  const values = [organisationId, id, since, first ?? null, second ?? null, at, memberId];
  await transaction.query(SET_ZONES, values);
}

const ADD_SPELL = statement(
  'staff.addSpell',
  `insert into core.staff_spell (${SCOPE}, id, member_id, employed_from, employed_to)
   select ${MEMBERS_SCOPE}, $3, m.id, $4, $5 from core.staff_member m where m.organisation_id = $1 and m.id = $2`,
);
const CHANGE_SPELL = statement(
  'staff.changeSpell',
  'update core.staff_spell set employed_from = $3, employed_to = $4 where organisation_id = $1 and id = $2',
);
const REMOVE_SPELL = statement(
  'staff.removeSpell',
  'delete from core.staff_spell where organisation_id = $1 and id = $2',
);

interface Days {
  from: string;
  to: string | null;
}

export async function insertSpell(
  transaction: Transaction,
  { organisationId, id }: LockedStaff,
  { from, to }: Days,
): Promise<void> {
  await transaction.query(ADD_SPELL, [organisationId, id, newId(), from, to]);
}

export async function updateSpell(
  transaction: Transaction,
  { organisationId }: LockedStaff,
  spellId: string,
  { from, to }: Days,
): Promise<void> {
  await transaction.query(CHANGE_SPELL, [organisationId, spellId, from, to]);
}

export async function deleteSpell(
  transaction: Transaction,
  { organisationId }: LockedStaff,
  spellId: string,
): Promise<void> {
  await transaction.query(REMOVE_SPELL, [organisationId, spellId]);
}

const CLEAR_CERTIFICATES = statement(
  'staff.clearCertificates',
  'delete from core.staff_certificate where organisation_id = $1 and member_id = $2',
);
const SET_CERTIFICATES = statement(
  'staff.setCertificates',
  `insert into core.staff_certificate (${SCOPE}, member_id, level, passed_on)
   select ${MEMBERS_SCOPE}, m.id, t.level, t."passedOn"
     from core.staff_member m cross join json_to_recordset($3::json) as t(level text, "passedOn" date)
    where m.organisation_id = $1 and m.id = $2`,
);

export async function replaceCertificates(
  transaction: Transaction,
  { organisationId, id }: LockedStaff,
  certificates: readonly Certificate[],
): Promise<void> {
  await transaction.query(CLEAR_CERTIFICATES, [organisationId, id]);
  await transaction.query(SET_CERTIFICATES, [organisationId, id, JSON.stringify(certificates)]);
}

const OF_AGREEMENT = statement<Pick<Staff, 'id' | 'voidedAt' | 'pay'>>(
  'staff.payBefore',
  `select m.id, m.voided_at as "voidedAt",
     (select coalesce(json_agg(json_build_object('month', to_char(p.month, 'YYYY-MM'),
               'socialInsurancePaid', p.social_insurance_paid, 'salaryPaid', p.salary_paid) order by p.month), '[]')
        from core.staff_pay p where p.organisation_id = m.organisation_id and p.member_id = m.id) as pay
     from core.staff_member m where m.organisation_id = $1 and m.agreement_id = $2`,
);
const GIVEN_PAY = `json_to_recordset($2::json)
  as t("memberId" uuid, month date, "socialInsurancePaid" boolean, "salaryPaid" boolean)`;
const PAY = statement(
  'staff.recordPay',
  `insert into core.staff_pay (${SCOPE}, member_id, month, social_insurance_paid, salary_paid)
   select ${MEMBERS_SCOPE}, m.id, t.month, t."socialInsurancePaid", t."salaryPaid"
     from ${GIVEN_PAY} join core.staff_member m on m.organisation_id = $1 and m.id = t."memberId"
    where t."socialInsurancePaid" is not null or t."salaryPaid" is not null
   on conflict (organisation_id, member_id, month) do update
      set social_insurance_paid = excluded.social_insurance_paid, salary_paid = excluded.salary_paid`,
);
const CLEAR_PAY = statement(
  'staff.clearPay',
  `delete from core.staff_pay p using ${GIVEN_PAY}
    where p.organisation_id = $1 and p.member_id = t."memberId" and p.month = t.month
      and t."socialInsurancePaid" is null and t."salaryPaid" is null`,
);

/** The stored pay entries per member. */
export async function readPay(
  transaction: Transaction,
  operatorId: string,
  agreementId: string,
): Promise<Pick<Staff, 'id' | 'voidedAt' | 'pay'>[]> {
  return transaction.query(OF_AGREEMENT, [operatorId, agreementId]);
}

/** Upserts pay entries (months as `YYYY-MM`); deletes those with nothing known. */
export async function writePay(
  transaction: Transaction,
  operatorId: string,
  entries: readonly ValidPay[],
): Promise<void> {
  const given = JSON.stringify(entries.map((entry) => ({ ...entry, month: `${entry.month}-01` })));
  await transaction.query(CLEAR_PAY, [operatorId, given]);
  await transaction.query(PAY, [operatorId, given]);
}
