import type pg from 'pg';

/** Policies that let only triggers write what is derived. test/tenancy/by-trigger.test.ts proves them. */
export const BY_TRIGGER = [
  'insert_by_trigger on core.agreement_event',
  'insert_by_trigger on core.outbox_event',
  'insert_by_trigger on core.report_month_event',
  'insert_by_trigger on core.completion_month',
  'update_by_trigger on core.completion_month',
  'insert_by_trigger on core.completion_term',
  'update_by_trigger on core.completion_term',
  'insert_by_trigger on core.completion_total',
  'update_by_trigger on core.completion_total',
  'insert_by_trigger on core.service_record_version',
  'unsealed_by_trigger on core.assessment',
  'counted_by_trigger on core.assessment_part',
  'insert_by_trigger on core.assessment_score_version',
  'insert_by_trigger on core.finding_step',
  'listed_by_trigger on core.station_access',
  'moved_by_trigger on core.service_record',
];

/** Policies beside those of the scope that decide who takes which step. test/tenancy/agreement-steps and -registration prove them. */
const STEPS = [
  'party_keeps on core.snapshot',
  'bureau_keeps on core.snapshot',
  'operator_publishes on core.published_report',
  'reader_publishes on core.published_report',
  'party_proposes on core.agreement',
  'bureau_registers on core.agreement',
  'party_proposes on core.amendment',
  'bureau_amends on core.amendment',
  'party_answers on core.amendment_answer',
  'corrected on core.contract_cycle',
  'registered on core.contract_cycle',
  'bureau_renews on core.staff_certificate',
  'bureau_renews on core.staff_identity',
  'bureau_renews on core.staff_member',
  'bureau_renews on core.staff_spell',
];

/** Policies that keep derived columns true. */
export const DERIVED = [
  'added_unlisted on core.station_access',
  'insert_like_agreement on core.term',
  'update_like_agreement on core.term',
];

/** Policies that hide from those who are no party what is not in force. */
export const IN_FORCE = [
  'in_force on core.amendment',
  'in_force on core.amendment_change',
  // test/api/published-reports.test.ts proves it.
  'without_satisfaction on core.snapshot_part',
];

/** Tables with rows of a proposal that the mentoring centre, which is no party, could read. */
const PREPARED = [
  'core.budget',
  'core.budget_line',
  'core.completion_total',
  'core.fiscal_budget',
  'core.funding_source',
  'core.instalment',
  'core.point',
  'core.project',
  'core.staff_certificate',
  'core.staff_member',
  'core.staff_pay',
  'core.staff_spell',
  'core.staff_zones',
  'core.target',
  'core.term',
  'core.zone',
];

/** Policies that hide a proposal from it by the state of the agreement. */
export const BY_STATE = PREPARED.map((table) => `app_mentoring_confirmed on ${table}`);
export const CONFIRMED = [
  ...BY_STATE,
  'app_mentoring_confirmed on core.agreement',
  'app_mentoring_listed on core.station_access',
  'app_mentoring_listed on core.station_former_name',
];

const GUARDS = `
  select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname) as sql from pg_trigger t
   where t.tgname ~ '^(guard_|agreement_of_)' and t.tgrelid::regclass::text like 'core.%'`;

/** Takes away what is beneath the policies of the scope, so that these are tested alone. */
export async function testPoliciesAlone(client: pg.Client): Promise<void> {
  for (const policy of [...BY_TRIGGER, ...STEPS, ...DERIVED]) await client.query(`drop policy ${policy}`);
  const { rows } = await client.query<{ sql: string }>(GUARDS);
  for (const { sql } of rows) await client.query(sql);
}
