import { readable } from '../../platform/database/shape';
import { instalments, SCOPE, valueOn } from '../agreement';
import { RELEASED_ON } from './report/report.repository';

// xmin: incremental exports find changes by it.
export const budgets = readable('core.budget', `${SCOPE}, version, set_at, xmin`);
export const budgetLines = readable('core.budget_line', `${SCOPE}, version, position, category, amount`);

const ledger = (table: string, columns: string): ((alias: string) => string) =>
  readable(table, `${SCOPE}, id, amount, party, reverses, recorded_at, ${columns}, xmin`);
export const receiptEntries = ledger(
  'core.receipt',
  'condition, received_on, paid_on, received_by_month, paid_by_month',
);
export const expenditureEntries = ledger('core.expenditure', 'category, spent_on');
export const paymentEntries = ledger('core.payment', 'fiscal_year, paid_on, known_by');

const ALONE = 'round(f.fee * v.share, 2)';

/**
 * SQL, to be joined, of the instalments of the agreement `a` that are released, and of which less has been received than
 * is due, as of a day: those of which the funding report says that something is overdue.
 */
export const unpaidInstalments = (alias: string, today: string): string => `lateral (
  select d.condition, d.released_on
    from (select i.condition, ${RELEASED_ON} as released_on,
                 case when i.position = max(i.position) filter (where v.share <> 0) over ()
                   then round(f.fee * sum(v.share) over (), 2) - sum(${ALONE}) over () + ${ALONE}
                   else ${ALONE} end as due
            from ${instalments('i')}
           cross join lateral (select ${valueOn.share('i', `${today}::date`)} as share) v
           cross join lateral (
             select coalesce(${valueOn.number('annual_fee', 'a', `${today}::date`)}, 0) as fee) f
           where i.organisation_id = a.organisation_id and i.agreement_id = a.id) d
   where d.released_on <= ${today}::date
     and d.due > (select coalesce(sum(r.amount), 0) from ${receiptEntries('r')}
                   where r.organisation_id = a.organisation_id and r.agreement_id = a.id
                     and r.condition = d.condition and r.received_on <= ${today}::date)) ${alias}`;
