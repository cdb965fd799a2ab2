import type { Database } from '../platform/database/database';
import { inOutbox } from '../platform/database/outbox-scope';
import { statement } from '../platform/database/statement';

const CLEAR = statement(
  'generate.clearOutbox',
  `delete from core.outbox_event
    where (organisation_id, id) in (select e.organisation_id, e.id from core.outbox_event e limit 10000) returning 1`,
);

/** What was generated has not happened: no webhook or e-mail leaves for it. */
export async function clearOutbox(database: Database): Promise<void> {
  for (;;) {
    const gone = await inOutbox(database, async (transaction) => transaction.query(CLEAR, []));
    if (gone.length === 0) return;
  }
}
