import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CAREER, dayWithin, limitDays } from './baseline/day-limits';
import {
  createTenantPolicies,
  type Grants,
  READ_BY_ALL,
  READ_BY_CONTRACTING,
  WITHIN_STATIONS,
} from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

const OF_MEMBER = `
  foreign key (organisation_id, agreement_id, member_id)
    references core.staff_member (organisation_id, agreement_id, id)`;

/**
 * Columns of a member that assessing roles may read: what the figures are calculated from, a code, and when they were
 * written; no remark, no author.
 */
const FIGURES_ONLY = `select (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, ordinal, code,
  kind, practising_since, zone_id, second_zone_id, voided_at, xmin)`;

/** 附件2: the staff of agreements, their days on post, certificates, zones and monthly pay. */
export class CreateStaffing1795910412000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createMember(runner);
    await this.createIdentity(runner);
    await this.createFacts(runner);
    await this.touchMembers(runner);
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
    await disableStatistics(runner, 'staff_member', ['code']);
    await this.createManagerPolicies(runner, 'core.staff_member', {
      ...READ_BY_CONTRACTING,
      app_operator: `select, insert, update (kind, practising_since, zone_id, second_zone_id, voided_at, void_reason)`,
      app_mentoring: FIGURES_ONLY,
      app_assessor: FIGURES_ONLY,
    });
    await limitDays(runner, 'staff_member', [dayWithin('practising_since', CAREER)]);
  }

  /**
   * The identity of a member is a separate table, so that names have policies of their own. The mentoring centre has
   * none; an assessor sees the names of the agreements whose assessment is open.
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
    await this.createManagerPolicies(runner, 'core.staff_identity', {
      ...READ_BY_CONTRACTING,
      app_operator: 'select, insert, update (name, position)',
    });
    await runner.query(`
      create policy app_assessor on core.staff_identity for select to app_assessor
      using (agreement_id = any ((select scope.open_agreement_ids())::uuid[]) and ${WITHIN_STATIONS})`);
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
    await this.createManagerPolicies(runner, 'core.staff_spell', {
      ...READ_BY_ALL,
      app_operator: 'select, insert, update (employed_from, employed_to), delete',
    });
    await limitDays(runner, 'staff_spell', [dayWithin('employed_from'), dayWithin('employed_to')]);

    await runner.query(`
      create table core.staff_certificate (${SCOPE_COLUMNS},
        member_id uuid not null,
        level     text not null check (level in ('ASSISTANT', 'INTERMEDIATE', 'SENIOR')),
        passed_on date,
        primary key (organisation_id, member_id, level),
        ${OF_MEMBER}, ${SCOPE_KEY}
      )`);
    await this.createManagerPolicies(runner, 'core.staff_certificate', {
      ...READ_BY_ALL,
      app_operator: 'select, insert, delete',
    });
    await limitDays(runner, 'staff_certificate', [dayWithin('passed_on', CAREER)]);

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
    await this.createManagerPolicies(runner, 'core.staff_pay', {
      ...READ_BY_ALL,
      app_operator: 'select, insert, update (social_insurance_paid, salary_paid), delete',
    });
    await limitDays(runner, 'staff_pay', [dayWithin('month')]);
  }

  /**
   * Incremental exports find written rows by the transaction that wrote them (xmin). A deleted row leaves no trace, so the
   * member of staff that loses a spell, a certificate or a month's pay is touched instead.
   */
  private async touchMembers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.touch_member() returns trigger language plpgsql as $$
      begin
        update core.staff_member m set kind = m.kind from old_rows o
         where m.organisation_id = o.organisation_id and m.id = o.member_id;
        return null;
      end $$`);
    for (const table of ['staff_spell', 'staff_certificate', 'staff_pay']) {
      await runner.query(`
        create trigger touch_member after delete on core.${table} referencing old table as old_rows
        for each statement execute function core.touch_member()`);
    }
  }

  /** Tenant policies; in addition, only managers and administrators of the operator may write. */
  private async createManagerPolicies(runner: QueryRunner, table: string, grants: Grants): Promise<void> {
    await createTenantPolicies(runner, table, grants);
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
    await runner.query('drop function core.touch_member');
  }
}
