import type { Caller } from '../../access';
import { badInput, notFound } from '../../platform/app-error';
import { type Day, lastDayOfMonth, monthsAfter } from '../../platform/calendar';
import { type AgreementRow, type AgreementService, keyOf, timeProgress } from '../agreement';
import type { Catalogue } from './catalogue';
import { monthlyCells } from './monthly.repository';
import { type MonthlyRow, monthlyRows } from './monthly.rules';

interface MonthlyArgs {
  termId: string;
  zoneId: string | null;
  /** YYYY-MM */
  from: string | null;
  to: string | null;
}

/** 逐月完成情况 of a term. */
export interface MonthlyCompletion {
  from: Day;
  to: Day;
  timeProgressPercent: string;
  months: string[];
  rows: MonthlyRow[];
}

/** What was completed in each month of a term. */
export class MonthlyService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly agreements: AgreementService,
  ) {}

  /** The months of a term within the scope, of all zones or of one; by default those that have begun. */
  async table(
    caller: Caller,
    agreement: AgreementRow,
    { termId, zoneId, ...asked }: MonthlyArgs,
  ): Promise<MonthlyCompletion> {
    const member = caller.assert('completion.read');
    const key = keyOf(agreement);
    const [terms, zones] = await Promise.all([
      this.agreements.terms(caller, key),
      this.agreements.zones(caller, key),
    ]);
    const term = terms.find(({ id }) => id === termId);
    if (!term) throw notFound(termId);
    if (zoneId !== null && !zones.some(({ id }) => id === zoneId)) throw notFound(zoneId);
    const today = member.today();
    const [first, last] = [monthOf(term.startsOn), monthOf(term.endsOn)];
    const from = asked.from ?? first;
    const current = monthOf(today);
    const to = asked.to ?? (current >= from && current < last ? current : last);
    if (from > to || from < first || to > last)
      throw badInput('RANGE_OUTSIDE', { of: 'term', first: term.startsOn, last: term.endsOn });
    const lastDay = earliest(lastDayOfMonth(to), term.endsOn);
    const asOf = earliest(lastDay, today);
    const cells = await member.load(monthlyCells, {
      ...key,
      termId,
      zoneId,
      firstMonth: `${from}-01`,
      afterMonths: monthsAfter(`${to}-01`, 1),
      asOf,
    });
    const months = monthsOf(from, to);
    return {
      from: from === first ? term.startsOn : `${from}-01`,
      to: lastDay,
      timeProgressPercent: timeProgress(term, asOf),
      months,
      rows: monthlyRows(this.catalogue, months, cells),
    };
  }
}

const monthOf = (day: Day): string => day.slice(0, 7);
const earliest = (a: Day, b: Day): Day => (a < b ? a : b);

function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = `${from}-01`; monthOf(day) <= to; day = monthsAfter(day, 1)) months.push(monthOf(day));
  return months;
}
