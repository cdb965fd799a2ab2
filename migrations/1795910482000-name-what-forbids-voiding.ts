import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTED = 'detail = json_build_array(found_in)::text;';
/** So many are named; beyond them the counts must do. */
const NAMED_AT_MOST = 12;

const standing = (ledger: string, on: string, what: string): string => `
                select '${ledger}' as kind, ${on} as day, ${what} as what, e.amount, e.id from core.${ledger} e
                 where e.organisation_id = new.organisation_id and e.agreement_id = new.id and e.reverses is null
                   and not exists (select from core.${ledger} r where r.organisation_id = e.organisation_id
                                      and r.agreement_id = e.agreement_id and r.reverses = e.id)`;
const NAMED = `detail = json_build_array(found_in::jsonb || jsonb_build_object('named', (
              select jsonb_agg(jsonb_build_object('kind', s.kind, 'day', s.day, 'what', s.what, 'amount', s.amount::text)
                               order by s.kind desc, s.day, s.id)
                from (select s.* from (${[
                  standing('receipt', 'e.received_on::text', 'null'),
                  standing('payment', 'coalesce(e.paid_on::text, e.fiscal_year::text)', 'null'),
                  standing('expenditure', 'e.spent_on::text', 'e.category'),
                ].join(`
                union all`)}
                union all
                select 'assessment', ((s.closed_at at time zone 'Asia/Shanghai')::date)::text, null, null, s.id
                  from core.assessment s where s.organisation_id = new.organisation_id
                   and s.agreement_id = new.id and s.closed_at is not null) s
                order by s.kind desc, s.day, s.id limit ${NAMED_AT_MOST}) s)))::text;`;

/** An agreement that cannot be voided says which money and which assessments stand in it, not only how many. */
export class NameWhatForbidsVoiding1795910482000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.replace(runner, COUNTED, NAMED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.replace(runner, NAMED, COUNTED);
  }

  private async replace(runner: QueryRunner, before: string, after: string): Promise<void> {
    const name = 'core.follow_state';
    const rows = (await runner.query(`select pg_catalog.pg_get_functiondef('${name}'::regproc) as text`)) as {
      text: string;
    }[];
    const text = rows[0]?.text ?? '';
    if (!text.includes(before)) throw new Error(`${name} is not the one that is to be replaced`);
    await runner.query(text.replace(before, () => after));
  }
}
