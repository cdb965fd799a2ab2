import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies, READ_BY_ALL, type ViewerRole } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

const ROLES = Object.keys(READ_BY_ALL) as ViewerRole[];

/**
 * The idempotency keys of an organisation within an agreement, each with a hash of the content first sent with it. Service
 * records keep theirs in their own rows: a call has up to 500, and their first version has the content.
 */
export class CreateIdempotencyKeys1795910418000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.idempotency_key (${SCOPE_COLUMNS},
        acting_organisation_id uuid not null references core.organisation,
        thing      text collate "C" not null check (length(thing) between 1 and 100),
        key        text collate "C" not null check (length(key) between 1 and 200),
        content    bytea not null check (length(content) = 32),
        thing_ids  uuid[] not null,
        claimed_at timestamptz not null,
        claimed_by uuid not null,
        primary key (organisation_id, acting_organisation_id, thing, key, agreement_id),
        ${SCOPE_KEY}
      )`);
    await disableStatistics(runner, 'idempotency_key', ['thing', 'key']);
    await createTenantPolicies(
      runner,
      'core.idempotency_key',
      Object.fromEntries(ROLES.map((role) => [role, 'select, insert'])),
    );
    // The organisation is part of each key, so that a conflict reveals nothing about the other party's keys.
    for (const role of ROLES) {
      await runner.query(`
        create policy ${role}_keys_of_its_own on core.idempotency_key as restrictive for all to ${role}
        using (acting_organisation_id = (select scope.organisation_id()))
        with check (acting_organisation_id = (select scope.organisation_id()) and (select scope.works()))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.idempotency_key');
  }
}
