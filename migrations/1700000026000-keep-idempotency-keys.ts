import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCOPE_COLUMNS, SCOPE_KEY, type ViewerRole, wall } from './support/wall';

const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
const ROLES: readonly ViewerRole[] = [
  'app_operator',
  'app_purchaser',
  'app_supervisor',
  'app_city',
  'app_mentoring',
  'app_assessor',
];

interface Carried {
  table: string;
  thing: string;
  /** The organisation that sent the row. */
  actor: string;
  /** The content sent with the key, as the server assembles it from a call. */
  content: string;
  /** The constraint that made its keys unique. */
  unique: string;
}

const PARTY = `case r.party when 'OPERATOR' then r.organisation_id else r.purchaser_id end`;

function ledger(table: string, thing: string, action: string, columns: readonly string[]): Carried {
  const own = columns.map((column) => `'${column}', r.${column}`).join(', ');
  const content = `case when r.reverses is null
    then jsonb_build_object('action', '${action}_RECORDED', 'amount', trim_scale(r.amount)::text, 'note', r.note, ${own})
    else jsonb_build_object('action', '${action}_REVERSED', 'id', r.reverses, 'reason', r.note) end`;
  const unique = `${table}_organisation_id_agreement_id_idempotency_key_key`;
  return { table, thing, actor: PARTY, content, unique };
}

const CARRIED: readonly Carried[] = [
  ledger('receipt', 'Receipt', 'RECEIPT', ['condition', 'received_on', 'paid_on']),
  ledger('expenditure', 'Expenditure', 'EXPENDITURE', ['category', 'spent_on']),
  ledger('payment', 'Payment', 'PAYMENT', ['fiscal_year', 'paid_on']),
  {
    table: 'satisfaction_survey',
    thing: 'SatisfactionSurvey',
    actor: 'r.organisation_id',
    content: `jsonb_build_object('action', 'SURVEY_RECORDED', 'method', r.method, 'surveyedOn', r.surveyed_on,
      'asked', r.asked, 'answered', r.answered, 'satisfied', r.satisfied,
      'reportedPercent', trim_scale(r.reported_percent)::text, 'note', r.note)`,
    unique: 'satisfaction_survey_organisation_id_agreement_id_idempotenc_key',
  },
];

/**
 * The idempotency keys of an organisation within an agreement, each with a hash of the content first sent with it. Money
 * and surveys move their keys to this table. Service records keep theirs in their own rows: a call has up to 500, and
 * their first version has the content. The old columns remain filled, so that `down` loses none.
 */
export class KeepIdempotencyKeys1700000026000 implements MigrationInterface {
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
    for (const column of ['thing', 'key']) {
      await runner.query(`alter table core.idempotency_key alter column ${column} set statistics 0`);
    }
    for (const carried of CARRIED) await this.carry(runner, carried);
    await wall(
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

  /** Copies the keys of existing rows. The owner may read them only within this transaction. */
  private async carry(runner: QueryRunner, { table, thing, actor, content, unique }: Carried): Promise<void> {
    await runner.query(`alter table core.${table} no force row level security`);
    await runner.query(`
      insert into core.idempotency_key (${SCOPE}, acting_organisation_id, thing, key, content, thing_ids, claimed_at,
             claimed_by)
      select ${SCOPE}, ${actor}, '${thing}', r.idempotency_key, sha256(convert_to((${content})::text, 'UTF8')),
             array[r.id], r.recorded_at, r.recorded_by
        from core.${table} r where r.idempotency_key is not null`);
    await runner.query(`alter table core.${table} force row level security`);
    await runner.query(`alter table core.${table} drop constraint ${unique}`);
    await runner.query(`comment on column core.${table}.idempotency_key is
      'As it was kept until core.idempotency_key; no longer written.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, unique } of CARRIED) {
      await runner.query(`comment on column core.${table}.idempotency_key is null`);
      await runner.query(
        `alter table core.${table} add constraint ${unique} unique (organisation_id, agreement_id, idempotency_key)`,
      );
    }
    await runner.query('drop table core.idempotency_key');
  }
}
