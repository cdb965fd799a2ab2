import type { Day } from '../../../platform/calendar';
import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import { type Batch, matched } from '../../../platform/graphql/loaders';
import { type AgreementGroup, agreements, groupColumns } from '../../agreement';
import { postsIn } from '../read.sql';

/** Person-months of social workers, actual and required. */
interface PersonMonthSums {
  personMonths: string;
  /** Null if no agreement of the group requires posts in any of these months. */
  required: string | null;
  /** Person-months of the agreements that require posts. */
  ofRequired: string;
}

/** A consecutive number per month. */
const index = (day: string): string => `(extract(year from ${day}) * 12 + extract(month from ${day}))::int`;

/** The first day of the month of a number `i`. */
const MONTH = 'make_date((i - 1) / 12, (i - 1) % 12 + 1, 1)';

/**
 * The rule of presence.rules.ts for any number of agreements in one statement, a row per spell: a spell adds the months
 * not covered by earlier spells of the member, less half a month if it begins after the agreement's `halfAfterDay` of the
 * first of them. From the agreement's first month to the last month completed by the day, $4.
 */
const PERSON_MONTHS = statement<PersonMonthSums & { id: string }>(
  'staffing.personMonthsOfGroups',
  `with a as materialized (
     select k.g, a.organisation_id, a.id, a.starts_on, a.ends_on, a.half_after_day, n.first, n.last,
            case when a.amended and n.last >= n.first
                 then (select sum(${postsIn('a', MONTH)}) from generate_series(n.first, n.last) i)
                 else a.required_posts * greatest(n.last - n.first + 1, 0) end as required
       from unnest($1::text[], $2::uuid[], $3::uuid[]) k(g, organisation_id, agreement_id)
       join ${agreements('a')} on a.organisation_id = k.organisation_id and a.id = k.agreement_id
      cross join lateral (
        select ${index('a.starts_on')} as first,
               least(${index('a.ends_on')}, ${index('($4::date + 1)')} - 1) as last) n
   ), spells as (
     select a.g, a.required is not null as requires, a.half_after_day, a.first, s.employed_from,
            ${index('s.employed_from')} as begins,
            least(${index('s.employed_to')}, a.last) as ends,
            max(coalesce(${index('s.employed_to')}, a.last)) over (
              partition by a.g, s.member_id order by s.employed_from, s.id
              rows between unbounded preceding and 1 preceding) as reached
       from a join core.staff_member m on m.organisation_id = a.organisation_id and m.agreement_id = a.id
        and m.kind = 'SOCIAL_WORKER' and m.voided_at is null
       join core.staff_spell s on s.organisation_id = m.organisation_id and s.member_id = m.id
        and s.employed_from <= a.ends_on and (s.employed_to is null or s.employed_to >= a.starts_on)
   ), parts as (
     select s.g, s.requires, null::numeric as required, greatest(s.ends - n.month + 1, 0)
              - case when s.begins = n.month and n.month <= s.ends
                      and extract(day from s.employed_from) > s.half_after_day then 0.5 else 0 end as presence
       from spells s cross join lateral (select greatest(s.begins, s.reached + 1, s.first) as month) n
     union all
     select g, required is not null, required, 0 from a
   )
   select g as id, trim_scale(sum(presence))::text as "personMonths", trim_scale(sum(required))::text as required,
          trim_scale(coalesce(sum(presence) filter (where requires), 0))::text as "ofRequired"
     from parts group by g`,
);

/** Person-months of groups of agreements, from their first month to the last month completed by a day. */
export function personMonthsOfGroups(day: Day): Batch<TenantScope, AgreementGroup, PersonMonthSums> {
  return {
    name: `${PERSON_MONTHS.name} ${day}`,
    keyOf: ({ id }) => id,
    fetch: async (scope, groups) => {
      const values = [...groupColumns(groups), day];
      const rows = await scope.read(PERSON_MONTHS, values);
      const ids = groups.map(({ id }) => id);
      return matched(ids, rows, (row) => row.id).map(
        (row) => row ?? { personMonths: '0', required: null, ofRequired: '0' },
      );
    },
  };
}
