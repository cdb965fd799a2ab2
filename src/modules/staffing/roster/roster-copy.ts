import type { Transaction } from '../../../platform/database/tenant-scope';
import { newId } from '../../../platform/ids';
import type { Copy } from '../../agreement';
import { onPost, touches, zonesOn } from '../report/presence.rules';
import { readRoster } from '../report/staffing.repository';
import type { Staff } from './staff';
import { numbered } from './staff-codes';
import type { ValidStaff } from './staff-input.rules';
import { insertStaff } from './staff-writing.repository';

/**
 * Copies those who are on post on a day into another agreement. They stay on post: a last day by then is that of the
 * agreement, not theirs.
 */
export async function copyRoster(
  transaction: Transaction,
  { earlier, day, written, parts, by }: Copy,
): Promise<number> {
  const staff = await readRoster(transaction, earlier);
  const members = staff
    .filter(({ voidedAt, spells }) => voidedAt === null && onPost(spells, day))
    .map((member) => ({ id: newId(), ...copyOf(member, day, parts) }));
  const [organisationId, stationId, purchaserId, districtCode] = written.scope;
  const scope = { organisationId, agreementId: written.agreementId, stationId, purchaserId, districtCode };
  await insertStaff(transaction, scope, numbered(members, new Map(), 0), by.memberId, by.at);
  return members.length;
}

function copyOf(member: Staff, day: string, parts: Copy['parts']): ValidStaff {
  const { name, kind, position, practisingSince, certificates } = member;
  const spell = member.spells.findLast(({ from, to }) => touches({ from, to }, day, day));
  if (name === null || !spell) throw new Error('a roster was copied without names or spells');
  return {
    name,
    kind,
    position,
    practisingSince,
    certificates,
    employedFrom: spell.from,
    employedTo: spell.to !== null && spell.to > day ? spell.to : null,
    zoneIds: zonesOn(member, day).flatMap((id) => parts.get(id) ?? []),
  };
}
