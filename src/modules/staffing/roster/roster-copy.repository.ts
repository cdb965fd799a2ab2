import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { newId } from '../../../platform/ids';
import type { Copy } from '../../agreement';
import { numbered } from './staff-codes';
import type { ValidStaff } from './staff-input.rules';
import { insertStaff } from './staff-writing.repository';

/** The zones of the member m on its last day. */
const ZONE_IDS = 'to_json(array_remove(array[m.zone_id, m.second_zone_id], null))';
const ON_POST = statement<{ member: ValidStaff }>(
  'staff.onPost',
  `select json_build_object('name', i.name, 'position', i.position, 'kind', m.kind,
          'practisingSince', m.practising_since, 'zoneIds', ${ZONE_IDS},
          'employedFrom', s.employed_from, 'employedTo', s.employed_to,
          'certificates', (
            select coalesce(json_agg(json_build_object('level', c.level, 'passedOn', c.passed_on) order by c.level), '[]')
              from core.staff_certificate c where c.organisation_id = m.organisation_id and c.member_id = m.id)) as member
     from core.staff_member m
     join core.staff_identity i on i.organisation_id = m.organisation_id and i.member_id = m.id
     join lateral (
       select p.employed_from, p.employed_to from core.staff_spell p
        where p.organisation_id = m.organisation_id and p.member_id = m.id
          and p.employed_from <= $3::date and coalesce(p.employed_to >= $3::date, true)
        order by p.employed_from desc limit 1) s on true
    where m.organisation_id = $1 and m.agreement_id = $2 and m.voided_at is null
    order by m.ordinal`,
);

/**
 * Copies those who are on post on a day into another agreement. They stay on post: a last day by then is that of the
 * agreement, not theirs.
 */
export async function copyRoster(
  transaction: Transaction,
  { earlier, day, written, parts, by }: Copy,
): Promise<number> {
  const rows = await transaction.query(ON_POST, [earlier.organisationId, earlier.agreementId, day]);
  const members = rows.map(({ member }) => ({
    ...member,
    id: newId(),
    employedTo: member.employedTo !== null && member.employedTo > day ? member.employedTo : null,
    zoneIds: member.zoneIds.flatMap((id) => parts.get(id) ?? []),
  }));
  const [organisationId, stationId, purchaserId, districtCode] = written.scope;
  const scope = { organisationId, agreementId: written.agreementId, stationId, purchaserId, districtCode };
  await insertStaff(transaction, scope, numbered(members, new Map(), 0), by.memberId, by.at);
  return members.length;
}
