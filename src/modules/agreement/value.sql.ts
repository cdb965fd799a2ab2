/**
 * SQL of the values of an agreement on a day: what the registration says, or else the last change in force by that day.
 * The functions take the alias of the table and the SQL of the day.
 */

/** Numbers of the agreement: the column, and the field of a change. */
const NUMBERS = {
  annual_fee: 'annualFee',
  required_posts: 'requiredPosts',
  required_certified_share: 'requiredCertifiedShare',
  half_after_day: 'halfAfterDay',
  practice_years: 'practiceYears',
  certified_after_months: 'certifiedAfterMonths',
} as const;
export type NumberColumn = keyof typeof NUMBERS;

const changeOf = (
  alias: string,
  agreementId: string,
  field: string,
  aspect: string,
  subject: string,
  day: string,
): string =>
  `core.value_on(${alias}.organisation_id, ${alias}.${agreementId}, '${field}', '${aspect}', ${subject}, ${day})`;

export const valueOn = {
  /** A number of the agreement `alias`. */
  number: (column: NumberColumn, alias: string, day: string): string =>
    `case when ${alias}.amended then coalesce(${changeOf(alias, 'id', NUMBERS[column], 'value', 'null', day)}::${column === 'annual_fee' ? 'numeric(14, 2)' : 'numeric'}, ${alias}.${column}) else ${alias}.${column} end`,

  /** The name of a part. */
  name: (table: 'zone' | 'point' | 'project', alias: string, day: string): string =>
    `case when ${alias}.amended then coalesce(${changeOf(alias, 'agreement_id', table, 'name', `${alias}.id`, day)}, ${alias}.name) else ${alias}.name end`,

  /** The zone of a point. */
  zone: (alias: string, day: string): string =>
    `case when ${alias}.amended then coalesce(${changeOf(alias, 'agreement_id', 'point', 'zone', `${alias}.id`, day)}::uuid, ${alias}.zone_id) else ${alias}.zone_id end`,

  /** The share of an instalment; 0 where there is none. */
  share: (alias: string, day: string): string =>
    `case when ${alias}.amended then coalesce(${changeOf(alias, 'agreement_id', 'instalment', 'value', `${alias}.id`, day)}::numeric, ${alias}.share) else ${alias}.share end`,

  /** The latest last day that the agreement `alias` has ever had. */
  latestEnd: (alias: string): string =>
    `case when ${alias}.amended then greatest(${alias}.ends_on, (select max(c.was::date) from core.amendment_change c
       where c.organisation_id = ${alias}.organisation_id and c.agreement_id = ${alias}.id and c.field = 'endsOn'
         and c.applied_at is not null)) else ${alias}.ends_on end`,
} as const;

/** Today in Guangzhou. */
export const TODAY = 'core.today()';
