import type { Day } from '../../../platform/calendar';
import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { amendmentChanges, type AgreementKey, agreements, instalments, valueOn } from '../../agreement';
import type { Dues } from './dues.rules';

const OF_AGREEMENT = 'organisation_id = a.organisation_id and agreement_id = a.id';

const DUES = statement<Dues>(
  'funding.dues',
  `select d.since, ${valueOn.number('annual_fee', 'a', 'd.since')}::text as "annualFee",
          (select coalesce(json_agg(json_build_object('condition', i.condition,
                    'share', (${valueOn.share('i', 'd.since')})::text, 'received', r.received::text,
                    'receivedMeanwhile', r.meanwhile::text) order by i.position), '[]')
             from (select * from ${instalments('i')} where ${OF_AGREEMENT}) i
            cross join lateral (
              select coalesce(sum(r.amount), 0) as received,
                     coalesce(sum(r.amount) filter (where r.received_on < d.next or d.next is null), 0) as meanwhile
                from core.receipt r where ${OF_AGREEMENT} and r.condition = i.condition) r) as instalments
     from ${agreements('a')}
    cross join lateral (
      select s.since, lead(s.since) over (order by s.since) as next
        from (select $3::date as since
              union
              select c.since from ${amendmentChanges('c')}
               where a.amended and ${OF_AGREEMENT} and c.field in ('annualFee', 'instalment') and c.since > $3::date) s) d
    where a.organisation_id = $1 and a.id = $2 order by d.since`,
);

/** What is due by the fee and the shares in force on a day, and on each later day on which an amendment changes them. */
export async function readDues(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  day: Day,
): Promise<Dues[]> {
  return transaction.query(DUES, [organisationId, agreementId, day]);
}
