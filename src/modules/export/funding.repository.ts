import { columns, type Table } from '../../platform/export/columns';
import { instalments, valueOn } from '../agreement';
import {
  budgetLines,
  budgets,
  expenditureEntries,
  paymentEntries,
  receiptEntries,
  RELEASED_ON,
} from '../funding';
import { ofAgreement, type Where } from './export.filter';
import { placeColumns, placeJoins } from './place.columns';

const SCOPE = (alias: string): string =>
  ['organisation_id', 'agreement_id', 'station_id', 'purchaser_id', 'district_code']
    .map((column) => `${alias}.${column}`)
    .join(', ');

/**
 * Entries of a ledger, which are append-only. `day`: from which they count, and by which the API lists them; it is their
 * own day too, unless `own` says otherwise.
 */
const ledger = (
  where: Where,
  kind: string,
  entries: (alias: string) => string,
  day: string,
  own: Record<string, string>,
): string => `
  select ${SCOPE('e')}, '${kind}' as kind, e.id::text as entry_key,
         ${[
           ['condition', 'text'],
           ['category', 'text'],
           ['fiscal_year', 'int'],
           ['paid_on', 'date'],
         ]
           .map(([name = '', type = '']) => `${own[name] ?? 'null'}::${type}`)
           .join(', ')},
         ${own.entered_on ?? `e.${day}`}, null::int, null::numeric, null::date, e.amount, e.party, e.reverses,
         e.recorded_at, a.state = 'VOID', ${own.received_month ?? 'null'}::date, e.${day}
    from ${entries('e')} ${ofAgreement('a', 'e')}
   where ${where.within('e')} and e.${day} between ${where.from} and ${where.to}
     and ${where.sent(`a.state = 'CONFIRMED'`, `${where.written('e')} or ${where.assessed('e')} or ${where.voided('a')}`)}`;

/** A receipt of which only the month is known has no day. */
const RECEIPT = {
  condition: 'e.condition',
  entered_on: 'case when not e.received_by_month then e.received_on end',
  paid_on: 'case when not e.paid_by_month then e.paid_on end',
  received_month: `date_trunc('month', e.received_on)`,
};

/**
 * 经费: one row per instalment, budget line, receipt, expenditure or payment. Plans have no day: they are sent for every
 * agreement that overlaps the days of the filter, by the fee and the shares in force on the last of them, at the latest
 * today. A reversal is an entry of its own with the opposite amount.
 */
export function fundingTable(where: Where): Table {
  const planned = (alias: string): string =>
    `${where.within(alias)} and a.starts_on <= ${where.to} and a.ends_on >= ${where.from}`;
  const day = `least(${where.to}, ${where.today})`;
  // Half up to the fen; the last instalment of a share takes the rounding difference.
  const shares = `
    select i.*, v.share as share_on, round(v.fee * v.share, 2) as alone,
           round(v.fee * sum(v.share) over everything, 2)
             - coalesce(sum(round(v.fee * v.share, 2)) over before, 0) as rest,
           row_number() over (partition by i.organisation_id, i.agreement_id
                              order by v.share = 0, i.position desc) = 1 as is_last,
           a.state = 'VOID' or v.share = 0 as removed, ${RELEASED_ON} as released_on,
           ${where.written('i')} or ${where.written('a')} or ${where.cameIntoForce('a', day)} as written
      from ${instalments('i')} ${ofAgreement('a', 'i')}
     cross join lateral (
       select ${valueOn.number('annual_fee', 'a', day)} as fee, ${valueOn.share('i', day)} as share) v
     where ${planned('i')}
    window everything as (partition by i.organisation_id, i.agreement_id),
           before as (partition by i.organisation_id, i.agreement_id order by i.position
                      rows between unbounded preceding and 1 preceding)`;
  const lines = `
    select l.*, a.state = 'VOID' or l.version < max(b.version) over same as replaced, b.set_at,
           bool_or(${where.written('b')} or ${where.written('a')}) over same as written
      from ${budgets('b')} join ${budgetLines('l')} on l.organisation_id = b.organisation_id
       and l.agreement_id = b.agreement_id and l.version = b.version ${ofAgreement('a', 'b')}
     where ${planned('l')} window same as (partition by b.organisation_id, b.agreement_id)`;
  return {
    before: `
      with entries (organisation_id, agreement_id, station_id, purchaser_id, district_code, kind, entry_key, condition,
                    category, fiscal_year, paid_on, entered_on, version, share, released_on, amount, party, reverses,
                    recorded_at, removed, received_month, known_by) as (
        select ${SCOPE('i')}, 'INSTALMENT', i.id::text, i.condition, null::text, null::int, null::date, null::date,
               null::int, i.share_on, i.released_on, case when i.is_last then i.rest else i.alone end, null::text,
               null::uuid, null::timestamptz, i.removed, null::date, null::date
          from (${shares}) i where ${where.sent('not i.removed', `i.written or ${where.assessed('i')}`)}
        union all
        select ${SCOPE('l')}, 'BUDGET_LINE', 'v' || l.version || '-line' || l.position + 1, null, l.category, null, null, null, l.version,
               null, null, l.amount, null, null, l.set_at, l.replaced, null, null
          from (${lines}) l where ${where.sent('not l.replaced', `l.written or ${where.assessed('l')}`)}
        union all ${ledger(where, 'RECEIPT', receiptEntries, 'received_on', RECEIPT)}
        union all ${ledger(where, 'EXPENDITURE', expenditureEntries, 'spent_on', { category: 'e.category' })}
        union all ${ledger(where, 'PAYMENT', paymentEntries, 'known_by', { fiscal_year: 'e.fiscal_year', paid_on: 'e.paid_on' })}
      )`,
    columns: [
      ...placeColumns('e', where),
      ...columns('code', { kind: 'e.kind', entry_key: 'e.entry_key' }),
      ...columns('flag', { removed: 'e.removed' }),
      ...columns('day', { entered_on: 'e.entered_on', paid_on: 'e.paid_on' }),
      ...columns('whole', { fiscal_year: 'e.fiscal_year' }),
      ...columns('code', { condition: 'e.condition' }),
      ...columns('text', { category: 'e.category' }),
      ...columns('whole', { budget_version: 'e.version' }),
      ...columns('fraction', { share: 'trim_scale(e.share)' }),
      ...columns('decimal', { amount: 'e.amount' }),
      ...columns('day', { released_on: 'e.released_on' }),
      ...columns('code', { party: 'e.party' }),
      ...columns('id', { reverses: 'e.reverses' }),
      ...columns('moment', { recorded_at: 'e.recorded_at' }),
      ...columns('day', { received_month: 'e.received_month', known_by: 'e.known_by' }),
    ],
    rows: `from entries e ${placeJoins('e')}`,
  };
}
