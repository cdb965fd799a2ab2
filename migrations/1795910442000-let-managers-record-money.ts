import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SIGNED_IN_ROLES } from './baseline/row-level-security';

/** The ledgers that an operator writes. */
const LEDGERS = ['receipt', 'expenditure'];

/**
 * A manager records and reverses receipts and expenditures where an administrator of the operator lets it: a right of
 * the member's own row, which the scope reads when it is entered and the policies of the ledgers ask for.
 */
export class LetManagersRecordMoney1795910442000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.member
        add records_money boolean not null default false,
        add constraint money_is_for_managers check (not records_money or role = 'MANAGER')`);
    await runner.query(`grant update (records_money) on core.member to ${SIGNED_IN_ROLES}`);
    await this.replaceEnter(runner, {
      column: 'm.records_money, ',
      setting: `
        execute pg_catalog.format('set local app.records_money = %L', case when who.records_money then 'on' else '' end);`,
    });
    await runner.query(`
      create function scope.records_money() returns boolean language sql stable parallel safe as
      $$ select scope.administers() or nullif(pg_catalog.current_setting('app.records_money', true), '') = 'on' $$`);
    await this.changePolicies(runner, 'scope.records_money()');
  }

  private async changePolicies(runner: QueryRunner, right: string): Promise<void> {
    for (const ledger of LEDGERS) {
      await runner.query(`
        alter policy app_operator_adds_its_own on core.${ledger} with check ((select ${right}) and party = 'OPERATOR')`);
    }
  }

  /** scope.enter as the baseline has it, and one setting more. */
  private async replaceEnter(runner: QueryRunner, money: { column: string; setting: string }): Promise<void> {
    await runner.query(`
      create or replace function scope.enter(_organisation uuid, _member uuid, _session uuid, _version integer) returns void
      language plpgsql as $$
      declare
        who record;
      begin
        execute pg_catalog.format('set local app.organisation_id = %L', _organisation);
        select o.district_code,
               m.role, ${money.column}o.kind,
               o.kind in ('MENTORING_CENTRE', 'SUPERVISOR') and o.district_code is null as whole_city,
               case when m.station_limited
                 then coalesce((select pg_catalog.array_agg(l.station_id)::text from core.member_station l
                                where l.organisation_id = _organisation and l.member_id = _member), '{}')
                 else '*' end as station_ids
          into who
          from core.session s
          join core.member m on m.organisation_id = s.organisation_id and m.id = s.member_id
          join core.organisation o on o.id = m.organisation_id
         where s.organisation_id = _organisation and s.id = _session and s.member_id = _member
           and s.ended_at is null and s.expires_at > pg_catalog.now()
           and m.left_at is null and m.access_version = _version
           and current_user = case o.kind
             when 'OPERATOR' then 'app_operator'
             when 'PURCHASER' then 'app_purchaser'
             when 'SUPERVISOR' then case when o.district_code is null then 'app_city' else 'app_supervisor' end
             when 'MENTORING_CENTRE' then 'app_mentoring'
             when 'ASSESSOR' then 'app_assessor'
             when 'PLATFORM' then 'app_platform' end;
        if not found then
          raise exception 'the session has ended' using errcode = 'invalid_authorization_specification';
        end if;
        execute pg_catalog.format('set local app.member_id = %L', _member);
        execute pg_catalog.format('set local app.role = %L', who.role);${money.setting}
        execute pg_catalog.format('set local app.district_code = %L', coalesce(who.district_code, ''));
        execute pg_catalog.format('set local app.station_ids = %L', who.station_ids);
        execute pg_catalog.format('set local app.whole_city = %L', case when who.whole_city then 'on' else '' end);
        set local app.agreement_ids = '';
        if who.kind = 'ASSESSOR' then
          perform scope.enter_assessments();
        end if;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.changePolicies(runner, 'scope.administers()');
    await runner.query('drop function scope.records_money()');
    await this.replaceEnter(runner, { column: '', setting: '' });
    await runner.query('alter table core.member drop records_money');
  }
}
