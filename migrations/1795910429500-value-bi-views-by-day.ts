import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BI_VIEWS, statementsOf } from './baseline/bi-views';
import {
  agreementColumns,
  agreementJoins,
  type Column,
  monthOf,
  scopeOf,
  tenantText,
  TODAY,
  type View,
} from './baseline/bi-views/view';

const NUMBERS = {
  annual_fee: ['annualFee', 'numeric(14, 2)'],
  required_posts: ['requiredPosts', 'numeric(7, 2)'],
  required_certified_share: ['requiredCertifiedShare', 'numeric(7, 6)'],
} as const;

/**
 * SQL of the value of a part on a day where an amendment has changed it: core.value_on, written out, since a login may
 * not look into the schema of the tables.
 */
const changeOf = (
  part: string,
  agreementId: string,
  field: string,
  aspect: string,
  subject: string,
  day: string,
): string => `(
    select k.value from core.amendment_change k
     where k.organisation_id = ${part}.organisation_id and k.agreement_id = ${part}.${agreementId} and k.field = '${field}'
       and k.aspect = '${aspect}' and k.since <= ${day} and k.applied_at is not null
       and k.subject_id is not distinct from ${subject}
       and k.since <= (select e.ends_on + 1 from core.agreement e
                        where e.organisation_id = ${part}.organisation_id and e.id = ${part}.${agreementId})
     order by k.since desc, k.applied_at desc limit 1)`;

const valueOf = (part: string, column: string, change: string): string =>
  `case when ${part}.amended then coalesce(${change}, ${part}.${column}) else ${part}.${column} end`;

/** SQL of a number of the agreement `a` on a day. */
function numberOn(column: keyof typeof NUMBERS, day: string): string {
  const [field, type] = NUMBERS[column];
  return valueOf('a', column, `${changeOf('a', 'id', field, 'value', 'null', day)}::${type}`);
}

/** SQL of the name of a zone today. */
const nameOf = (zone: string): string =>
  tenantText(valueOf(zone, 'name', changeOf(zone, 'agreement_id', 'zone', 'name', `${zone}.id`, TODAY)));

const confirmed = (alias: string, id: string): string => `${agreementJoins(alias)}
  join core.agreement v on v.organisation_id = ${alias}.organisation_id and v.id = ${alias}.${id} and v.state = 'CONFIRMED'`;

/** The zones of a member in the month: on its first day on post in it, but not before the agreement. */
const ZONES = `
      left join lateral (
        select true as found, q.zone_id, q.second_zone_id from core.staff_zones q
         where c.zones_changed and q.organisation_id = c.organisation_id and q.member_id = c.id
           and q.since <= greatest(b.first_day, a.starts_on)
         order by q.since desc, q.position desc limit 1) q on true`;

const SHARE = valueOf(
  'i',
  'share',
  `${changeOf('i', 'agreement_id', 'instalment', 'value', 'i.id', TODAY)}::numeric(7, 6)`,
);
/** The last instalment of a share takes the rounding difference. */
const OF_AGREEMENT = 'partition by c.organisation_id, c.agreement_id';
const ALONE = 'round(coalesce(c.fee, 0) * c.share, 2)';
const DUE = `case when c.position = max(c.position) filter (where c.share > 0) over (${OF_AGREEMENT})
    then round(coalesce(c.fee, 0) * sum(c.share) over (${OF_AGREEMENT}), 2) - sum(${ALONE}) over (${OF_AGREEMENT}) + ${ALONE}
    else ${ALONE} end`;

/** What changes in each view; the rest of it stays. */
const CHANGES: Record<string, (view: View) => View> = {
  agreements: (view) =>
    Object.keys(NUMBERS).reduce(
      (changed, column) =>
        withColumn(changed, column, numberOn(column as keyof typeof NUMBERS, TODAY), [
          '截至今日',
          'as of today',
        ]),
      view,
    ),
  funding_budget_lines: (view) =>
    withColumn(view, 'share_of_fee_percent', `core.percent(c.spent, ${numberOn('annual_fee', TODAY)})`, [
      '今日的经费',
      'the fee as of today',
    ]),
  funding_instalments: (view) => ({
    ...view,
    from: `
      from (
        select c.*, ${DUE} as due
          from (
            select ${scopeOf('i')}, i.condition, i.position, ${SHARE} as share, ${numberOn('annual_fee', TODAY)} as fee,
                   ${releasedOn(view)} as released_on,
                   (select coalesce(sum(r.amount), 0) from core.receipt r
                     where r.organisation_id = i.organisation_id and r.agreement_id = i.agreement_id
                       and r.condition = i.condition and r.received_on <= ${TODAY}) as received
              from core.instalment i
              join core.agreement a on a.organisation_id = i.organisation_id and a.id = i.agreement_id) c) c
      ${confirmed('c', 'agreement_id')}
     where c.share > 0 or c.received <> 0`,
  }),
  staffing_months: (view) => ({
    ...withColumn(withColumn(view, 'zone_name', nameOf('z')), 'second_zone_name', nameOf('w')),
    from: replaced(
      replaced(
        view.from,
        'left join core.zone z on z.organisation_id = c.organisation_id and z.id = c.zone_id',
        `${ZONES.trim()}
      left join core.zone z on z.organisation_id = c.organisation_id
       and z.id = case when q.found then q.zone_id else c.zone_id end`,
      ),
      'and w.id = c.second_zone_id',
      'and w.id = case when q.found then q.second_zone_id else c.second_zone_id end',
    ),
  }),
};

const REQUIREMENTS: View = {
  name: 'staffing_requirements',
  row: [
    '应到岗：一行一份协议的一个月，至本月为止',
    'posts required: one row a month of an agreement, up to the current month',
  ],
  columns: [
    ...agreementColumns('a', 'id'),
    ['month', 'f.month', '月份（当月首日）', 'month, by its first day'],
    [
      'required_posts',
      numberOn('required_posts', 'greatest(f.month, a.starts_on)'),
      '当月首日（首月为协议首日）的应配社工岗位数，即当月应到岗人次',
      'posts in force on its first day (in the first month, on that of the agreement): person-months required in it',
    ],
    [
      'required_certified_share',
      numberOn('required_certified_share', 'least(f.after - 1, a.ends_on)'),
      '当月末日（末月为协议末日）的应持证比例，0 至 1',
      'share of them that must be certified, in force on its last day (in the last month, on that of the agreement), 0 to 1',
    ],
  ],
  from: `
      from core.agreement a ${confirmed('a', 'id')}
     cross join lateral (
       select g::date as month, (g + interval '1 month')::date as after
         from generate_series(${monthOf('a.starts_on')}, a.ends_on::timestamp, interval '1 month') g) f
     where f.month <= ${TODAY}`,
};

function withColumn(view: View, name: string, sql: string, more?: [zh: string, en: string]): View {
  if (!view.columns.some(([column]) => column === name)) throw new Error(`bi.${view.name} has no ${name}`);
  return {
    ...view,
    columns: view.columns.map((column): Column => {
      const [own, , zh, en] = column;
      if (own !== name) return column;
      return more ? [own, sql, `${zh}，${more[0]}`, `${en}, ${more[1]}`] : [own, sql, zh, en];
    }),
  };
}

function replaced(text: string, before: string, after: string): string {
  if (!text.includes(before)) throw new Error(`no view reads ${before}`);
  return text.replace(before, () => after);
}

/** The rule by which instalments are released stays as it is in the view. */
function releasedOn({ from }: View): string {
  const [, rule] = /(case c\.condition[\s\S]*? end) as released_on/.exec(from) ?? [];
  if (rule === undefined) throw new Error('the instalments have no rule by which they are released');
  return rule.replaceAll('c.condition', 'i.condition');
}

/** The views as they are: of confirmed agreements alone. */
const BEFORE = BI_VIEWS.filter(({ name }) => name in CHANGES).map((view): View => {
  const [alias, id] = view.name === 'agreements' ? ['a', 'id'] : ['c', 'agreement_id'];
  return { ...view, from: replaced(view.from, agreementJoins(alias), confirmed(alias, id)) };
});

/** Values in force on a day: fee, posts and shares today, the posts of each month, the zones of each month on post. */
export class ValueBiViewsByDay1795910429500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.replace(
      runner,
      BEFORE.map((view) => CHANGES[view.name]?.(view) ?? view),
    );
    for (const statement of statementsOf(REQUIREMENTS)) await runner.query(statement);
  }

  /** The logins keep their rights: a view that is replaced is the same to them. */
  private async replace(runner: QueryRunner, views: readonly View[]): Promise<void> {
    for (const view of views) {
      for (const statement of statementsOf(view)) {
        await runner.query(statement.replace(/^create view/, 'create or replace view'));
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view bi.staffing_requirements');
    await this.replace(runner, BEFORE);
  }
}
