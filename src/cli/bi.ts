import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type BiLogin, type Granted, grantBiLogin, listBiLogins, renewBiLogin, revokeBiLogin } from '../bi';
import { readConfig } from '../config';
import { StartError } from '../platform/start-error';
import { runCommand } from './run-command';

const USAGE = `usage: npm run bi -- grant <organisation id or name> [--stations id,id] [--login name] |
  npm run bi -- list | npm run bi -- renew <login> | npm run bi -- revoke <login>`;

const OPEN =
  'Every login of this database may make temporary tables or large objects, or take advisory locks; a superuser can close that: docs/operations.md, BI logins / 本数据库的任何账号均可创建临时表、大对象或占用咨询锁，请由超级用户按 docs/operations.md 关闭';

/** `npm run bi`: logins with which BI tools read the views of the schema bi, each within one organisation's scope. */
void runCommand(async () => {
  const { verb, subject, stationIds, login } = readArguments();
  const { databaseOwnerUrl: url } = readConfig();
  if (url === undefined) throw new StartError('DATABASE_OWNER_URL must be set / 请设置 DATABASE_OWNER_URL');
  if (verb === 'list') {
    const logins = await listBiLogins(url);
    console.log(logins.length === 0 ? 'No BI logins / 没有数据分析账号' : logins.map(line).join('\n'));
  } else if (verb === 'revoke' && subject !== undefined) {
    const { login: ended, organisation, remains } = await revokeBiLogin(url, subject);
    console.log(`Ended / 已撤销: ${ended} (${organisation})`);
    if (remains !== null) console.log(remains);
  } else if (verb === 'renew' && subject !== undefined) {
    console.log(describeGranted(await renewBiLogin(url, subject), new URL(url)));
  } else if (verb === 'grant' && subject !== undefined) {
    const granted = await grantBiLogin(url, { organisation: subject, stationIds, login });
    console.log(describeGranted(granted, new URL(url)));
    if (granted.isOpen) console.error(OPEN);
  } else throw new StartError(USAGE);
});

interface Arguments {
  verb: string | undefined;
  subject: string | undefined;
  stationIds: string[] | null;
  login: string | null;
}

function readArguments(): Arguments {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { stations: { type: 'string' }, login: { type: 'string' } },
    });
    const [verb, subject, more] = positionals;
    const surplus = more !== undefined || (verb === 'list' && subject !== undefined);
    if (surplus || (verb !== 'grant' && Object.keys(values).length > 0)) throw new StartError(USAGE);
    const stationIds = values.stations?.split(',').map((id) => id.trim()) ?? null;
    return { verb, subject, stationIds, login: values.login ?? null };
  } catch {
    throw new StartError(USAGE);
  }
}

function line({ login, organisation, stationIds, grantedAt, exists, connections }: BiLogin): string {
  return [
    login,
    organisation,
    stationIds === null ? 'every station / 全部社工站' : `stations / 社工站 ${stationIds.join(',')}`,
    `since / 自 ${grantedAt.toISOString().slice(0, 10)}`,
    exists ? `connections / 连接 ${String(connections)}` : 'the role is gone / 账号已不存在',
  ].join('  ');
}

function describeGranted(
  { login, password, organisation, stations }: Granted,
  { hostname, port, pathname }: URL,
): string {
  return [
    `BI login / 数据分析账号: ${organisation.name}, ${String(stations)} station(s) today / 目前 ${String(stations)} 个社工站`,
    `  host / 主机      ${hostname}:${port || '5432'}`,
    `  database / 数据库 ${pathname.slice(1)}`,
    '  schema / 模式     bi',
    `  login / 账号      ${login}`,
    password === null
      ? '  password / 密码   as before / 不变'
      : `  password / 密码   ${password}  (shown once / 仅显示一次)`,
  ].join('\n');
}
