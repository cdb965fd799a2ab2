import type { Day } from '../../../platform/calendar';
import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import { type Batch, matched } from '../../../platform/graphql/loaders';
import { type AgreementGroup, agreements, groupColumns, valueOn } from '../../agreement';

/** Expenditure of operators by a day, and their fees on it. */
interface ExecutionSums {
  spent: string;
  /** Null if no agreement of the group has a fee. */
  fee: string | null;
  /** Spent by the agreements that have a fee. */
  ofFee: string;
}

const EXECUTION = statement<ExecutionSums & { id: string }>(
  'funding.executionOfGroups',
  `with a as (
     select k.g, ${valueOn.number('annual_fee', 'a', '$4::date')} as annual_fee, coalesce(e.spent, 0) as spent
       from unnest($1::text[], $2::uuid[], $3::uuid[]) k(g, organisation_id, agreement_id)
       join ${agreements('a')} on a.organisation_id = k.organisation_id and a.id = k.agreement_id
      cross join lateral (
        select sum(e.amount) as spent from core.expenditure e
         where e.organisation_id = a.organisation_id and e.agreement_id = a.id and e.spent_on <= $4::date) e
   )
   select g as id, sum(spent)::text as spent, sum(annual_fee)::text as fee,
          coalesce(sum(spent) filter (where annual_fee is not null), 0)::text as "ofFee"
     from a group by g`,
);

/** Expenditure of groups of agreements by a day. */
export function executionOfGroups(day: Day): Batch<TenantScope, AgreementGroup, ExecutionSums> {
  return {
    name: `${EXECUTION.name} ${day}`,
    keyOf: ({ id }) => id,
    fetch: async (scope, groups) => {
      const values = [...groupColumns(groups), day];
      const rows = await scope.read(EXECUTION, values);
      const ids = groups.map(({ id }) => id);
      return matched(ids, rows, (row) => row.id).map((row) => row ?? { spent: '0', fee: null, ofFee: '0' });
    },
  };
}
