import type { Session } from '../../../access';
import { OrganisationKind } from '../../../access';
import { statement } from '../../../platform/database/statement';
import type { TenantScope, Transaction } from '../../../platform/database/tenant-scope';
import { type Batch, matched } from '../../../platform/graphql/loaders';
import {
  type AgreementKey,
  agreements,
  type StaffingParameters,
  staffingParametersJson,
  valueOn,
  zoneJson,
  type ZoneRow,
  zones,
} from '../../agreement';
import { postsIn } from '../read.sql';
import type { Staff, StaffedAgreement } from '../roster/staff';

/** An agreement with its staff, as stored. */
export interface StaffingSource extends StaffedAgreement<ZoneRow> {
  agreementId: string;
}

const MONTHS = `(
  select g::date as first, (g + interval '1 month' - interval '1 day')::date as last
    from generate_series(date_trunc('month', a.starts_on::timestamp), a.ends_on::timestamp, interval '1 month') g) m`;
/** Month by month, where an amendment has changed anything. */
const REQUIREMENTS = `case when a.amended then (
  select json_agg(json_build_object('month', to_char(m.first, 'YYYY-MM'),
           'requiredPosts', trim_scale(${postsIn('a', 'm.first')})::text,
           'requiredCertifiedShare', trim_scale(${valueOn.number('required_certified_share', 'a', 'least(m.last, a.ends_on)')})::text)
           order by m.first)
    from ${MONTHS}) end`;
/** The zones that amendments have opened, closed or renamed, with their name on the last day of each month. */
const AMENDED_ZONES = `case when a.amended then (
  select coalesce(json_agg(json_build_object('id', z.id, 'opensOn', z.opens_on, 'closesOn', z.closes_on, 'names', (
           select json_object_agg(to_char(m.first, 'YYYY-MM'), ${valueOn.name('zone', 'z', 'least(m.last, a.ends_on)')})
             from ${MONTHS}))), '[]')
    from ${zones('z')} where z.organisation_id = a.organisation_id and z.agreement_id = a.id
     and (z.amended or z.opens_on is not null or z.closes_on is not null)) else '[]' end`;

const OF_MEMBER = 's.organisation_id = m.organisation_id and s.member_id = m.id';
const list = (fields: string, from: string): string =>
  `(select coalesce(json_agg(json_build_object(${fields}) order by ${from}), '[]')`;

const zoneIds = (alias: string): string =>
  `to_json(array_remove(array[${alias}.zone_id, ${alias}.second_zone_id], null))`;

/** All data of a member except its identity. */
const FIGURES = `'id', m.id, 'code', m.code, 'kind', m.kind, 'practisingSince', m.practising_since,
  'zoneIds', ${zoneIds('m')}, 'voidedAt', m.voided_at,
  'zoneChanges', case when m.zones_changed then ${list(`'since', s.since, 'zoneIds', ${zoneIds('s')}, 'setAt', s.set_at`, 's.since, s.position')}
     from core.staff_zones s where ${OF_MEMBER}) else '[]' end,
  'spells', ${list(`'id', s.id, 'from', s.employed_from, 'to', s.employed_to`, 's.employed_from, s.id')}
     from core.staff_spell s where ${OF_MEMBER}),
  'certificates', ${list(`'level', s.level, 'passedOn', s.passed_on`, 's.level')}
     from core.staff_certificate s where ${OF_MEMBER}),
  'pay', ${list(
    `'month', to_char(s.month, 'YYYY-MM'), 'socialInsurancePaid', s.social_insurance_paid, 'salaryPaid', s.salary_paid`,
    's.month',
  )} from core.staff_pay s where ${OF_MEMBER})`;
const NAMED = `${FIGURES}, 'name', i.name, 'position', i.position, 'voidReason', m.void_reason`;
const CODED = `${FIGURES}, 'name', null, 'position', null, 'voidReason', null`;
// An assessor may not read the reason of a void; row-level security decides whether it reads names.
const ASSESSED = `${FIGURES}, 'name', i.name, 'position', i.position, 'voidReason', null`;
const IDENTITY = `left join core.staff_identity i
  on i.organisation_id = m.organisation_id and i.member_id = m.id`;

/** One statement for all data of staffing figures, for any months. */
function source(
  name: string,
  member: string,
  identity: string,
): Batch<TenantScope, AgreementKey, StaffingSource | null> {
  const sql = statement<StaffingSource>(
    name,
    `select a.id as "agreementId", a.starts_on as "startsOn", a.ends_on as "endsOn", ${staffingParametersJson('a')} as parameters,
       ${REQUIREMENTS} as requirements, ${AMENDED_ZONES} as "amendedZones",
       (select coalesce(json_agg(${zoneJson('z')} order by z.position), '[]')
          from ${zones('z')} where z.organisation_id = a.organisation_id and z.agreement_id = a.id) as zones,
       (select coalesce(json_agg(json_build_object(${member}) order by m.ordinal), '[]')
          from core.staff_member m ${identity}
         where m.organisation_id = a.organisation_id and m.agreement_id = a.id) as members
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, id) join ${agreements('a')} using (organisation_id, id)`,
  );
  return {
    name,
    keyOf: (key) => key.agreementId,
    fetch: async (scope, keys) => {
      const ids = keys.map(({ agreementId }) => agreementId);
      const operators = keys.map(({ organisationId }) => organisationId);
      return matched(ids, await scope.read(sql, [operators, ids]), (row) => row.agreementId);
    },
  };
}

const NAMED_SOURCE = source('staffing.named', NAMED, IDENTITY);
const CODED_SOURCE = source('staffing.coded', CODED, '');
const ASSESSED_SOURCE = source('staffing.assessed', ASSESSED, IDENTITY);

/**
 * Decides who sees names and positions of staff, and who sees codes instead. Names: the operator, the purchaser and the
 * bureaus of an agreement, and its assessor as far as row-level security permits (scope.open_agreement_ids: while its
 * assessment is open). Codes: the mentoring centre, and every API key. A key has the same database role as its
 * organisation, so only this function withholds names from it.
 */
export function staffSource({ kind, isKey }: Session): typeof NAMED_SOURCE {
  if (isKey) return CODED_SOURCE;
  switch (kind) {
    case OrganisationKind.OPERATOR:
    case OrganisationKind.PURCHASER:
    case OrganisationKind.SUPERVISOR:
      return NAMED_SOURCE;
    case OrganisationKind.ASSESSOR:
      return ASSESSED_SOURCE;
    case OrganisationKind.MENTORING_CENTRE:
    case OrganisationKind.PLATFORM:
      return CODED_SOURCE;
  }
}

/** Codes for every viewer: for snapshots that others read later. */
export const codedSource = CODED_SOURCE;

const ONE = statement<{ member: Staff }>(
  'staff.one',
  `select json_build_object(${NAMED}) as member from core.staff_member m ${IDENTITY}
    where m.organisation_id = $1 and m.id = $2`,
);

/** A member of this operator's staff, read within the transaction of a write. */
export async function readStaff(transaction: Transaction, operatorId: string, id: string): Promise<Staff> {
  const [row] = await transaction.query(ONE, [operatorId, id]);
  if (!row) throw new Error('a locked member of staff is gone');
  return row.member;
}

const ROSTER = statement<{ member: Staff }>(
  'staff.roster',
  `select json_build_object(${NAMED}) as member from core.staff_member m ${IDENTITY}
    where m.organisation_id = $1 and m.agreement_id = $2 order by m.ordinal`,
);

/** All staff of an agreement with their names, read within the transaction of a write. */
export async function readRoster(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
): Promise<Staff[]> {
  const rows = await transaction.query(ROSTER, [organisationId, agreementId]);
  return rows.map(({ member }) => member);
}

// xmin differs with every version of a row.
const versions = (table: string): string =>
  `(select concat(count(*), ' ', sum(s.xmin::text::bigint)) from ${table} s
     join core.staff_member m on ${OF_MEMBER} where m.organisation_id = $1 and m.agreement_id = $2)`;
const DETAILS = [
  'core.staff_identity',
  'core.staff_spell',
  'core.staff_certificate',
  'core.staff_zones',
  'core.staff_pay',
];
const BASIS = statement<{ basis: string }>(
  'staffing.basis',
  `select concat_ws(' ', (select concat(count(*), ' ', sum(m.xmin::text::bigint)) from core.staff_member m
            where m.organisation_id = $1 and m.agreement_id = $2),
          ${DETAILS.map(versions).join(', ')},
          (select md5(concat(${staffingParametersJson('a')}, a.ends_on)) from ${agreements('a')}
            where a.organisation_id = $1 and a.id = $2),
          (select string_agg(concat_ws(' ', z.id, z.opens_on, z.closes_on), ' ' order by z.id) from ${zones('z')}
            where z.organisation_id = $1 and z.agreement_id = $2 and concat(z.opens_on, z.closes_on) <> '')) as basis`,
);

/** A text that changes with anything that is recorded of the staff of an agreement, or by which it is judged. */
export async function readRosterBasis(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
): Promise<string> {
  const [row] = await transaction.query(BASIS, [organisationId, agreementId]);
  return row?.basis ?? '';
}

const SETTINGS = statement<Settings>(
  'staffing.settings',
  `select a.starts_on as "startsOn", a.ends_on as "endsOn", ${staffingParametersJson('a')} as parameters
     from ${agreements('a')} where a.organisation_id = $1 and a.id = $2`,
);

export type Settings = Pick<StaffedAgreement, 'startsOn' | 'endsOn'> & { parameters: StaffingParameters };

/** The days and parameters of an agreement of this operator; null outside the scope. */
export async function readSettings(
  transaction: Transaction,
  operatorId: string,
  agreementId: string,
): Promise<Settings | null> {
  const [row] = await transaction.query(SETTINGS, [operatorId, agreementId]);
  return row ?? null;
}
