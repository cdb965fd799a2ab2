import { type Column, agreementColumns, agreementJoins, scopeOf, tenantText, TODAY, type View } from './view';

/** SQL of the day from which an instalment `c` of an agreement `a` may be paid; null until its condition is met. */
const RELEASED_ON = `case c.condition
    when 'SIGNING' then least(a.starts_on, (a.registered_at at time zone 'Asia/Shanghai')::date)
    else (select (x.closed_at at time zone 'Asia/Shanghai')::date from core.assessment x
           where x.organisation_id = a.organisation_id and x.agreement_id = a.id
             and x.kind = case c.condition when 'MIDTERM_QUALIFIED' then 'MIDTERM' else 'FINAL' end
             and x.grade in ('EXCELLENT', 'GOOD', 'QUALIFIED')) end`;

/** Fee × share, half up to the fen; the last instalment takes the rounding difference. */
const OF_AGREEMENT = 'partition by c.organisation_id, c.agreement_id';
const SHARE = 'round(coalesce(a.annual_fee, 0) * c.share, 2)';
const DUE = `case when c.position = max(c.position) over (${OF_AGREEMENT})
    then round(coalesce(a.annual_fee, 0) * sum(c.share) over (${OF_AGREEMENT}), 2) - sum(${SHARE}) over (${OF_AGREEMENT}) + ${SHARE}
    else ${SHARE} end`;

const CONDITION: [string, string] = [
  '拨付条件：SIGNING 签约，MIDTERM_QUALIFIED 中期合格，FINAL_QUALIFIED 末期合格',
  'condition: SIGNING, MIDTERM_QUALIFIED or FINAL_QUALIFIED',
];
const ENTRY: Column[] = [
  ['entry_id', 'c.id', '分录编号', 'id of the entry'],
  ...agreementColumns('c'),
  [
    'party',
    'c.party',
    '登记方：OPERATOR 承接机构，PURCHASER 购买方',
    'who recorded it: OPERATOR or PURCHASER',
  ],
  ['amount', 'c.amount', '金额（元）；冲销为负', 'amount, CNY; negative where it reverses another'],
  ['reverses', 'c.reverses', '所冲销分录的编号', 'id of the entry that it reverses'],
  ['recorded_at', 'c.recorded_at', '登记时间', 'when it was recorded'],
];

const entries = (name: string, table: string, row: View['row'], columns: Column[]): View => ({
  name,
  row,
  columns: [...ENTRY, ...columns],
  from: `from core.${table} c ${agreementJoins('c')}`,
});

const AGREEMENT = 'join core.agreement a on a.organisation_id = c.organisation_id and a.id = c.agreement_id';

/** 经费: current plans, sums as of today, and the entries behind them. */
export const FUNDING_VIEWS: View[] = [
  {
    name: 'funding_instalments',
    row: ['分期款项：一行一期', 'instalments of the fee: one row each'],
    columns: [
      ...agreementColumns('c'),
      ['condition', 'c.condition', ...CONDITION],
      ['position', 'c.position', '期次，从 0 起', 'place among the instalments, from 0'],
      ['share', 'c.share', '占年度经费比例，0 至 1', 'share of the annual fee, 0 to 1'],
      ['due', 'c.due', '应拨金额（元）', 'due, CNY'],
      ['received', 'c.received', '截至今日已到账（元）', 'received by today, CNY'],
      [
        'released_on',
        'c.released_on',
        '条件满足之日；空：未满足',
        'day its condition was met; null: not met',
      ],
    ],
    from: `
      from (
        select ${scopeOf('c')}, c.condition, c.position, c.share, ${DUE} as due, ${RELEASED_ON} as released_on,
               (select coalesce(sum(r.amount), 0) from core.receipt r
                 where r.organisation_id = c.organisation_id and r.agreement_id = c.agreement_id
                   and r.condition = c.condition and r.received_on <= ${TODAY}) as received
          from core.instalment c ${AGREEMENT}) c ${agreementJoins('c')}`,
  },
  {
    name: 'funding_budget_lines',
    row: [
      '现行预算：一行一个科目；现行预算没有而已有支出的科目也在其中',
      'the budget in force: one row a category, and one for each that has spending but no budget any more',
    ],
    columns: [
      ...agreementColumns('c'),
      ['category', tenantText('c.category'), '预算科目', 'category of the budget'],
      [
        'budgeted',
        'c.budgeted',
        '预算金额（元）；空：现行预算没有',
        'budgeted, CNY; null: not in the budget in force',
      ],
      ['spent', 'c.spent', '截至今日已支出（元）', 'spent by today, CNY'],
      [
        'execution_percent',
        'core.percent(c.spent, c.budgeted)',
        '执行率（%）：支出 / 预算，两位小数',
        'spent / budgeted × 100, 2 decimals',
      ],
      [
        'share_of_fee_percent',
        'core.percent(c.spent, a.annual_fee)',
        '占年度经费（%）：支出 / 经费，两位小数',
        'spent / annual fee × 100, 2 decimals',
      ],
    ],
    from: `
      from (
        select ${scopeOf('u')}, u.category, sum(u.budgeted) as budgeted, coalesce(sum(u.spent), 0) as spent
          from (
            select ${scopeOf('l')}, l.category, l.amount as budgeted, null::numeric as spent from core.budget_line l
             where l.version = (select max(b.version) from core.budget b
                                 where b.organisation_id = l.organisation_id and b.agreement_id = l.agreement_id)
            union all
            select ${scopeOf('e')}, e.category, null, e.amount from core.expenditure e where e.spent_on <= ${TODAY}
          ) u
         group by ${scopeOf('u')}, u.category having sum(u.budgeted) is not null or sum(u.spent) <> 0) c
      ${AGREEMENT} ${agreementJoins('c')}`,
  },
  {
    name: 'funding_fiscal_budgets',
    row: [
      '街道年度预算：一行一份协议的一个财政年度',
      'budgets of the street: one row a fiscal year of an agreement',
    ],
    columns: [
      ...agreementColumns('c'),
      ['fiscal_year', 'c.fiscal_year', '财政年度', 'fiscal year'],
      ['budget', 'c.amount', '年度预算（元）', 'budget of the year, CNY'],
      ['paid', 'c.paid', '截至今日已拨付（元）', 'paid to the operator by today, CNY'],
      [
        'execution_percent',
        'core.percent(c.paid, c.amount)',
        '预算执行率（%）：拨付 / 预算，两位小数',
        'paid / budget × 100, 2 decimals',
      ],
      [
        'recall_share',
        'c.recall_share',
        '须于期限前执行的比例，0 至 1',
        'share that must be paid by a day, 0 to 1',
      ],
      ['recall_by', 'c.recall_by', '执行期限', 'the day by which it must be paid'],
    ],
    from: `
      from (
        select distinct on (f.organisation_id, f.agreement_id, f.fiscal_year)
               ${scopeOf('f')}, f.fiscal_year, f.amount, f.recall_share, f.recall_by,
               (select coalesce(sum(x.amount), 0) from (
                  select r.amount from core.receipt r
                   where r.organisation_id = f.organisation_id and r.agreement_id = f.agreement_id
                     and extract(year from r.paid_on) = f.fiscal_year and r.paid_on <= ${TODAY}
                  union all
                  select y.amount from core.payment y
                   where y.organisation_id = f.organisation_id and y.agreement_id = f.agreement_id
                     and y.fiscal_year = f.fiscal_year and y.known_by <= ${TODAY}) x) as paid
          from core.fiscal_budget f
         order by f.organisation_id, f.agreement_id, f.fiscal_year, f.version desc) c ${agreementJoins('c')}`,
  },
  entries(
    'funding_receipts',
    'receipt',
    ['到账记录：一行一笔', 'receipts: one row an entry'],
    [
      ['condition', 'c.condition', ...CONDITION],
      ['received_on', 'c.received_on', '到账日', 'day received'],
      ['paid_on', 'c.paid_on', '街道拨付日，决定财政年度', 'day paid by the street; decides the fiscal year'],
    ],
  ),
  entries(
    'funding_expenditures',
    'expenditure',
    ['支出记录：一行一笔', 'expenditures: one row an entry'],
    [
      ['category', tenantText('c.category'), '预算科目', 'category of the budget'],
      ['spent_on', 'c.spent_on', '支出日', 'day spent'],
    ],
  ),
  entries(
    'funding_payments',
    'payment',
    ['到账记录之外的拨付记录：一行一笔', 'payments of the street beside the receipts: one row an entry'],
    [
      ['fiscal_year', 'c.fiscal_year', '财政年度', 'fiscal year'],
      ['paid_on', 'c.paid_on', '拨付日；空：只知年度', 'day paid; null: only the year is known'],
    ],
  ),
];
