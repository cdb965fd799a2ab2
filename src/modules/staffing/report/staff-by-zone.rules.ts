import { type Decimal, exact, trimmed } from '../../../platform/decimal';
import { firstDay, lastDay, type Month } from '../month.rules';
import type { Part, StaffedAgreement } from '../roster/staff';

/** Staff in a zone; null: in none. */
export interface ZoneStaff<Zone extends Part> {
  zone: Zone | null;
  atEnd: Decimal;
  personMonths: Decimal;
}

/**
 * Presence in half months and staff at the end of a range of months, by zone. A member of two zones counts half in each.
 * Zones have the names of the last day; those that were not open in the range are left out, as is no zone, where there
 * are no members in them.
 */
export function staffByZone<Zone extends Part>(
  agreement: StaffedAgreement<Zone>,
  months: readonly Month[],
  counts: readonly { zoneIds: string[]; presence: number }[],
  zonesAtEnd: readonly string[][],
): ZoneStaff<Zone>[] {
  const shareIn = (zoneIds: readonly string[], zone: Zone | null): number => {
    if (zone === null) return zoneIds.length === 0 ? 2 : 0;
    return zoneIds.includes(zone.id) ? 2 / zoneIds.length : 0;
  };
  return [...agreement.zones, null].flatMap((zone) => {
    const atEnd = zonesAtEnd.reduce((sum, zoneIds) => sum + shareIn(zoneIds, zone), 0);
    const quarters = counts.reduce((sum, count) => sum + shareIn(count.zoneIds, zone) * count.presence, 0);
    const seen = seenIn(agreement, zone, months);
    if (!seen.isOpen && atEnd === 0 && quarters === 0) return [];
    return [
      {
        zone: seen.zone,
        atEnd: trimmed(exact(String(atEnd)).div(2)),
        personMonths: trimmed(exact(String(quarters)).div(4)),
      },
    ];
  });
}

/** A zone as it was in a range of months. */
function seenIn<Zone extends Part>(
  { amendedZones }: StaffedAgreement<Zone>,
  zone: Zone | null,
  months: readonly Month[],
): { zone: Zone | null; isOpen: boolean } {
  if (zone === null) return { zone, isOpen: false };
  const amended = amendedZones.find(({ id }) => id === zone.id);
  const [first, last] = [months[0], months.at(-1)];
  if (!amended || first === undefined || last === undefined) return { zone, isOpen: true };
  const { opensOn, closesOn, names } = amended;
  return {
    zone: { ...zone, name: names[last] ?? zone.name },
    isOpen:
      (opensOn === null || opensOn <= lastDay(last)) && (closesOn === null || closesOn > firstDay(first)),
  };
}
