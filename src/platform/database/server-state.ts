import { StartError } from '../start-error';
import { statement } from './statement';

/** Run on each role's connection: whether its database is writable. */
export const CAN_WRITE = statement<CanWrite>(
  'server.can_write',
  `select pg_catalog.pg_is_in_recovery() as standby, pg_catalog.current_setting('transaction_read_only') = 'on' as read_only`,
);

export interface CanWrite {
  standby: boolean;
  read_only: boolean;
}

/** Refuses a read-only database: no session, audit entry or record could be stored there. */
export function refuseReadOnly({ standby, read_only: readOnly }: CanWrite): void {
  if (standby) {
    throw new StartError(
      'DATABASE_URL: this PostgreSQL is a standby and can only be read; name the primary / DATABASE_URL 指向只读备库，请改为主库地址',
    );
  }
  if (readOnly) {
    throw new StartError(
      'DATABASE_URL: the database is read-only; set default_transaction_read_only to off, or name one that can be written / 数据库为只读，请关闭 default_transaction_read_only，或改用可写的数据库',
    );
  }
}

/** Migrations that this version has and the database lacks, or the reverse. */
export const MIGRATION_DIFFERENCE = statement<MigrationDifference>(
  'server.migration_difference',
  `select true as missing, known::text as version from unnest($1::bigint[]) known
    where not exists (select from public.schema_migration m where m.timestamp = known)
   union all
   select false, m.timestamp::text from public.schema_migration m where m.timestamp <> all ($1::bigint[])
    order by missing, version desc limit 1`,
);

interface MigrationDifference {
  missing: boolean;
  version: string;
}

/** Refuses a database of another version of this program, older or newer, which has the migrations `known`. */
export function refuseOtherVersion(
  [difference]: readonly MigrationDifference[],
  known: readonly string[],
): void {
  if (difference === undefined) return;
  throw difference.missing ? notMigrated() : unknownMigration(difference.version, known);
}

export function notMigrated(): StartError {
  return new StartError(
    'The database is not up to date: run "npm run migrate" first / 数据库尚未升级，请先运行 npm run migrate',
  );
}

/** Why a database is refused whose latest unknown migration is `version`. */
export function unknownMigration(version: string, known: readonly string[]): StartError {
  return isBeforeBaseline(version, known) ? beforeBaseline() : newerDatabase(version);
}

/** Whether a migration is of the development versions before the baseline, with which `known` begins. */
export function isBeforeBaseline(version: string, known: readonly string[]): boolean {
  return Number(version) < Number(known[0]);
}

export function beforeBaseline(): StartError {
  return new StartError(
    'The database is of a development version from before the first release, and cannot be upgraded: begin with a new one (rename or remove the folder of DATA_DIR, or create an empty database), or keep the version that made it / 数据库由首次发布前的开发版本创建，无法升级：请改用新库（重命名或删除 DATA_DIR 目录，或新建空库），或继续使用创建它的版本',
  );
}

function newerDatabase(version: string): StartError {
  return new StartError(
    `The database is newer than this version of the program (migration ${version} is unknown to it): start the version that migrated it, or a later one / 数据库版本（迁移 ${version}）高于本程序，请改用完成该升级的版本或更新的版本`,
  );
}
