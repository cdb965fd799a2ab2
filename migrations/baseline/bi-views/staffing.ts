import { monthOf, agreementColumns, agreementJoins, tenantText, TODAY, type View } from './view';

/** SQL of the first day on post within the month, over the spells that overlap the agreement; null: not on post. */
const FIRST_DAY = `(
  select min(greatest(e.employed_from, f.month)) from core.staff_spell e
   where e.organisation_id = c.organisation_id and e.member_id = c.id
     and e.employed_from < f.after and (e.employed_to is null or e.employed_to >= f.month)
     and e.employed_from <= a.ends_on and (e.employed_to is null or e.employed_to >= a.starts_on))`;

const CERTIFIED = `exists (
  select from core.staff_certificate k
   where k.organisation_id = c.organisation_id and k.member_id = c.id
     and (k.passed_on is null or ${monthOf('k.passed_on')} + a.certified_after_months * interval '1 month' <= f.month))`;

/** SQL of the complete years by the first of a month; a start after the first counts from the first of the next month. */
const EXPERIENCED = `coalesce(${monthOf('c.practising_since')} + a.practice_years * interval '1 year'
  + case when extract(day from c.practising_since) = 1 then 0 else 1 end * interval '1 month' <= f.month, false)`;

/** 附件2 到岗情况, by the rules and parameters of each agreement, without names. */
export const STAFFING_VIEWS: View[] = [
  {
    name: 'staffing_months',
    row: [
      '社工到岗：一行一名社工（代号）到岗的一个月，至本月为止，本月按现有登记计算',
      'presence of social workers: one row a person, by code, and month on post, up to the current month, which counts as it stands now',
    ],
    columns: [
      ...agreementColumns('c'),
      ['staff_id', 'c.id', '人员编号', 'id of the person on this agreement'],
      ['staff_code', tenantText('c.code'), '人员代号，代替姓名', 'code of the person, in place of a name'],
      ['month', 'f.month', '月份（当月首日）', 'month, by its first day'],
      ['presence', 'p.presence', '到岗人次：1 或 0.5', 'presence, person-months: 1 or 0.5'],
      ['certified', 'p.certified', '当月是否持证', 'counts as certified in the month'],
      ['experienced', 'p.experienced', '当月是否达到从业年限', 'counts as experienced in the month'],
      [
        'certified_presence',
        'case when p.certified then p.presence else 0 end',
        '持证到岗人次',
        'presence that is certified, person-months',
      ],
      [
        'experienced_presence',
        'case when p.experienced then p.presence else 0 end',
        '有经验到岗人次',
        'presence that is experienced, person-months',
      ],
      ['salary_paid', 'y.salary_paid', '当月工资已发；空：未登记', 'salary was paid; null: not recorded'],
      [
        'social_insurance_paid',
        'y.social_insurance_paid',
        '当月社保已缴；空：未登记',
        'social insurance was paid; null: not recorded',
      ],
      ['zone_id', 'z.id', '片区编号', 'id of the zone'],
      ['zone_name', tenantText('z.name'), '片区名称', 'name of the zone'],
      ['second_zone_id', 'w.id', '第二片区编号：两个片区各占一半', 'id of the second zone: half in each'],
      ['second_zone_name', tenantText('w.name'), '第二片区名称', 'name of the second zone'],
    ],
    from: `
      from core.staff_member c
      join core.agreement a on a.organisation_id = c.organisation_id and a.id = c.agreement_id ${agreementJoins('c')}
     cross join lateral (
       select g::date as month, (g + interval '1 month')::date as after
         from generate_series(${monthOf('a.starts_on')}, a.ends_on::timestamp, interval '1 month') g) f
     cross join lateral (select ${FIRST_DAY} as first_day) b
     cross join lateral (
       select case when extract(day from b.first_day) > a.half_after_day then 0.5 else 1.0 end as presence,
              ${CERTIFIED} as certified, ${EXPERIENCED} as experienced
        where b.first_day is not null) p
      left join core.staff_pay y
        on y.organisation_id = c.organisation_id and y.member_id = c.id and y.month = f.month
      left join core.zone z on z.organisation_id = c.organisation_id and z.id = c.zone_id
      left join core.zone w on w.organisation_id = c.organisation_id and w.id = c.second_zone_id
     where c.kind = 'SOCIAL_WORKER' and c.voided_at is null and f.month <= ${TODAY}`,
  },
];
