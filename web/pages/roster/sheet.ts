import type { RosterMemberFragment, RosterQuery, RosterReportFragment } from '../../generated/graphql';
import type { Month } from '../../ui/days';
import { addDecimals, compareDecimals, type Decimal } from '../../ui/decimals';

export type RosterAgreement = NonNullable<RosterQuery['agreement']>;
export type Presence = RosterReportFragment['members'][number];
type Pay = RosterMemberFragment['pay'][number];

/** The two parts of the form; who passes the examination on the way counts in both, a month in one of them. */
const PARTS = ['certified', 'uncertified'] as const;
export type PartName = (typeof PARTS)[number];

/** A month of someone, as one part of the form has it. */
export interface MonthCell {
  readonly month: Month;
  readonly presence: Decimal;
  /** Whether the month counts in the other part (分段计算). */
  readonly isElsewhere: boolean;
  readonly pay: Pay | undefined;
}

export interface Row {
  readonly member: Presence;
  readonly number: number;
  /** Whether the part above has this person too (同). */
  readonly isAgain: boolean;
  readonly cells: readonly MonthCell[];
  readonly total: Decimal;
  readonly experienced: Decimal;
}

export interface Part {
  readonly name: PartName;
  readonly rows: readonly Row[];
  readonly months: readonly PartMonth[];
  readonly total: Decimal;
  readonly experienced: Decimal;
}

/** A month's sums of a part. */
interface PartMonth {
  readonly month: Month;
  readonly presence: Decimal;
  readonly socialInsurancePaid: number;
  readonly salaryPaid: number;
}

/** What a month of someone counts as. */
interface CountedMonth {
  readonly month: Month;
  readonly presence: Decimal;
  readonly isCertified: boolean;
  readonly isExperienced: boolean;
}

type Report = Pick<RosterReportFragment, 'members' | 'months' | 'certified' | 'uncertified'>;

/**
 * The months of someone. A certificate and the years of practice count from one month on for good: the first months add up
 * to what is not certified, the last ones to what is experienced.
 */
export function countedMonths(
  { months, uncertified, total, experienced }: Presence,
  all: readonly { readonly month: Month }[],
): CountedMonth[] {
  let before: Decimal = '0';
  return all.map(({ month }, at) => {
    const presence = months[at] ?? '0';
    const isCertified = compareDecimals(before, uncertified) >= 0;
    const isExperienced = compareDecimals(addDecimals(before, experienced), total) >= 0;
    before = addDecimals(before, presence);
    return { month, presence, isCertified, isExperienced };
  });
}

/** 附件2: who counts as certified, then who does not, numbered through; who was never on post in these months is left out. */
export function partsOf(report: Report, staff: readonly RosterMemberFragment[] | undefined): Part[] {
  const payOf = new Map(staff?.map(({ id, pay }) => [id, pay]));
  const numbers = new Map<string, number>();
  return PARTS.map((name) => {
    const rows = report.members
      .filter((member) => compareDecimals(member[name], '0') > 0)
      .map((member): Row => {
        const isAgain = numbers.has(member.memberId);
        const number = numbers.get(member.memberId) ?? numbers.size + 1;
        numbers.set(member.memberId, number);
        const months = countedMonths(member, report.months);
        const isHere = ({ isCertified }: CountedMonth): boolean => isCertified === (name === 'certified');
        const cells = months.map((counted) => ({
          month: counted.month,
          presence: counted.presence,
          isElsewhere: !isHere(counted) && isPresent(counted.presence),
          pay: payOf.get(member.memberId)?.find((it) => it.month === counted.month),
        }));
        const experienced = sumOf(months.filter((it) => it.isExperienced && isHere(it)));
        return { member, number, isAgain, cells, total: member[name], experienced };
      });
    const months = report.months.map((sums, at): PartMonth => {
      const cells = rows.flatMap(({ cells: { [at]: cell } }) =>
        cell && !cell.isElsewhere && isPresent(cell.presence) ? [cell] : [],
      );
      return {
        month: sums.month,
        presence: sums[name],
        socialInsurancePaid: cells.filter(({ pay }) => pay?.socialInsurancePaid).length,
        salaryPaid: cells.filter(({ pay }) => pay?.salaryPaid).length,
      };
    });
    const experienced = rows.reduce((sum, row) => addDecimals(sum, row.experienced), '0');
    return { name, rows, months, total: report[name], experienced };
  });
}

export function isPresent(presence: Decimal): boolean {
  return compareDecimals(presence, '0') > 0;
}

/** Neighbouring months that count in the other part, as one; the others one by one. */
export function spansOf(cells: readonly MonthCell[]): MonthCell[][] {
  const spans: MonthCell[][] = [];
  for (const cell of cells) {
    const last = spans[spans.length - 1];
    if (cell.isElsewhere && last?.[0]?.isElsewhere) last.push(cell);
    else spans.push([cell]);
  }
  return spans;
}

function sumOf(months: readonly CountedMonth[]): Decimal {
  return months.reduce((sum, { presence }) => addDecimals(sum, presence), '0');
}
