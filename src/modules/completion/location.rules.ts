import type { Day } from '../../platform/calendar';
import type { Path } from '../../platform/faults';
import type { InputRules } from '../../platform/input-rules';
import type { Structure } from '../agreement';

/** The project, zone and point of a record as given in the input. */
export interface LocationInput {
  projectId?: string | null;
  zoneId?: string | null;
  pointId?: string | null;
}

export interface Location {
  projectId: string | null;
  zoneId: string | null;
  pointId: string | null;
}

/**
 * Checks that project, zone and point belong to the agreement and are open on a day; the zone defaults to that of the
 * point.
 */
export function checkLocation(
  rules: InputRules,
  structure: Structure,
  given: LocationInput,
  day: Day,
  path: Path,
): Location {
  const { projectId = null, zoneId = null, pointId = null } = given;
  if (projectId !== null) checkProject(rules, structure, projectId, [...path, 'projectId']);
  if (zoneId !== null) checkZone(rules, structure, zoneId, [...path, 'zoneId']);
  checkOpen(rules, structure.closed.projects, projectId, day, [...path, 'projectId']);
  checkOpen(rules, structure.closed.zones, zoneId, day, [...path, 'zoneId']);
  if (pointId === null) return { projectId, zoneId, pointId };

  checkOpen(rules, structure.closed.points, pointId, day, [...path, 'pointId']);
  const point = structure.points.find(({ id }) => id === pointId);
  const move = structure.moves.find((one) => one.pointId === pointId && one.since <= day);
  const zoneOfPoint = move?.zoneId ?? point?.zoneId ?? null;
  if (!point) {
    rules.add('POINT_NOT_FOUND', [...path, 'pointId']);
  } else if (zoneId === null) {
    checkOpen(rules, structure.closed.zones, zoneOfPoint, day, [...path, 'pointId']);
  } else if (structure.zones.includes(zoneId) && zoneOfPoint !== zoneId) {
    rules.add('POINT_NOT_IN_ZONE', [...path, 'pointId']);
  }
  return { projectId, zoneId: zoneId ?? zoneOfPoint, pointId };
}

function checkOpen(
  rules: InputRules,
  closed: Structure['closed']['zones'],
  id: string | null,
  day: Day,
  path: Path,
): void {
  const place = closed.find((one) => one.id === id && (day < one.opensOn || day >= one.closesOn));
  if (place) rules.add('PART_CLOSED', path, { name: place.name });
}

export function checkZone(
  rules: InputRules,
  structure: Pick<Structure, 'zones'>,
  id: string,
  path: Path,
): void {
  if (structure.zones.includes(id)) return;
  rules.add('ZONE_NOT_FOUND', path);
}

export function checkProject(
  rules: InputRules,
  structure: Pick<Structure, 'projects'>,
  id: string,
  path: Path,
): void {
  if (structure.projects.includes(id)) return;
  rules.add('PROJECT_NOT_FOUND', path);
}

/** The term that contains a day, which must not be in the future. `before`: the day of the record before its correction. */
export function checkDay(
  rules: InputRules,
  structure: Structure,
  day: Day,
  today: Day,
  path: Path,
  before: Day | null = null,
): string | null {
  const term = structure.terms.find(({ startsOn, endsOn }) => day >= startsOn && day <= endsOn);
  if (day > today) {
    rules.add('DAY_IN_FUTURE', path);
  } else if (day !== before && !rules.day(day, path)) {
    return null;
  } else if (!term) {
    rules.add('DAY_OUTSIDE_TERMS', path, { terms: structure.terms });
  }
  return term?.id ?? null;
}
