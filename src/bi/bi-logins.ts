import { randomBytes } from 'node:crypto';
import { type AuditAction, auditStatement, organisations } from '../access';
import { PINYIN } from '../platform/database/collations';
import { asOwner, type Owner } from '../platform/database/owner';
import { RIGHTS_OPEN } from '../platform/database/public-rights';
import { statement } from '../platform/database/statement';
import { isId } from '../platform/ids';
import { StartError } from '../platform/start-error';
import { type Organisation, scopeOf } from './bi-scope';
import { giveRights, quote, stationsSeenBy } from './login-rights';
import { newPassword, scramVerifier } from './password';
import { dropRole, disableLogin } from './shut-out';

/** Connection limit of one login. */
const CONNECTIONS = 10;
/** The defaults of a session. A login may change them for itself; none of them protects a row. */
const SETTINGS: Record<string, string> = {
  statement_timeout: '5min',
  idle_in_transaction_session_timeout: '1min',
  default_transaction_read_only: 'on',
  search_path: 'bi',
};

/** A login of a BI tool: its scope, and how often it is connected now. */
export interface BiLogin {
  login: string;
  organisationId: string;
  organisation: string;
  /** Null: every station of the organisation. */
  stationIds: string[] | null;
  grantedAt: Date;
  /** False where the role itself is missing, as after a restore into another cluster. */
  exists: boolean;
  connections: number;
}

const LIST = statement<BiLogin>(
  'biLogin.list',
  `  select l.login, o.id as "organisationId", o.name as organisation, l.station_ids as "stationIds",
         l.granted_at as "grantedAt", r.oid is not null as exists,
         (select count(*)::int from pg_catalog.pg_stat_activity a where a.usename = l.login) as connections
    from auth.bi_login l join ${organisations('o')} on o.id = l.organisation_id
    left join pg_catalog.pg_roles r on r.rolname = l.login
   order by o.name ${PINYIN}, l.granted_at, l.login`,
);

export async function listBiLogins(ownerUrl: string): Promise<BiLogin[]> {
  return asOwner(ownerUrl, async (owner) => {
    await requireReady(owner);
    return owner.query(LIST);
  });
}

interface Grant {
  /** Id or name. */
  organisation: string;
  stationIds: readonly string[] | null;
  /** An existing login of this organisation that gets this scope; null: a new one. */
  login: string | null;
}

export interface Granted {
  login: string;
  /** Null where the login existed and keeps its own. */
  password: string | null;
  organisation: Organisation;
  stations: number;
  /** Every login of this database has the rights that docs/operations.md says to revoke. */
  isOpen: boolean;
}

/** Creates a login for an organisation, or changes the scope of one, in one transaction. */
export async function grantBiLogin(
  ownerUrl: string,
  { organisation, stationIds, login }: Grant,
): Promise<Granted> {
  const malformed = stationIds?.find((id) => !isId(id));
  if (malformed !== undefined) throw unknownStation(malformed);
  return asOwner(ownerUrl, async (owner) => {
    await requireReady(owner);
    await owner.takeTurn();
    const grantee = await findOrganisation(owner, organisation);
    const scope = scopeOf(grantee);
    const before = login === null ? null : await findLogin(owner, login);
    if (before && before.organisationId !== grantee.id) {
      throw new StartError(`${before.login} is a login of ${before.organisation} / 该账号属于其他机构`);
    }
    if (before && !before.exists) {
      throw new StartError(
        `The role of ${before.login} is gone; make it anew with "npm run bi -- renew ${before.login}" / 账号已不存在，请用 renew 重新开通`,
      );
    }
    const password = before ? null : newPassword();
    const name = before?.login ?? `bi_${randomBytes(8).toString('hex')}`;
    if (password !== null) await shapeRole(owner, 'create', name, password);
    await owner.query(
      `insert into auth.bi_login (organisation_id, login, station_ids) values ($1, $2, $3)
       on conflict (organisation_id, login) do update set station_ids = excluded.station_ids`,
      [grantee.id, name, stationIds],
    );
    await giveRights(owner, { ...scope, login: name, stationIds });
    const seen = await stationsSeenBy(owner, name);
    const unseen = stationIds?.find((id) => !seen.includes(id));
    if (unseen !== undefined) throw unknownStation(unseen);
    await recordAudit(owner, 'BI_LOGIN_GRANTED', grantee.id, name, {
      before: before && { stationIds: before.stationIds },
      after: { stationIds },
    });
    return {
      login: name,
      password,
      organisation: grantee,
      stations: seen.length,
      isOpen: await isOpen(owner),
    };
  });
}

/**
 * Gives a login a new password and its granted rights; where a restore into another cluster has brought the list but
 * not the role, creates the role anew.
 */
export async function renewBiLogin(ownerUrl: string, login: string): Promise<Granted> {
  return asOwner(ownerUrl, async (owner) => {
    await requireReady(owner);
    await owner.takeTurn();
    const { exists, organisationId, stationIds } = await findLogin(owner, login);
    const organisation = await findOrganisation(owner, organisationId);
    const password = newPassword();
    await shapeRole(owner, exists ? 'alter' : 'create', login, password);
    await giveRights(owner, { ...scopeOf(organisation), login, stationIds });
    const seen = await stationsSeenBy(owner, login);
    const values = { before: { stationIds }, after: { stationIds } };
    await recordAudit(owner, 'BI_LOGIN_GRANTED', organisationId, login, values);
    return { login, password, organisation, stations: seen.length, isOpen: await isOpen(owner) };
  });
}

/** A login that was revoked; `remains` says why the role itself still exists, without any right. */
export interface Ended extends BiLogin {
  remains: string | null;
}

/**
 * Revokes a login: it is disabled and its sessions are ended first, which none of their locks can delay. Then its rights and
 * the role go; that may have to wait for tables, and is idempotent.
 */
export async function revokeBiLogin(ownerUrl: string, login: string): Promise<Ended> {
  const known = await asOwner(ownerUrl, async (owner) => {
    await requireReady(owner);
    return findLogin(owner, login);
  });
  if (known.exists) await disableLogin(ownerUrl, known.login);
  try {
    return await asOwner(ownerUrl, async (owner) => {
      await owner.takeTurn();
      const remains = known.exists ? await dropRole(owner, known.login) : null;
      await owner.query('delete from auth.bi_login where login = $1', [known.login]);
      const before = { stationIds: known.stationIds };
      await recordAudit(owner, 'BI_LOGIN_REVOKED', known.organisationId, known.login, { before });
      return { ...known, remains };
    });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    throw new StartError(
      `${login} is shut out and its sessions are ended, but its rights are still there / 账号已停用，但权限尚未清除. ${error.message}`,
    );
  }
}

/** After a migration: grants every login what the views read now. Returns the number of logins. */
export async function refreshBiLogins(ownerUrl: string): Promise<number> {
  return asOwner(ownerUrl, async (owner) => {
    await owner.takeTurn();
    const logins = (await owner.query(LIST)).filter(({ exists }) => exists);
    for (const { login, organisationId, stationIds } of logins) {
      const scope = scopeOf(await findOrganisation(owner, organisationId));
      await giveRights(owner, { ...scope, login, stationIds });
    }
    return logins.length;
  });
}

/** Whether every login of the database has the rights that docs/operations.md tells a superuser to revoke. */
async function isOpen(owner: Owner): Promise<boolean> {
  const [rights] = await owner.query(RIGHTS_OPEN);
  return rights?.open ?? true;
}

/** Gives a role the attributes of every BI login, and this password. An owner without CREATEDB may not even say NOCREATEDB in ALTER ROLE. */
async function shapeRole(
  owner: Owner,
  verb: 'create' | 'alter',
  name: string,
  password: string,
): Promise<void> {
  const role = await quote(owner, name);
  await owner.query(
    `${verb} role ${role} login noinherit connection limit ${String(CONNECTIONS)}
     password '${scramVerifier(password)}'`,
  );
  for (const [setting, value] of Object.entries(SETTINGS)) {
    await owner.query(`alter role ${role} set ${setting} = '${value}'`);
  }
}

const STATE = statement<{ migrated: boolean; owns: boolean; makes: boolean; who: string }>(
  'biLogin.state',
  `select current_user as who, r.rolcreaterole or r.rolsuper as makes, c.oid is not null as migrated,
            coalesce(pg_catalog.pg_has_role(c.relowner, 'usage'), false) as owns
       from pg_catalog.pg_roles r
       left join (select t.oid, t.relowner from pg_catalog.pg_class t join pg_catalog.pg_namespace n on n.oid = t.relnamespace
                   where n.nspname = 'auth' and t.relname = 'bi_login') c on true
      where r.rolname = current_user`,
);

/** Reports in one line what prevents it, before anything is changed. */
async function requireReady(owner: Owner): Promise<void> {
  const [state] = await owner.query(STATE);
  if (!state?.migrated)
    throw new StartError('The database is not up to date: run "npm run migrate" / 请先升级数据库');
  if (!state.owns) {
    throw new StartError(
      `DATABASE_OWNER_URL: ${state.who} does not own the tables; use the login that migrates / 请使用数据表的所有者账号`,
    );
  }
  if (!state.makes) {
    throw new StartError(
      `DATABASE_OWNER_URL: ${state.who} may not make logins; let a superuser run: alter role ${state.who} createrole / 所有者账号需要 CREATEROLE 权限`,
    );
  }
}

const FIND_ORGANISATION = statement<Organisation>(
  'biLogin.organisation',
  `select id, kind, name, district_code as "districtCode" from ${organisations('o')}
      where id::text = $1 or name_key = core.name_key($1) or core.name_key(short_name) = core.name_key($1) order by kind, id`,
);

async function findOrganisation(owner: Owner, wanted: string): Promise<Organisation> {
  const found = await owner.query(FIND_ORGANISATION, [wanted]);
  const [only, another] = found;
  if (!only) throw new StartError(`There is no organisation "${wanted}" / 没有该机构`);
  if (another) {
    const choice = found.map(({ id, kind, name }) => `${id} (${kind} ${name})`).join(', ');
    throw new StartError(
      `"${wanted}" is more than one organisation; give one of these ids / 名称不唯一，请用编号: ${choice}`,
    );
  }
  return only;
}

async function findLogin(owner: Owner, login: string): Promise<BiLogin> {
  const found = (await owner.query(LIST)).find((one) => one.login === login);
  if (!found) {
    throw new StartError(
      `"${login}" is no BI login of this database; "npm run bi -- list" shows them / 没有该数据分析账号`,
    );
  }
  return found;
}

function unknownStation(id: string): StartError {
  return new StartError(`"${id}" is no station that this organisation sees / 该机构没有此社工站: ${id}`);
}

/** Audits in the organisation whose data it concerns, without a member: it is done with the owner's login. */
async function recordAudit(
  owner: Owner,
  action: AuditAction,
  organisationId: string,
  login: string,
  values: { before?: unknown; after?: unknown },
): Promise<void> {
  const entry = { organisationId, memberId: null, at: new Date(), action, thing: 'BiLogin', thingId: login };
  await owner.query(...auditStatement([{ ...entry, ...values, remoteAddress: '', requestId: 'npm run bi' }]));
}
