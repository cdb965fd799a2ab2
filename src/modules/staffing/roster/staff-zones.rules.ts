import type { Day } from '../../../platform/calendar';
import type { InputRules } from '../../../platform/input-rules';
import type { Structure } from '../../agreement';
import type { Staff } from './staff';
import type { SetStaffZonesInput } from './staff.input';

type Days = Pick<Structure, 'startsOn' | 'endsOn'>;

/** The day itself, or the nearest one of the agreement. */
export function dayWithin({ startsOn, endsOn }: Days, day: Day): Day {
  if (day < startsOn) return startsOn;
  return day > endsOn ? endsOn : day;
}

/** The day from which zones count that are set today; adds a fault where they or the agreement do not last on that day. */
export function zonesSince(
  rules: InputRules,
  agreement: Days & Pick<Structure, 'closed'>,
  { zoneIds, zoneChanges }: Pick<Staff, 'zoneIds' | 'zoneChanges'>,
  given: Pick<SetStaffZonesInput, 'from' | 'zoneIds'>,
  today: Day,
): Day {
  const { startsOn, endsOn } = agreement;
  const hadNone = zoneIds.length === 0 && zoneChanges.every((change) => change.zoneIds.length === 0);
  const since = given.from ?? (hadNone ? startsOn : dayWithin(agreement, today));
  if (since < startsOn || since > endsOn) {
    rules.add('OUTSIDE_AGREEMENT', ['from'], { first: startsOn, last: endsOn });
  }
  given.zoneIds.forEach((id, index) => {
    const zone = agreement.closed.zones.find((one) => one.id === id);
    if (zone && (since < zone.opensOn || since >= zone.closesOn)) {
      rules.add('PART_CLOSED', ['zoneIds', index], { name: zone.name });
    }
  });
  return since;
}
