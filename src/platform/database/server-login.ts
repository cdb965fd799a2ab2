import type { ClientBase } from 'pg';
import { StartError } from '../start-error';

/**
 * Refuses to grant the group roles to a login that does not exist, or with which the server would refuse to start: before
 * any change, and with a message that says what to do.
 */
export async function refuseServerLogin(owner: ClientBase, login: string): Promise<void> {
  const { rows } = await owner.query<{ owner: string; mighty: boolean }>(
    `select current_user as owner,
            r.rolsuper or r.rolbypassrls or pg_catalog.pg_has_role(r.oid, current_user, 'member') as mighty
       from pg_catalog.pg_roles r where r.rolname = $1`,
    [login],
  );
  const name = owner.escapeIdentifier(login);
  const [found] = rows;
  if (!found) {
    throw new StartError(
      `DATABASE_URL: the login ${name} does not exist: create it first (create role ${name} login noinherit password '…') / DATABASE_URL 中的账号不存在，请先创建`,
    );
  }
  if (found.mighty) {
    throw new StartError(
      `DATABASE_URL: the login ${name} is, or may become, the owner or a superuser: name a login of its own for the server (create role stations_server login noinherit password '…'); the owner belongs in DATABASE_OWNER_URL alone / DATABASE_URL 须使用服务专用账号，不得使用所有者或超级用户账号`,
    );
  }
}
