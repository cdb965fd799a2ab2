import type { MonthFiguresQuery, MonthsSheetFragment } from '../../generated/graphql';
import { reportingTexts } from '../../messages/reporting';
import type { Month } from '../../ui/days';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  meanOfSum,
  quantityText,
  timesDecimal,
} from '../../ui/decimals';

type Row = MonthsSheetFragment['rows'][number];
type Facts = Pick<NonNullable<MonthFiguresQuery['agreement']>, 'staffing' | 'monthSpending'>;

/** So many times the mean of the months before, or less than that part of it, is worth a look: as the entry marks it. */
const TIMES = 3;
/** A mean of fewer months says nothing. */
const MIN_MONTHS = 2;

/** A measure in this month, beside the months of the term before. */
export interface Compared {
  readonly now: Decimal;
  /** Undefined in the first month of a term. */
  readonly last: Decimal | undefined;
  readonly mean: Decimal | undefined;
  readonly kind: 'NOTHING' | 'MUCH' | 'LITTLE' | 'USUAL';
}

export function comparedOf({
  byMonth,
  measure: { unit },
}: Pick<Row, 'byMonth'> & { readonly measure: Pick<Row['measure'], 'unit'> }): Compared {
  const before = byMonth.slice(0, -1);
  const now = byMonth[byMonth.length - 1] ?? '0';
  const sum = before.reduce(addDecimals, '0');
  return {
    now,
    last: before[before.length - 1],
    mean: before.length === 0 ? undefined : meanOfSum(sum, before.length, unit),
    kind: kindOf(now, sum, before),
  };
}

function kindOf(now: Decimal, sum: Decimal, before: readonly Decimal[]): Compared['kind'] {
  const busy = before.filter((value) => !isNothing(value)).length;
  // What is done once or twice a year is not missed in the other months.
  if (before.length < MIN_MONTHS || busy * 2 < before.length) return 'USUAL';
  // Nor is what is done less than once in a usual month.
  if (isNothing(now)) return compareDecimals(sum, String(before.length)) < 0 ? 'USUAL' : 'NOTHING';
  const scaled = timesDecimal(now, before.length);
  if (compareDecimals(scaled, timesDecimal(sum, TIMES)) > 0) return 'MUCH';
  return compareDecimals(timesDecimal(scaled, TIMES), sum) < 0 ? 'LITTLE' : 'USUAL';
}

function isNothing(value: Decimal): boolean {
  return /^-?[0.]+$/.test(value);
}

/** Below the share of the term that has passed. */
export function isBehind({ percent }: Row['total'], timeProgressPercent: Decimal): boolean {
  return percent !== null && compareDecimals(percent, timeProgressPercent) < 0;
}

/** What of a month is worth a look before it is handed in or accepted, in words. */
export function unusualOf(
  month: Month,
  sheet: MonthsSheetFragment | undefined,
  { staffing, monthSpending }: Facts,
): readonly string[] {
  return [
    ...(sheet ? ofFigures(sheet) : []),
    ...ofStaff(staffing),
    ...staffing.warnings
      .filter((it) => it.month === null || it.month === month)
      .map(({ message }) => message),
    ...ofSpending(monthSpending),
  ];
}

function ofFigures({ rows, timeProgressPercent }: MonthsSheetFragment): string[] {
  const { monthly, published } = reportingTexts();
  const compared = rows.map((row) => ({ row, ...comparedOf(row) }));
  if (rows.length > 0 && compared.every(({ now }) => isNothing(now))) return [monthly.noRecords];
  const said = compared.flatMap(({ row: { indicator, measure }, now, mean = '0', kind }) => {
    const name = published.measure(indicator.name, measure.name, measure.unit);
    const usual = quantityText(mean, measure.unit);
    if (kind === 'NOTHING') return [monthly.nothing(name, usual)];
    const done = quantityText(now, measure.unit);
    if (kind === 'MUCH') return [monthly.much(name, done, usual)];
    return kind === 'LITTLE' ? [monthly.little(name, done, usual)] : [];
  });
  const behind = rows.filter(({ total }) => isBehind(total, timeProgressPercent)).length;
  return behind === 0 ? said : [...said, monthly.behind(behind, timeProgressPercent)];
}

function ofStaff({ months: [month] }: Facts['staffing']): string[] {
  const { monthly } = reportingTexts();
  if (!month) return [];
  const { headCount, postsSurplus, salaryPaid, socialInsurancePaid } = month;
  return [
    ...(postsSurplus?.startsWith('-') ? [monthly.shortStaff(postsSurplus.slice(1))] : []),
    ...(salaryPaid < headCount ? [monthly.unpaidSalary(headCount - salaryPaid)] : []),
    ...(socialInsurancePaid < headCount ? [monthly.unpaidInsurance(headCount - socialInsurancePaid)] : []),
  ];
}

/** What was spent and reversed again is not spent. */
function ofSpending({ categories }: Facts['monthSpending']): string[] {
  return categories.length === 0 ? [reportingTexts().monthly.noSpending] : [];
}
