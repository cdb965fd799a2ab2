import { isEmail, type Member, MemberRole, normalEmail } from '../../access';
import type { InputRules } from '../../platform/input-rules';
import { isId } from '../../platform/ids';
import { stationById } from '../directory';

const MAX_STATIONS = 500;
const MAX_NAME = 100;

/** Normalizes an e-mail, or reports a fault. */
export function checkEmail(rules: InputRules, email: string, path: string[]): string {
  const normal = normalEmail(email);
  if (!isEmail(normal)) {
    rules.add(
      'INVALID_EMAIL',
      path,
      '电子邮箱格式不正确，请核对。',
      'This is not an e-mail address. Please check it.',
    );
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
    rules.add(
      'ADMIN_IS_NOT_LIMITED',
      ['stationIds'],
      '管理员管理整个单位，不能限定社工站。',
      'An administrator administers the whole organisation and is not limited to stations.',
    );
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
    rules.add(
      'STATION_NOT_FOUND',
      ['stationIds', index],
      '找不到该社工站，或不在本单位范围内。',
      'No such station within the scope of your organisation.',
    );
  });
}

/** Checks whether the administrator's role may be taken from a member. */
export function checkLastAdministrator(
  rules: InputRules,
  administrators: readonly string[],
  memberId: string,
  path: string[],
): void {
  if (administrators.some((id) => id !== memberId) || !administrators.includes(memberId)) return;
  rules.add(
    'LAST_ADMIN',
    path,
    '这是本单位最后一位管理员，请先指定另一位管理员。',
    'This is the last administrator of your organisation. Please name another one first.',
  );
}
