import type { SealedTokens, Session } from '../../access';
import type { Day } from '../../platform/calendar';
import type { Watermark } from '../../platform/database/bulk-scope';
import { badInput } from '../../platform/app-error';
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
    if (of !== loadOf(...load) || history !== now.history || !transaction || !on)
      throw badInput('INVALID_UPDATED_SINCE');
    const behind = BigInt(now.transaction) - BigInt(transaction);
    if (behind < 0n || behind > MAX_TRANSACTIONS) throw badInput('INVALID_UPDATED_SINCE');
    return { transaction, on };
  }
}

export type Load = [table: string, session: Session, filter: LoadFilter];
