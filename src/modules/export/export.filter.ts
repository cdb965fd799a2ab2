import type { Day } from '../../platform/calendar';
import { amendmentChanges, onceConfirmedAgreements } from '../agreement';
import { assessments } from '../assessment';

/** The previous export: the transaction from which on there may be changes, and its day. */
export interface LoadBefore {
  transaction: string;
  on: Day;
}

/** Row filter of an export; null means no condition. */
export interface ExportFilter {
  from: Day | null;
  to: Day | null;
  district: string | null;
  operator: string | null;
  station: string | null;
  /** Only rows changed since; null: all current rows. */
  since: LoadBefore | null;
  /** Monthly rows end with the month of this day. */
  today: Day;
}

/** An SQL literal of a validated day, id, code or number; the assertion excludes quotes. */
export function literal(value: string, type: string): string {
  if (!/^[0-9a-f-]*$/.test(value)) throw new Error(`no value for a statement: ${value}`);
  return `'${value}'::${type}`;
}

/** A filter as SQL. COPY takes no parameters, so the values are inlined. */
export class Where {
  constructor(private readonly filter: ExportFilter) {}

  /** First and last day; infinite if not given. */
  get from(): string {
    return literalDay(this.filter.from, '-infinity');
  }

  get to(): string {
    return literalDay(this.filter.to, 'infinity');
  }

  /** The day whose names are shown; null: today's. */
  get namesOn(): string | null {
    const { to, today } = this.filter;
    return to === null || to >= today ? null : literal(to, 'date');
  }

  get today(): string {
    return literal(this.filter.today, 'date');
  }

  /** Whether a month with a day up to `last` began after the previous export: its rows are new without any write. */
  monthsHaveBegun(last: string): string {
    const { since } = this.filter;
    return since === null
      ? 'true'
      : `${last} >= date_trunc('month', ${literal(since.on, 'date')}) + interval '1 month'`;
  }

  /** Whether an amendment of an agreement came into force since the previous export: the day came without any write. */
  cameIntoForce(agreement: string, day: string): string {
    const { since } = this.filter;
    if (since === null) return 'true';
    return `(${agreement}.amended and exists (select from ${amendmentChanges('c')}
      where c.organisation_id = ${agreement}.organisation_id and c.agreement_id = ${agreement}.id
        and c.since > ${literal(since.on, 'date')} and c.since <= ${day}))`;
  }

  /** Whether the export is incremental. */
  get changesOnly(): boolean {
    return this.filter.since !== null;
  }

  /** Condition on operator, station and district, for a table with the scope columns. */
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

  /** Whether a row was written since the previous export, by xmin: independent of clocks and lock waits. */
  written(alias: string): string {
    const { since } = this.filter;
    if (since === null) return 'true';
    return `age(${alias}.xmin) <= age(${literal(String(BigInt(since.transaction) % 4_294_967_296n), 'xid')})`;
  }

  /**
   * Whether an assessment of an agreement was opened, scored or closed since the previous export. Its assessor then sees
   * the whole agreement, including older rows, and it releases instalments.
   */
  assessed(alias: string): string {
    return `exists (select from ${assessments('w')} where w.organisation_id = ${alias}.organisation_id
      and w.agreement_id = ${alias}.agreement_id and ${this.written('w')})`;
  }

  /** Whether an agreement, which `ofAgreement` joins, has become void since the previous export. */
  voided(agreement: string): string {
    return `(${agreement}.state = 'VOID' and ${this.written(agreement)})`;
  }

  /** Rows to send: all current ones; incrementally, those written since, current or not. */
  sent(counts: string, written: string): string {
    return this.changesOnly ? `(${written})` : `(${counts})`;
  }
}

/** The join of the agreement of a row: one that counts, or whose rows are taken back since it is void. */
export const ofAgreement = (agreement: string, alias: string): string =>
  `join ${onceConfirmedAgreements(agreement)} on ${agreement}.organisation_id = ${alias}.organisation_id
    and ${agreement}.id = ${alias}.agreement_id`;

function literalDay(day: Day | null, otherwise: 'infinity' | '-infinity'): string {
  return day === null ? `'${otherwise}'::date` : literal(day, 'date');
}
