import type pg from 'pg';

/** Policies that let only triggers write rollups, versions and what follows from a score. test/tenancy/by-trigger.test.ts proves them. */
export const BY_TRIGGER = [
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
];

/** Drops them, so that the policies beneath are tested alone. */
export async function dropByTrigger(client: pg.Client): Promise<void> {
  for (const policy of BY_TRIGGER) await client.query(`drop policy ${policy}`);
}
