import type { SealedTokens, Session } from '../../access';
import type { Day } from '../../platform/calendar';
import type { Watermark } from '../../platform/database/bulk-scope';
import { badInput, type Refusal } from '../../platform/refusal';
import type { ExportFilter, LoadBefore } from './export.filter';

/** Transaction ids wrap around: beyond this distance PostgreSQL cannot order them. */
const MAX_TRANSACTIONS = 2_000_000_000n;

type LoadFilter = Omit<ExportFilter, 'since' | 'today'>;

/** What a cursor is bound to: the export, the viewer with its rights, and the filter. */
function loadOf(table: string, session: Session, filter: LoadFilter): string {
  const { from, to, district, operator, station } = filter;
  return JSON.stringify([
    table,
    session.memberId,
    session.accessVersion,
    from,
    to,
    district,
    operator,
    station,
  ]);
}

/**
 * Cursors of incremental exports. Changes are found by transaction id, not by time: a transaction still open during one
 * export is found by the next. Transaction ids reveal how much all tenants write, so cursors are sealed.
 */
export class ExportCursors {
  constructor(private readonly marks: SealedTokens) {}

  write(load: Load, { history, transaction }: Watermark, on: Day): string {
    return this.marks.seal(JSON.stringify([loadOf(...load), history, transaction, on]));
  }

  read(cursor: string, load: Load, now: Watermark): LoadBefore {
    const [of, history, transaction, on] = JSON.parse(this.marks.open(cursor) ?? '[]') as (
      | string
      | undefined
    )[];
    if (of !== loadOf(...load) || history !== now.history || !transaction || !on) throw broken();
    const behind = BigInt(now.transaction) - BigInt(transaction);
    if (behind < 0n || behind > MAX_TRANSACTIONS) throw broken();
    return { transaction, on };
  }
}

export type Load = [table: string, session: Session, filter: LoadFilter];

function broken(): Refusal {
  return badInput({
    zh: 'updatedSince 无效：它须来自本账号同一导出、同样筛选条件的上一次响应（X-Next-Updated-Since），且此后账号权限和数据库未变。请去掉它，重新全量导出。',
    en: 'updatedSince is no good: it must come from the answer before (X-Next-Updated-Since) of the same export, account and filters, with the rights and the database the same since. Leave it out and load everything anew.',
  });
}
