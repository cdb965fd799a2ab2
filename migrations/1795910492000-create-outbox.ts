import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies, enableRowLevelSecurity, VIEWER_ROLES } from './baseline/row-level-security';
import { SCOPE, SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';

const EVENTS = [
  'AGREEMENT_CONFIRMED',
  'MONTH_HANDED_IN',
  'MONTH_ACCEPTED',
  'MONTH_SENT_BACK',
  'ASSESSMENT_CLOSED',
];
/** What waits for somebody, or was sent back: e-mails alone tell of it. */
const WAITING = [
  ...['AGREEMENT_PROPOSED', 'AGREEMENT_DECLINED', 'AMENDMENT_PROPOSED', 'AMENDMENT_DECLINED'],
  ...['ASSESSMENT_OPENED', 'CONCERN_RAISED', 'CONCERN_ANSWERED', 'RESPONSE_SENT_BACK'],
];
const list = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

/**
 * What is told to others: the database notes each event in the transaction of what it tells, and the sender, a role of
 * its own, makes a delivery of it for each webhook of an organisation that reads the agreement. What it has told leaves
 * the outbox.
 */
export class CreateOutbox1795910492000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createSender(runner);
    await this.createEvents(runner);
    await this.noteEvents(runner);
    await this.createWebhooks(runner);
  }

  /** The role sees what it needs in a transaction that says that it sends. */
  private async createSender(runner: QueryRunner): Promise<void> {
    await runner.query('grant usage on schema core, scope to app_outbox');
    await runner.query(`
      create function scope.sends() returns boolean language sql stable parallel safe as
      $$ select nullif(pg_catalog.current_setting('app.outbox', true), '') = 'on' $$`);
    await runner.query(`
      create function scope.enter_outbox() returns void language plpgsql as $$
      begin
        set local app.outbox = 'on';
      end $$`);
    await runner.query('grant select on core.organisation to app_outbox');
    await this.lend(
      runner,
      'core.assessment',
      'select (organisation_id, agreement_id, assessor_id)',
      'select',
    );
  }

  private async lend(runner: QueryRunner, table: string, grants: string, command = 'all'): Promise<void> {
    await runner.query(`
      create policy sender on ${table} for ${command} to app_outbox using ((select scope.sends()))
      ${command === 'all' ? 'with check ((select scope.sends()))' : ''}`);
    await runner.query(`grant ${grants} on ${table} to app_outbox`);
  }

  private async createEvents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.outbox_event (${SCOPE_COLUMNS},
        id    uuid not null default pg_catalog.gen_random_uuid(),
        type  text not null check (type in (${list([...EVENTS, ...WAITING])})),
        at    timestamptz not null,
        facts jsonb not null,
        primary key (organisation_id, id),
        ${SCOPE_KEY}
      )`);
    await runner.query('create index on core.outbox_event (at, id)');
    await createTenantPolicies(
      runner,
      'core.outbox_event',
      Object.fromEntries(VIEWER_ROLES.split(', ').map((role) => [role, 'insert'])),
    );
    await runner.query(`
      create policy insert_by_trigger on core.outbox_event as restrictive for insert to ${VIEWER_ROLES}
      with check (pg_catalog.pg_trigger_depth() > 0)`);
    // A row lock needs the right to update.
    await this.lend(runner, 'core.outbox_event', 'select, delete, update (at)');
  }

  private async noteEvents(runner: QueryRunner): Promise<void> {
    const noted = async (name: string, agreement: string, values: string, source = ''): Promise<void> => {
      await runner.query(`
        create function core.${name}() returns trigger language plpgsql as $$
        begin
          if current_user like 'app\\_%' then
            insert into core.outbox_event (${SCOPE}, type, at, facts)
            select new.organisation_id, ${agreement}, new.station_id, new.purchaser_id, new.district_code, ${values}
            ${source};
          end if;
          return null;
        end $$`);
    };
    await noted(
      'tell_confirmation',
      'new.agreement_id',
      `'AGREEMENT_CONFIRMED', new.at, jsonb_build_object('startsOn', a.starts_on, 'endsOn', a.ends_on)`,
      'from core.agreement a where a.organisation_id = new.organisation_id and a.id = new.agreement_id',
    );
    await noted(
      'tell_month_step',
      'new.agreement_id',
      `'MONTH_' || new.state, new.at, jsonb_build_object('month', to_char(new.month, 'YYYY-MM'),
         'monthId', new.agreement_id || '.' || to_char(new.month, 'YYYY-MM'), 'closesAfter', new.closes_after)`,
    );
    await noted(
      'tell_closing',
      'new.agreement_id',
      `'ASSESSMENT_CLOSED', new.closed_at, jsonb_build_object('assessmentId', new.id, 'kind', new.kind,
         'from', new.from_day, 'to', new.to_day, 'total', new.total::text, 'grade', new.grade)`,
    );
    await noted(
      'tell_step',
      'new.agreement_id',
      `case when new.step in ('PROPOSED', 'REVISED') then 'AGREEMENT_PROPOSED'
            when new.step = 'DECLINED' then 'AGREEMENT_DECLINED' else new.step end,
         new.at, jsonb_build_object('actingId', new.acting_id)`,
    );
    await noted(
      'tell_opening',
      'new.agreement_id',
      `'ASSESSMENT_OPENED', new.opened_at, jsonb_build_object('assessorId', new.assessor_id)`,
    );
    await noted(
      'tell_concern',
      'new.agreement_id',
      `'CONCERN_RAISED', new.added_at, jsonb_build_object('findingId', new.id)`,
    );
    await noted(
      'tell_finding_step',
      'new.agreement_id',
      `case when new.state = 'ANSWERED' then 'CONCERN_ANSWERED' else 'RESPONSE_SENT_BACK' end,
         coalesce(new.at, clock_timestamp()), jsonb_build_object('party', f.party, 'assessorId', a.assessor_id)`,
      `from core.assessment_finding f
       join core.assessment a on a.organisation_id = f.organisation_id and a.id = f.assessment_id
      where f.organisation_id = new.organisation_id and f.id = new.finding_id`,
    );
    await runner.query(`
      create trigger tell_confirmation after insert on core.agreement_event for each row
      when (new.step = 'CONFIRMED') execute function core.tell_confirmation()`);
    await runner.query(`
      create trigger tell_step after insert on core.agreement_event for each row
      when (new.step in ('PROPOSED', 'REVISED', 'DECLINED', 'AMENDMENT_PROPOSED', 'AMENDMENT_DECLINED'))
      execute function core.tell_step()`);
    await runner.query(`
      create trigger tell_month_step after insert on core.report_month_event for each row
      when (new.state in ('HANDED_IN', 'ACCEPTED', 'SENT_BACK')) execute function core.tell_month_step()`);
    await runner.query(`
      create trigger tell_closing after update of closed_at on core.assessment for each row
      when (old.closed_at is null and new.closed_at is not null) execute function core.tell_closing()`);
    await runner.query(`
      create trigger tell_opening after insert on core.assessment for each row execute function core.tell_opening()`);
    await runner.query(`
      create trigger tell_concern after insert on core.assessment_finding for each row
      when (new.kind = 'CONCERN') execute function core.tell_concern()`);
    await runner.query(`
      create trigger tell_finding_step after insert on core.finding_step for each row
      when (new.state in ('ANSWERED', 'SENT_BACK')) execute function core.tell_finding_step()`);
  }

  private async createWebhooks(runner: QueryRunner): Promise<void> {
    // The secret is sealed under a key of the server.
    await runner.query(`
      create table core.webhook (
        organisation_id  uuid not null references core.organisation,
        id               uuid not null,
        url              text not null check (length(url) between 1 and 2000),
        events           text[] not null check (events <@ array[${list(EVENTS)}] and cardinality(events) > 0),
        secret           text not null,
        created_at       timestamptz not null,
        created_by       uuid not null,
        failing_since    timestamptz,
        disabled_at      timestamptz,
        disabled_because text check (disabled_because in ('FAILING', 'GONE', 'MEMBER', 'SECRET_LOST')),
        removed_at       timestamptz,
        primary key (organisation_id, id),
        foreign key (organisation_id, created_by) references core.member (organisation_id, id),
        check ((disabled_at is null) = (disabled_because is null))
      )`);
    await runner.query(`
      create table core.webhook_delivery (
        organisation_id uuid not null,
        id              uuid not null default pg_catalog.gen_random_uuid(),
        webhook_id      uuid not null,
        event_id        uuid not null,
        type            text not null check (type in (${list(EVENTS)})),
        body            text not null,
        created_at      timestamptz not null,
        queued_at       timestamptz not null,
        next_attempt_at timestamptz not null,
        attempts        integer not null default 0,
        last_attempt_at timestamptz,
        last_status     integer,
        last_failure    text check (last_failure in
          ('TIMEOUT', 'NO_CONNECTION', 'BAD_CERTIFICATE', 'ADDRESS_NOT_ALLOWED', 'REFUSED')),
        delivered_at    timestamptz,
        given_up_at     timestamptz check (given_up_at is null or delivered_at is null),
        primary key (organisation_id, id),
        unique (organisation_id, webhook_id, event_id),
        foreign key (organisation_id, webhook_id) references core.webhook (organisation_id, id)
      )`);
    await runner.query(
      'create index on core.webhook_delivery (organisation_id, webhook_id, created_at desc, id desc)',
    );
    await runner.query(`
      create index webhook_delivery_waiting on core.webhook_delivery (organisation_id, webhook_id, next_attempt_at, id)
      where delivered_at is null and given_up_at is null`);
    await runner.query('create index on core.webhook_delivery (created_at)');
    const own = 'organisation_id = (select scope.organisation_id()) and (select scope.administers())';
    for (const [table, grants] of [
      [
        'core.webhook',
        'select, insert, update (url, events, secret, failing_since, disabled_at, disabled_because, removed_at)',
      ],
      ['core.webhook_delivery', 'select, update (queued_at, next_attempt_at, delivered_at, given_up_at)'],
    ] as const) {
      await enableRowLevelSecurity(runner, table);
      await runner.query(`
        create policy administrator on ${table} for all to ${VIEWER_ROLES} using (${own}) with check (${own})`);
      await runner.query(`grant ${grants} on ${table} to ${VIEWER_ROLES}`);
    }
    await this.lend(
      runner,
      'core.webhook',
      'select, update (secret, failing_since, disabled_at, disabled_because)',
    );
    await this.lend(
      runner,
      'core.webhook_delivery',
      `select, insert, delete, update (next_attempt_at, attempts, last_attempt_at, last_status, last_failure,
         delivered_at, given_up_at)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger tell_confirmation on core.agreement_event;
      drop trigger tell_month_step on core.report_month_event;
      drop trigger tell_closing on core.assessment;
      drop trigger tell_step on core.agreement_event;
      drop trigger tell_opening on core.assessment;
      drop trigger tell_concern on core.assessment_finding;
      drop trigger tell_finding_step on core.finding_step;
      drop function core.tell_confirmation, core.tell_month_step, core.tell_closing, core.tell_step,
        core.tell_opening, core.tell_concern, core.tell_finding_step;
      drop table core.webhook_delivery, core.webhook, core.outbox_event;
      drop policy sender on core.assessment;
      revoke all on core.assessment, core.organisation from app_outbox;
      revoke all on schema core, scope from app_outbox;
      drop function scope.enter_outbox, scope.sends`);
  }
}
