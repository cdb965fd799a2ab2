import { brokenRule, type Path } from '../../../platform/faults';
import { breaksConstraint } from '../../../platform/database/errors';
import { stationNameIsTaken } from '../../directory';

/**
 * What the database refuses because of another agreement, as the rule that is broken: the days of the station at `days`,
 * its name at `name`. Any other error is returned as it is.
 */
export function refusalOf(error: unknown, days: Path, name: Path): unknown {
  if (breaksConstraint(error, 'agreement_days_apart')) return brokenRule('STATION_UNDER_AGREEMENT', days);
  if (stationNameIsTaken(error)) return brokenRule('STATION_NAME_TAKEN', name);
  if (breaksConstraint(error, 'staff_member_organisation_id_agreement_id_zone_id_fkey')) {
    return brokenRule('ZONE_HAS_STAFF', ['zones']);
  }
  return error;
}
