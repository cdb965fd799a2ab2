import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SIGNED_IN_ROLES } from './baseline/row-level-security';

/**
 * Schemas, and the settings that the policies read. The settings are transaction-local; a missing or empty one
 * reads as null, and null admits no row.
 */
export class CreateScope1795910401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists btree_gist');
    await runner.query('create schema core');
    await runner.query('create schema scope');
    await runner.query('create schema auth');
    // The schema auth too: an administrator may write an invitation there, but never read it.
    await runner.query(
      `grant usage on schema core, scope, auth to ${SIGNED_IN_ROLES}, app_auth, app_enrolment, app_audit`,
    );

    const reader = (name: string, type: string, expression: string): string =>
      `create function scope.${name}() returns ${type} language sql stable parallel safe as
       $$ select ${expression} $$`;
    const setting = (name: string): string => `nullif(pg_catalog.current_setting('app.${name}', true), '')`;
    await runner.query(reader('organisation_id', 'uuid', `${setting('organisation_id')}::uuid`));
    await runner.query(reader('member_id', 'uuid', `${setting('member_id')}::uuid`));
    await runner.query(reader('administers', 'boolean', `${setting('role')} = 'ADMIN'`));
    await runner.query(reader('manages', 'boolean', `${setting('role')} in ('ADMIN', 'MANAGER')`));
    await runner.query(reader('works', 'boolean', `${setting('role')} in ('ADMIN', 'MANAGER', 'WORKER')`));
    await runner.query(reader('district_code', 'text', setting('district_code')));
    await runner.query(reader('whole_city', 'boolean', `${setting('whole_city')} = 'on'`));
    await runner.query(reader('every_station', 'boolean', `${setting('station_ids')} = '*'`));
    await runner.query(reader('station_ids', 'uuid[]', `nullif(${setting('station_ids')}, '*')::uuid[]`));
    await runner.query(reader('agreement_ids', 'uuid[]', `${setting('agreement_ids')}::uuid[]`));
    await runner.query(reader('open_agreement_ids', 'uuid[]', `${setting('open_agreement_ids')}::uuid[]`));
    await runner.query(reader('assessment_ids', 'uuid[]', `${setting('assessment_ids')}::uuid[]`));
    await runner.query(reader('assessed_stations', 'text[]', `${setting('assessed_stations')}::text[]`));
    await runner.query(reader('auth_email', 'text', setting('auth_email')));
    await runner.query(reader('auth_hash', 'text', setting('auth_hash')));
    await runner.query(reader('auth_member_id', 'uuid', `${setting('auth_member_id')}::uuid`));

    // SET LOCAL rather than set_config(), which is not propagated to the shards of a Citus cluster.
    await runner.query(`
      create function scope.enter_auth(_email text, _hash text, _member uuid) returns void
      language plpgsql as $$
      begin
        execute pg_catalog.format('set local app.auth_email = %L', coalesce(_email, ''));
        execute pg_catalog.format('set local app.auth_hash = %L', coalesce(_hash, ''));
        execute pg_catalog.format('set local app.auth_member_id = %L', coalesce(_member::text, ''));
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema auth, scope, core cascade');
    await runner.query('drop extension btree_gist');
  }
}
