import { columns, type Table } from '../../platform/export/columns';
import { valueOn } from '../agreement';
import { staffCertificates, staffMembers, staffPay, staffSpells } from '../staffing';
import { ofAgreement, type Where } from './export.filter';
import { placeColumns, placeJoins } from './place.columns';

const OF_MEMBER = 's.organisation_id = m.organisation_id and s.member_id = m.id';

const changed = (where: Where, part: (alias: string) => string): string =>
  `exists (select from ${part('s')} where ${OF_MEMBER} and ${where.written('s')})`;

/**
 * 到岗情况: one row per social worker and month of the agreement up to the current one, by the rules of the staffing report;
 * codes, never names. An incremental export sends a changed member with all its months, and every member when a new
 * month has begun. Deleting a part of a member touches the member (by trigger).
 */
export function staffingTable(where: Where): Table {
  const counts = `a.state = 'CONFIRMED' and m.voided_at is null and m.kind = 'SOCIAL_WORKER'
    and x.first <= a.ends_on`;
  const until = (end: string): string => `least(${end}, ${where.to}, ${where.today})`;
  // Months that an early end takes away are sent as removed.
  const lastDay = until(valueOn.latestEnd('a'));
  const written = [
    where.monthsHaveBegun(until('a.ends_on')),
    where.written('m'),
    where.written('a'),
    ...[staffSpells, staffCertificates, staffPay].map((part) => changed(where, part)),
    where.assessed('m'),
  ].join(' or ');
  return {
    columns: [
      ...placeColumns('m', where),
      ...columns('flag', { removed: `not (${counts})` }),
      ...columns('id', { staff_id: 'm.id' }),
      ...columns('text', { staff_code: 'm.code' }),
      ...columns('day', { month: 'x.first' }),
      ...columns('decimal', {
        presence: 'presence.value',
        certified: 'case when certified.yes then presence.value else 0 end',
        experienced: 'case when experienced.yes then presence.value else 0 end',
      }),
      ...columns('flag', {
        social_insurance_paid: 'pay.social_insurance_paid',
        salary_paid: 'pay.salary_paid',
      }),
    ],
    rows: `
      from ${staffMembers('m')} ${ofAgreement('a', 'm')}
      cross join lateral (
        select month::date as first, (month + interval '1 month' - interval '1 day')::date as last
          from generate_series(date_trunc('month', greatest(a.starts_on, ${where.from})::timestamp),
                 ${lastDay}::timestamp, interval '1 month') month) x
      cross join lateral (
        select min(greatest(s.employed_from, x.first)) as day from ${staffSpells('s')}
         where ${OF_MEMBER} and s.employed_from <= least(a.ends_on, x.last)
           and (s.employed_to is null or s.employed_to >= greatest(a.starts_on, x.first))) earliest
      cross join lateral (
        select case when earliest.day is null then 0
                    when extract(day from earliest.day) > a.half_after_day then 0.5 else 1 end as value) presence
      cross join lateral (
        select exists (select from ${staffCertificates('s')} where ${OF_MEMBER} and (s.passed_on is null
          or date_trunc('month', s.passed_on) + make_interval(months => a.certified_after_months) <= x.first)) as yes) certified
      cross join lateral (
        select coalesce(date_trunc('month', m.practising_since) + make_interval(months => 12 * a.practice_years
          + case when extract(day from m.practising_since) = 1 then 0 else 1 end) <= x.first, false) as yes) experienced
      left join ${staffPay('pay')} on pay.organisation_id = m.organisation_id and pay.member_id = m.id
        and pay.month = x.first
      ${placeJoins('m')}
      where ${where.within('m')} and ${where.sent(counts, written)}`,
  };
}
