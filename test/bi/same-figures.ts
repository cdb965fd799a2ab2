import { exact } from '../../src/platform/decimal';
import type { Cell, Seen } from './api-figures';
import type { BiClient } from './support';

/** A decimal by its value; null stays. */
export const value = (text: string | null | undefined): string | null =>
  text == null ? null : exact(text).toFixed();

/** The lines of both sides, sorted; fails when there is nothing to compare. */
export function expectSame(bi: string[], expected: string[]): void {
  expect(expected.length).toBeGreaterThan(0);
  expect([...bi].sort()).toEqual([...expected].sort());
}
export const line = (...parts: (string | number | boolean | null | undefined)[]): string => parts.join(' | ');
export const figures = ({ target, completed, percent }: Cell): (string | null)[] =>
  [target, completed, percent].map(value);

/** Presence per person and month; and the sums of the report. */
export async function expectSameStaff(bi: BiClient, seen: Seen): Promise<void> {
  const rows = await bi.rows(`select *, to_char(month, 'YYYY-MM') as ym from staffing_months`);
  expectSame(
    rows.map((row) => line(row.agreement_id, row.staff_id, row.staff_code, row.ym, value(row.presence))),
    seen.agreements.flatMap(({ id, staffing: { months, members } }) =>
      members.flatMap((member) =>
        member.months.flatMap((presence, at) =>
          presence === '0' ? [] : [line(id, member.memberId, member.code, months[at]!.month, presence)],
        ),
      ),
    ),
  );
  const sums = await bi.rows(
    `select agreement_id, to_char(month, 'YYYY-MM') as ym, count(*) as heads, sum(presence) as total,
            sum(certified_presence) as certified, sum(experienced_presence) as experienced,
            count(*) filter (where salary_paid) as salaries, count(*) filter (where social_insurance_paid) as insured
       from staffing_months group by 1, 2`,
  );
  expectSame(
    sums.map((row) =>
      line(
        row.agreement_id,
        row.ym,
        row.heads,
        value(row.total),
        value(row.certified),
        value(row.experienced),
        row.salaries,
        row.insured,
      ),
    ),
    seen.agreements.flatMap(({ id, staffing }) =>
      staffing.months
        .filter(({ headCount }) => headCount > 0)
        .map((m) =>
          line(
            id,
            m.month,
            m.headCount,
            m.total,
            m.certified,
            m.experienced,
            m.salaryPaid,
            m.socialInsurancePaid,
          ),
        ),
    ),
  );
  const persons = await bi.rows(
    `select agreement_id, staff_code, sum(certified_presence) as certified, sum(experienced_presence) as experienced
       from staffing_months group by 1, 2`,
  );
  expectSame(
    persons.map((row) =>
      line(row.agreement_id, row.staff_code, value(row.certified), value(row.experienced)),
    ),
    seen.agreements.flatMap(({ id, staffing }) =>
      staffing.members
        .filter(({ total }) => total !== '0')
        .map(({ code, certified, experienced }) => line(id, code, certified, experienced)),
    ),
  );
}

/** Person-months by zone, and what is required, over the whole agreement. */
export async function expectSameZonesAndPosts(bi: BiClient, seen: Seen): Promise<void> {
  const zones = await bi.rows(
    `select agreement_id, zone_id, zone_name, sum(presence) as presence
       from (select agreement_id, zone_id, zone_name,
                    presence / case when second_zone_id is null then 1 else 2 end as presence from staffing_months
             union all
             select agreement_id, second_zone_id, second_zone_name, presence / 2 from staffing_months
              where second_zone_id is not null) s
      group by 1, 2, 3`,
  );
  expectSame(
    zones.map((row) => line(row.agreement_id, row.zone_id, row.zone_name, value(row.presence))),
    seen.agreements.flatMap(({ id, staffing }) =>
      staffing.staffByZone
        .filter(({ personMonths }) => personMonths !== '0')
        .map(({ zone, personMonths }) => line(id, zone?.id ?? null, zone?.name ?? null, personMonths)),
    ),
  );
  const required = await bi.rows(
    `select agreement_id, trim_scale(sum(required_posts)) as posts,
            trim_scale(sum(required_posts) * (array_agg(required_certified_share order by month desc))[1]) as certified
       from staffing_requirements group by 1`,
  );
  expectSame(
    required.map((row) => line(row.agreement_id, row.posts, row.certified)),
    seen.agreements.map(({ id, staffing }) => line(id, staffing.required, staffing.requiredCertified)),
  );
}

/** Instalments, the budget in force with what was spent, and the budgets of the street. */
export async function expectSamePlans(bi: BiClient, seen: Seen): Promise<void> {
  expectSame(
    (await bi.rows('select * from funding_instalments')).map((row) =>
      line(
        row.agreement_id,
        row.condition,
        value(row.share),
        value(row.due),
        value(row.received),
        row.released_on,
      ),
    ),
    seen.agreements.flatMap(({ id, funding }) =>
      funding.instalments.map((i) =>
        line(id, i.condition, value(i.share), value(i.due), value(i.received), i.releasedOn),
      ),
    ),
  );
  expectSame(
    (await bi.rows('select * from funding_budget_lines')).map((row) =>
      line(
        row.agreement_id,
        row.category,
        value(row.budgeted),
        value(row.spent),
        value(row.execution_percent),
        value(row.share_of_fee_percent),
      ),
    ),
    seen.agreements.flatMap(({ id, funding }) =>
      funding.budgetLines.map((l) =>
        line(
          id,
          l.category,
          value(l.budgeted),
          value(l.spent),
          value(l.executionPercent),
          value(l.shareOfFeePercent),
        ),
      ),
    ),
  );
  expectSame(
    (await bi.rows('select * from funding_fiscal_budgets')).map((row) =>
      line(
        row.agreement_id,
        row.fiscal_year,
        value(row.budget),
        value(row.paid),
        value(row.execution_percent),
        value(row.recall_share),
        row.recall_by,
      ),
    ),
    seen.agreements.flatMap(({ id, funding }) =>
      funding.fiscalYears
        .filter(({ budget }) => budget !== null)
        .map(({ fiscalYear, budget, paid, executionPercent, recall }) =>
          line(
            id,
            fiscalYear,
            value(budget),
            value(paid),
            value(executionPercent),
            value(recall?.share),
            recall?.by,
          ),
        ),
    ),
  );
}

/** Every entry of the three books. */
export async function expectSameBooks(bi: BiClient, seen: Seen): Promise<void> {
  for (const [view, book, own] of [
    ['funding_receipts', 'receipts', ['condition', 'received_on', 'paid_on', 'received_month', 'known_by']],
    ['funding_expenditures', 'expenditures', ['category', 'spent_on']],
    ['funding_payments', 'payments', ['fiscal_year', 'paid_on']],
  ] as const) {
    expectSame(
      (await bi.rows(`select * from ${view}`)).map((row) =>
        line(
          row.entry_id,
          row.agreement_id,
          row.party,
          value(row.amount),
          row.reverses,
          ...own.map((name) => row[name]),
        ),
      ),
      seen.agreements.flatMap(({ id, funding }) =>
        funding[book].nodes.map((entry) =>
          line(
            entry.id,
            id,
            entry.party,
            value(entry.amount),
            entry.reverses,
            ...own.map((name) => entry[name.replace(/_(\w)/, (_, letter: string) => letter.toUpperCase())]),
          ),
        ),
      ),
    );
  }
}

/** Scores by party, total and grade. */
export async function expectSameAssessments(bi: BiClient, seen: Seen): Promise<void> {
  expectSame(
    (await bi.rows('select * from assessments')).map((row) =>
      line(
        row.assessment_id,
        row.agreement_id,
        row.kind,
        row.from_day,
        row.to_day,
        row.assessor_name,
        ...[row.purchaser_score, row.supervisor_score, row.mentoring_score, row.third_party_score].map((s) =>
          value(s ?? null),
        ),
        value(row.total),
        row.grade,
        row.closed_at === null,
      ),
    ),
    seen.agreements.flatMap(({ id, assessments }) =>
      assessments.map((a) =>
        line(
          a.id,
          id,
          a.kind,
          a.from,
          a.to,
          a.assessor.name,
          ...a.scores.map(({ score }) => value(score)),
          value(a.total),
          a.grade,
          a.closedAt === null,
        ),
      ),
    ),
  );
}
