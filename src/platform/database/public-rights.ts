import type { ClientBase } from 'pg';
import { DATABASE_ROLES } from './roles';
import { statement } from './statement';

/**
 * What PostgreSQL permits every login by default, and none of ours needs: a large object of another login makes the owner's
 * pg_dump fail, and unlimited advisory locks use up the shared lock table. Only a superuser can revoke these functions.
 */
const FUNCTIONS = `
  select p.oid from pg_catalog.pg_proc p
   where p.pronamespace = 'pg_catalog'::regnamespace
     and (p.proname ~ '^pg_(try_)?advisory_(xact_)?lock'
          or p.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'lo_put', 'lowrite'))
     and pg_catalog.has_function_privilege('public', p.oid, 'execute')`;

/** Revokes them in the database of the connection where the owner is a superuser; otherwise nothing happens. */
export async function closeFunctions(client: ClientBase): Promise<void> {
  await client.query(`
    do $$ declare f regprocedure; begin
      if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then return; end if;
      for f in ${FUNCTIONS} loop
        execute pg_catalog.format('revoke execute on function %s from public', f);
      end loop;
    end $$`);
}

/** Whether every login can still make temporary tables or large objects, or take advisory locks; one row, `open`. */
export const RIGHTS_OPEN = statement<{ open: boolean }>(
  'rights.open',
  `  select exists (${FUNCTIONS})
      or pg_catalog.has_database_privilege('public', pg_catalog.current_database(), 'TEMP') as open`,
);

/**
 * Revokes TEMPORARY, as the owner of the database. A trigger on a temporary table of the server's login could forge what
 * statements return. Rights of a database are in no dump of it, and in no copy: so this is no migration.
 */
export async function closeTemporaryTables(client: ClientBase, serverLogin: string): Promise<void> {
  const { rows } = await client.query<{ database: string }>(
    'select pg_catalog.quote_ident(pg_catalog.current_database()) as database',
  );
  const database = rows[0]?.database ?? '';
  const roles = [serverLogin, ...DATABASE_ROLES].map((role) => client.escapeIdentifier(role)).join(', ');
  // Where the owner cannot revoke it this is a warning, and the server's start says what to do.
  await client.query(`revoke temporary on database ${database} from public, ${roles}`);
}
