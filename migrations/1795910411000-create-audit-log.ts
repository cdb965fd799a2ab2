import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRowLevelSecurity, SIGNED_IN_ROLES } from './baseline/row-level-security';

/** The audit log: who did what to which row, when, and from where. Append-only. */
export class CreateAuditLog1795910411000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.audit_entry (
        organisation_id uuid not null references core.organisation,
        id              uuid not null,
        at              timestamptz not null,
        member_id       uuid,
        action          text not null check (action ~ '^[A-Z][A-Z_]*$'),
        thing           text,
        thing_id        text,
        operation       text,
        agreement_ids   uuid[],
        before          jsonb,
        after           jsonb,
        remote_address  text not null,
        request_id      text not null,
        primary key (organisation_id, id),
        foreign key (organisation_id, member_id) references core.member (organisation_id, id)
      )`);
    await runner.query('create index on core.audit_entry (organisation_id, at, id)');
    await runner.query('create index on core.audit_entry (organisation_id, member_id, at)');
    await runner.query('create index on core.audit_entry (organisation_id, action, at)');
    await runner.query('create index on core.audit_entry (organisation_id, thing_id, at)');
    await enableRowLevelSecurity(runner, 'core.audit_entry');
    await runner.query(`
      create policy administrator_reads on core.audit_entry for select to ${SIGNED_IN_ROLES}
      using (organisation_id = (select scope.organisation_id()) and (select scope.administers()))`);
    await runner.query(`
      create policy member_leaves_trace on core.audit_entry for insert to ${SIGNED_IN_ROLES}
      with check (organisation_id = (select scope.organisation_id()) and member_id = (select scope.member_id()))`);
    // Sign-ins, refusals and reads are written by the server itself, which may insert for any organisation and read
    // none.
    await runner.query(
      'create policy server_leaves_trace on core.audit_entry for insert to app_audit with check (true)',
    );
    await runner.query(`
      create policy own_credential on core.audit_entry for insert to app_auth
      with check (member_id = (select scope.auth_member_id()))`);
    // The owner creates and drops the logins of BI tools, and writes an audit entry in the same transaction.
    await runner.query(`
      create policy owner_leaves_trace on core.audit_entry for insert to pg_database_owner
      with check (action in ('BI_LOGIN_GRANTED', 'BI_LOGIN_REVOKED'))`);
    await runner.query(`grant select on core.audit_entry to ${SIGNED_IN_ROLES}`);
    await runner.query(`grant insert on core.audit_entry to ${SIGNED_IN_ROLES}, app_audit, app_auth`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.audit_entry');
  }
}
