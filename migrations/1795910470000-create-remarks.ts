import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

const WRITERS = ['app_operator', 'app_purchaser', 'app_supervisor', 'app_city'] as const;

/**
 * Remarks of both parties and their bureaus on what is reported, each with a text, evidence, or both. They change no
 * figure, so that they may be added to what is closed, and none is changed. Each kind of subject has a column and a
 * foreign key of its own.
 */
export class CreateRemarks1795910470000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.remark (${SCOPE_COLUMNS},
        id              uuid not null,
        record_id       uuid,
        text            text check (length(text) between 1 and 2000),
        evidence        text check (length(evidence) between 1 and 500),
        written_at      timestamptz not null,
        acting_organisation_id       uuid not null references core.organisation,
        written_by      uuid not null,
        written_by_name text not null,
        primary key (organisation_id, id),
        foreign key (organisation_id, agreement_id, record_id)
          references core.service_record (organisation_id, agreement_id, id),
        constraint remark_of_one_subject check (num_nonnulls(record_id) = 1),
        check (num_nonnulls(text, evidence) >= 1),
        ${SCOPE_KEY}
      )`);
    await runner.query('create index on core.remark (organisation_id, record_id, id)');
    await disableStatistics(runner, 'remark', ['text', 'evidence', 'written_by_name']);
    await createTenantPolicies(
      runner,
      'core.remark',
      Object.fromEntries(WRITERS.map((role) => [role, 'select, insert'])),
    );
    for (const role of WRITERS) {
      await runner.query(`
        create policy ${role}_adds_its_own on core.remark as restrictive for insert to ${role}
        with check ((select scope.works()) and acting_organisation_id = (select scope.organisation_id()))`);
    }
    await runner.query(`
      create trigger agreement_of_new_rows after insert on core.remark referencing new table as new_rows
      for each statement execute function core.require_state('confirmed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.remark');
  }
}
