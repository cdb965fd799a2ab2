import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRowLevelSecurity, VIEWER_ROLES } from './baseline/row-level-security';

const SENDS = '(select scope.sends())';

/**
 * E-mails that wait to be sent, and who wants which. Of a reset only who asked is kept: its link is made when the
 * e-mail leaves.
 */
export class CreateMails1795910492100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.mail_preference (
        organisation_id uuid not null,
        member_id       uuid not null,
        at_once         boolean not null,
        digest          boolean not null,
        primary key (organisation_id, member_id),
        foreign key (organisation_id, member_id) references core.member (organisation_id, id)
      )`);
    await enableRowLevelSecurity(runner, 'core.mail_preference');
    const own =
      'organisation_id = (select scope.organisation_id()) and member_id = (select scope.member_id())';
    await runner.query(`
      create policy own on core.mail_preference for all to ${VIEWER_ROLES} using (${own}) with check (${own})`);
    await runner.query(
      `grant select, insert, update (at_once, digest) on core.mail_preference to ${VIEWER_ROLES}`,
    );
    await runner.query(`
      create table core.mail (
        organisation_id uuid not null,
        id              uuid not null default pg_catalog.gen_random_uuid(),
        member_id       uuid not null,
        kind            text not null check (kind in ('NOTICE', 'DIGEST', 'PASSWORD_RESET')),
        about           text not null,
        facts           jsonb not null default '{}',
        created_at      timestamptz not null,
        next_attempt_at timestamptz not null,
        attempts        integer not null default 0,
        sent_at         timestamptz,
        given_up_at     timestamptz,
        primary key (organisation_id, id),
        unique (organisation_id, member_id, kind, about),
        foreign key (organisation_id, member_id) references core.member (organisation_id, id)
      )`);
    await runner.query(`
      create index mail_waiting on core.mail (next_attempt_at, id) where sent_at is null and given_up_at is null`);
    await runner.query('create index on core.mail (created_at)');
    await enableRowLevelSecurity(runner, 'core.mail');
    await runner.query(`
      create policy asked_for on core.mail for insert to app_auth
      with check (kind = 'PASSWORD_RESET' and member_id = (select scope.auth_member_id()))`);
    await runner.query('grant insert on core.mail to app_auth');
    await this.lend(
      runner,
      'core.mail',
      'select, insert, delete, update (next_attempt_at, attempts, sent_at, given_up_at)',
    );
    await this.lend(runner, 'core.mail_preference', 'select');
    await this.lend(
      runner,
      'core.member',
      'select (organisation_id, id, kind, email, role, station_limited, joined_at, left_at)',
    );
    await this.lend(runner, 'core.member_station', 'select');
    await this.lend(
      runner,
      'core.station_access',
      'select (organisation_id, station_id, purchaser_id, name, street, district_code)',
    );
  }

  private async lend(runner: QueryRunner, table: string, grants: string): Promise<void> {
    const isRead = grants.startsWith('select') && !grants.includes('insert');
    await runner.query(`
      create policy sender on ${table} for ${isRead ? 'select' : 'all'} to app_outbox using (${SENDS})
      ${isRead ? '' : `with check (${SENDS})`}`);
    await runner.query(`grant ${grants} on ${table} to app_outbox`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.mail, core.mail_preference');
    for (const table of ['core.member', 'core.member_station', 'core.station_access']) {
      await runner.query(`drop policy sender on ${table}`);
      await runner.query(`revoke all on ${table} from app_outbox`);
    }
  }
}
