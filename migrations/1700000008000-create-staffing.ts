import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Grants, SCOPE_COLUMNS, SCOPE_KEY, wall } from './support/wall';

/** Staffing parameters of an agreement; posts and certified share are columns of it already. */
const PARAMETERS = ['half_after_day', 'practice_years', 'certified_after_months'];

const OF_MEMBER = `
  foreign key (organisation_id, agreement_id, member_id)
    references core.staff_member (organisation_id, agreement_id, id)`;

/** Purchasers and bureaus read everything about the staff. */
const CONTRACTING: Grants = { app_purchaser: 'select', app_supervisor: 'select', app_city: 'select' };
const READ_BY_ALL: Grants = { ...CONTRACTING, app_mentoring: 'select', app_assessor: 'select' };

/**
 * Columns of a member that assessing roles may read: what the figures are calculated from, and a code; no remark, no
 * author.
 */
const FIGURES_ONLY = `select (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, ordinal, code,
  kind, practising_since, zone_id, second_zone_id, voided_at)`;

/** 附件2: the staff of agreements, their days on post, certificates, zones and monthly pay. */
export class CreateStaffing1700000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function scope.manages() returns boolean language sql stable parallel safe as
      $$ select nullif(pg_catalog.current_setting('app.role', true), '') in ('ADMIN', 'MANAGER') $$`);
    await runner.query(`
      create function scope.open_agreement_ids() returns uuid[] language sql stable parallel safe as
      $$ select nullif(pg_catalog.current_setting('app.open_agreement_ids', true), '')::uuid[] $$`);
    await this.addParameters(runner);
    await this.createMember(runner);
    await this.createIdentity(runner);
    await this.createFacts(runner);
  }

  /** The parameters of a year belong to its agreement and are changed by an administrator of the operator. */
  private async addParameters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.agreement
        add column half_after_day         smallint not null default 15 check (half_after_day between 0 and 31),
        add column practice_years         smallint not null default 2 check (practice_years between 0 and 60),
        add column certified_after_months smallint not null default 1 check (certified_after_months between 0 and 12)`);
    await runner.query(`
      grant update (required_posts, required_certified_share, ${PARAMETERS.join(', ')}) on core.agreement to app_operator`);
    await runner.query(`
      create policy operator_administrator_changes on core.agreement as restrictive for update to app_operator
      using ((select scope.administers()))`);
  }

  /**
   * A member of staff, without a name. The code replaces the name for readers who may not see it, and never changes. A
   * member of two zones counts half in each, of one zone whole: the shares cannot exceed 1.
   */
  private async createMember(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.staff_member (${SCOPE_COLUMNS},
        id               uuid not null,
        ordinal          integer not null check (ordinal >= 1),
        code             text not null check (length(code) between 1 and 20),
        kind             text not null check (kind in ('SOCIAL_WORKER', 'ADMINISTRATION', 'PRACTICE_SUPERVISOR')),
        practising_since date,
        zone_id          uuid,
        second_zone_id   uuid,
        enrolled_at      timestamptz not null,
        enrolled_by      uuid not null,
        voided_at        timestamptz,
        void_reason      text check (length(void_reason) between 1 and 500),
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id),
        unique (organisation_id, agreement_id, ordinal),
        unique (organisation_id, agreement_id, code),
        foreign key (organisation_id, agreement_id, zone_id)
          references core.zone (organisation_id, agreement_id, id),
        foreign key (organisation_id, agreement_id, second_zone_id)
          references core.zone (organisation_id, agreement_id, id),
        ${SCOPE_KEY},
        check (second_zone_id is null or (zone_id is not null and second_zone_id <> zone_id)),
        check ((voided_at is null) = (void_reason is null))
      )`);
    await this.letManagersWrite(runner, 'core.staff_member', {
      ...CONTRACTING,
      app_operator: `select, insert, update (kind, practising_since, zone_id, second_zone_id, voided_at, void_reason)`,
      app_mentoring: FIGURES_ONLY,
      app_assessor: FIGURES_ONLY,
    });
  }

  /**
   * The identity of a member is a separate table, so that names have policies of their own. The mentoring centre has
   * none; an assessor sees the names of the agreements in scope.open_agreement_ids(), which is empty until assessments
   * set it.
   */
  private async createIdentity(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.staff_identity (${SCOPE_COLUMNS},
        member_id uuid not null,
        name      text not null check (length(name) between 1 and 100),
        position  text check (length(position) between 1 and 100),
        primary key (organisation_id, member_id),
        ${OF_MEMBER}, ${SCOPE_KEY}
      )`);
    await this.letManagersWrite(runner, 'core.staff_identity', {
      ...CONTRACTING,
      app_operator: 'select, insert, update (name, position)',
    });
    await runner.query(`
      create policy app_assessor on core.staff_identity for select to app_assessor
      using (agreement_id = any ((select scope.open_agreement_ids())::uuid[])
        and ((select scope.every_station()) or station_id = any ((select scope.station_ids())::uuid[])))`);
    await runner.query('grant select on core.staff_identity to app_assessor');
  }

  /** The history of members. Spells may overlap: that is reported, not refused. */
  private async createFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.staff_spell (${SCOPE_COLUMNS},
        id            uuid not null,
        member_id     uuid not null,
        employed_from date not null,
        employed_to   date,
        primary key (organisation_id, id),
        ${OF_MEMBER}, ${SCOPE_KEY},
        check (employed_to >= employed_from)
      )`);
    await runner.query('create index on core.staff_spell (organisation_id, member_id, employed_from)');
    await this.letManagersWrite(runner, 'core.staff_spell', {
      ...READ_BY_ALL,
      app_operator: 'select, insert, update (employed_from, employed_to), delete',
    });

    await runner.query(`
      create table core.staff_certificate (${SCOPE_COLUMNS},
        member_id uuid not null,
        level     text not null check (level in ('ASSISTANT', 'INTERMEDIATE', 'SENIOR')),
        passed_on date,
        primary key (organisation_id, member_id, level),
        ${OF_MEMBER}, ${SCOPE_KEY}
      )`);
    await this.letManagersWrite(runner, 'core.staff_certificate', {
      ...READ_BY_ALL,
      app_operator: 'select, insert, delete',
    });

    await runner.query(`
      create table core.staff_pay (${SCOPE_COLUMNS},
        member_id             uuid not null,
        month                 date not null check (month = date_trunc('month', month)),
        social_insurance_paid boolean,
        salary_paid           boolean,
        primary key (organisation_id, member_id, month),
        ${OF_MEMBER}, ${SCOPE_KEY},
        check (social_insurance_paid is not null or salary_paid is not null)
      )`);
    await this.letManagersWrite(runner, 'core.staff_pay', {
      ...READ_BY_ALL,
      app_operator: 'select, insert, update (social_insurance_paid, salary_paid), delete',
    });
  }

  /** Tenant policies; in addition, only managers and administrators of the operator may write. */
  private async letManagersWrite(runner: QueryRunner, table: string, grants: Grants): Promise<void> {
    await wall(runner, table, grants);
    const manages = '((select scope.manages()))';
    for (const [command, rules] of [
      ['insert', `with check ${manages}`],
      ['update', `using ${manages}`],
      ['delete', `using ${manages}`],
    ] as const) {
      await runner.query(`
        create policy operator_manager_${command}s on ${table} as restrictive for ${command} to app_operator ${rules}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table core.staff_pay, core.staff_certificate, core.staff_spell, core.staff_identity, core.staff_member',
    );
    await runner.query('drop policy operator_administrator_changes on core.agreement');
    await runner.query(
      'revoke update (required_posts, required_certified_share) on core.agreement from app_operator',
    );
    await runner.query(
      `alter table core.agreement ${PARAMETERS.map((column) => `drop column ${column}`).join(', ')}`,
    );
    await runner.query('drop function scope.open_agreement_ids, scope.manages');
  }
}
