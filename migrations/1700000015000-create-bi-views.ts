import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ASSESSMENT_VIEWS } from './support/bi-views/assessment';
import { COMPLETION_VIEWS } from './support/bi-views/completion';
import { DIRECTORY_VIEWS } from './support/bi-views/directory';
import { FUNDING_VIEWS } from './support/bi-views/funding';
import { STAFFING_VIEWS } from './support/bi-views/staffing';
import { statementsOf } from './support/bi-views/view';
import { enableRowSecurity } from './support/wall';

const VIEWS = [
  ...DIRECTORY_VIEWS,
  ...COMPLETION_VIEWS,
  ...STAFFING_VIEWS,
  ...FUNDING_VIEWS,
  ...ASSESSMENT_VIEWS,
];

/** Views for BI tools that connect with SQL, and the scope of each of their logins. */
export class CreateBiViews1700000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema bi');
    await runner.query(
      `comment on schema bi is '数据分析视图：每个登录账号只看到本机构范围内的数据 / views for BI tools: a login sees what its organisation may see'`,
    );
    for (const view of VIEWS) {
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
    await enableRowSecurity(runner, 'auth.bi_login');
    await runner.query('create policy owner on auth.bi_login to current_user using (true) with check (true)');

    // The owner creates and drops these logins, and writes an audit entry in the same transaction.
    await runner.query(`
      create policy owner_leaves_trace on core.audit_entry for insert to current_user
      with check (action in ('BI_LOGIN_GRANTED', 'BI_LOGIN_REVOKED'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if exists (select from auth.bi_login) then
          raise exception 'there are BI logins: end them with "npm run bi -- revoke" first';
        end if;
      end $$`);
    await runner.query('drop policy owner_leaves_trace on core.audit_entry');
    await runner.query('drop table auth.bi_login');
    await runner.query('drop schema bi cascade');
  }
}
