import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dayWithin, limitDays } from './baseline/day-limits';
import { createTenantPolicies, READ_BY_CONTRACTING } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';

const count = (column: string): string => `${column} integer check (${column} between 0 and 1000000)`;

/** 服务对象满意度: how many clients were asked, answered and were satisfied; or only a percent, if the source has no counts. */
export class CreateSatisfactionSurveys1795910416000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A survey is corrected by another that replaces it; the replaced one becomes void.
    await runner.query(`
      create table core.satisfaction_survey (${SCOPE_COLUMNS},
        id               uuid not null,
        method           text not null check (method in ('CASEWORK', 'GROUPWORK', 'EVENT', 'OVERALL')),
        surveyed_on      date not null,
        ${count('asked')},
        ${count('answered')},
        ${count('satisfied')},
        reported_percent numeric(5, 2) check (reported_percent between 0 and 100),
        note             text check (length(note) between 1 and 2000),
        replaces         uuid,
        recorded_at      timestamptz not null,
        recorded_by      uuid not null,
        recorded_by_name text not null,
        voided_at        timestamptz,
        voided_by        uuid,
        voided_by_name   text,
        void_reason      text check (length(void_reason) between 1 and 500),
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id),
        unique (organisation_id, agreement_id, replaces),
        foreign key (organisation_id, agreement_id, replaces)
          references core.satisfaction_survey (organisation_id, agreement_id, id),
        ${SCOPE_KEY},
        check (satisfied <= answered and answered <= asked),
        check ((asked is null) = (answered is null) and (asked is null) = (satisfied is null)),
        check ((asked is null) = (reported_percent is not null)),
        check ((voided_at is null) = (void_reason is null) and (voided_at is null) = (voided_by is null)
          and (voided_at is null) = (voided_by_name is null))
      )`);
    await runner.query('create index on core.satisfaction_survey (id)');
    await runner.query(
      'create index on core.satisfaction_survey (organisation_id, agreement_id, surveyed_on, id)',
    );
    await createTenantPolicies(runner, 'core.satisfaction_survey', {
      app_operator: 'select, insert, update (voided_at, voided_by, voided_by_name, void_reason)',
      ...READ_BY_CONTRACTING,
    });
    await runner.query(`
      create policy operator_manager_records on core.satisfaction_survey as restrictive for insert to app_operator
      with check ((select scope.manages()) and voided_at is null)`);
    await runner.query(`
      create policy operator_manager_voids on core.satisfaction_survey as restrictive for update to app_operator
      using ((select scope.manages()) and voided_at is null) with check ((select scope.manages()))`);
    await limitDays(runner, 'satisfaction_survey', [dayWithin('surveyed_on')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.satisfaction_survey');
  }
}
