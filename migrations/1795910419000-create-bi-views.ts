import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BI_VIEWS, statementsOf } from './baseline/bi-views';
import { enableRowLevelSecurity } from './baseline/row-level-security';

/** Views for BI tools that connect with SQL, and the scope of each of their logins. */
export class CreateBiViews1795910419000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema bi');
    await runner.query(
      `comment on schema bi is '数据分析视图：每个登录账号只看到本机构范围内的数据 / views for BI tools: a login sees what its organisation may see'`,
    );
    for (const view of BI_VIEWS) {
      for (const statement of statementsOf(view)) await runner.query(statement);
    }

    // Private to the owner: the roles of the server have no privileges on it.
    await runner.query(`
      create table auth.bi_login (
        organisation_id uuid not null references core.organisation,
        login           text not null,
        station_ids     uuid[],
        granted_at      timestamptz not null default now(),
        primary key (organisation_id, login)
      )`);
    await enableRowLevelSecurity(runner, 'auth.bi_login');
    await runner.query(
      'create policy owner on auth.bi_login to pg_database_owner using (true) with check (true)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if exists (select from auth.bi_login) then
          raise exception 'there are BI logins: end them with "npm run bi -- revoke" first';
        end if;
      end $$`);
    await runner.query('drop table auth.bi_login');
    await runner.query('drop schema bi cascade');
  }
}
