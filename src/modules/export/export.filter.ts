import type { Day } from '../../platform/calendar';

/** A load that the next one goes on from: the transaction from which on there may be changes, and the day it was made. */
export interface LoadBefore {
  transaction: string;
  on: Day;
}

/** Which rows of an export are asked for: null where it does not matter. */
export interface ExportFilter {
  from: Day | null;
  to: Day | null;
  district: string | null;
  operator: string | null;
  station: string | null;
  /** Only what has changed since; null: everything that counts. */
  since: LoadBefore | null;
  /** Rows of months stop at the month of this day. */
  today: Day;
}

/** Of values that were checked to be days, ids, codes or numbers: nothing in them could end a literal. */
function literal(value: string, type: string): string {
  if (!/^[0-9a-f-]*$/.test(value)) throw new Error(`no value for a statement: ${value}`);
  return `'${value}'::${type}`;
}

/** A filter as SQL. COPY takes no parameters, so the values stand in the text. */
export class Where {
  constructor(private readonly filter: ExportFilter) {}

  /** First and last day, the infinite ones where none is given. */
  get from(): string {
    return literalDay(this.filter.from, '-infinity');
  }

  get to(): string {
    return literalDay(this.filter.to, 'infinity');
  }

  get today(): string {
    return literal(this.filter.today, 'date');
  }

  /** Whether a month has begun since that has a day up to `last`: its rows are new, though nothing was written. */
  monthsHaveBegun(last: string): string {
    const { since } = this.filter;
    return since === null
      ? 'true'
      : `${last} >= date_trunc('month', ${literal(since.on, 'date')}) + interval '1 month'`;
  }

  /** Whether only changes are asked for. */
  get changesOnly(): boolean {
    return this.filter.since !== null;
  }

  /** The operator, station and district asked for, of a table that carries the scope columns. */
  within(alias: string): string {
    const { operator, station, district } = this.filter;
    return [
      operator !== null && `${alias}.organisation_id = ${literal(operator, 'uuid')}`,
      station !== null && `${alias}.station_id = ${literal(station, 'uuid')}`,
      district !== null && `${alias}.district_code = ${literal(district, 'text')}`,
      'true',
    ]
      .filter((part) => part !== false)
      .join(' and ');
  }

  /** Whether a row was written since: by the transaction that wrote it, which no clock and no wait can put out of order. */
  written(alias: string): string {
    const { since } = this.filter;
    if (since === null) return 'true';
    return `age(${alias}.xmin) <= age(${literal(String(BigInt(since.transaction) % 4_294_967_296n), 'xid')})`;
  }

  /**
   * Whether an assessment of an agreement was opened, scored or closed since. Its assessor sees the whole agreement from
   * then on, older rows too, and it releases instalments.
   */
  assessed(alias: string): string {
    return `exists (select from core.assessment w where w.organisation_id = ${alias}.organisation_id
      and w.agreement_id = ${alias}.agreement_id and ${this.written('w')})`;
  }

  /** The condition on rows that are sent: those that count, or those that were written since, whether they count or not. */
  sent(counts: string, written: string): string {
    return this.changesOnly ? `(${written})` : `(${counts})`;
  }
}

function literalDay(day: Day | null, otherwise: 'infinity' | '-infinity'): string {
  return day === null ? `'${otherwise}'::date` : literal(day, 'date');
}
