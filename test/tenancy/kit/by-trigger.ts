import type pg from 'pg';

/** Policies that let only triggers write: sums and history follow from the records. test/tenancy/by-trigger proves them. */
export const BY_TRIGGER = [
  'insert_by_trigger on core.completion_month',
  'update_by_trigger on core.completion_month',
  'insert_by_trigger on core.completion_term',
  'update_by_trigger on core.completion_term',
  'insert_by_trigger on core.completion_total',
  'update_by_trigger on core.completion_total',
  'insert_by_trigger on core.service_record_version',
];

/** Takes them away, so that what stands beneath them is tried by itself. */
export async function dropByTrigger(client: pg.Client): Promise<void> {
  for (const policy of BY_TRIGGER) await client.query(`drop policy ${policy}`);
}
