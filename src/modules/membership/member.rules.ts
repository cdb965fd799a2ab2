import { isEmail, type Member, MemberRole, normalEmail, OrganisationKind } from '../../access';
import type { InputRules } from '../../platform/input-rules';
import { isId } from '../../platform/ids';
import { stationById } from '../directory';

const MAX_STATIONS = 500;
const MAX_NAME = 100;

/** Normalizes an e-mail, or reports a fault. */
export function checkEmail(rules: InputRules, email: string, path: string[]): string {
  const normal = normalEmail(email);
  if (!isEmail(normal)) {
    rules.add('INVALID_EMAIL', path);
  }
  return normal;
}

export function checkName(
  rules: InputRules,
  name: string,
  path: string[],
  before: string | null = null,
): string {
  return rules.text(name, path, MAX_NAME, before);
}

/**
 * Validates the stations that a member or key is limited to: within the organisation's scope, none for an administrator.
 */
export async function checkStations(
  rules: InputRules,
  member: Member,
  role: MemberRole,
  stationIds: readonly string[] | null,
): Promise<void> {
  if (stationIds === null) return;
  if (role === MemberRole.ADMIN) {
    rules.add('ADMIN_IS_NOT_LIMITED', ['stationIds']);
    return;
  }
  if (!rules.count(stationIds.length, ['stationIds'], 1, MAX_STATIONS)) return;
  // The platform has members, and no stations.
  const sees = member.may('station.read');
  const found = await Promise.all(
    stationIds.map(async (id) => (sees && isId(id) ? member.load(stationById, id) : null)),
  );
  found.forEach((station, index) => {
    if (station) return;
    rules.add('STATION_NOT_FOUND', ['stationIds', index], { inRegistration: false });
  });
}

/** Checks the right to record money: a manager of an operator's; its administrators have it always. */
export function checkRecordsMoney(
  rules: InputRules,
  { session }: Member,
  role: MemberRole,
  recordsMoney: boolean,
): void {
  if (!recordsMoney) return;
  if (role === MemberRole.MANAGER && session.kind === OrganisationKind.OPERATOR) return;
  rules.add('MONEY_NEEDS_MANAGER', ['recordsMoney']);
}

/** Checks whether the administrator's role may be taken from a member. */
export function checkLastAdministrator(
  rules: InputRules,
  administrators: readonly string[],
  memberId: string,
  path: string[],
): void {
  if (administrators.some((id) => id !== memberId) || !administrators.includes(memberId)) return;
  rules.add('LAST_ADMIN', path);
}
