import type { ServiceRecordFilter } from '../../generated/graphql';
import { type Day, daysAfter, earlier, lastDayOf, monthOf } from '../../ui/days';
import { type Column, columnsOfDay, columnsOfDays, type Division, type Site } from './sheet';

/** What a sheet shows: one day with all sites, or the days of a month at one site. */
export interface View {
  readonly day: Day;
  /** The key of the site whose month is shown; null for a day. */
  readonly site: string | null;
  /** What the columns are; null for the first that there is. */
  readonly by: Division | null;
}

/** The days of the view; of a month only those that figures can be entered for. */
export function daysOf({ day, site }: Pick<View, 'day' | 'site'>, first: Day, last: Day): Day[] {
  if (site === null) return [day];
  const from = `${monthOf(day)}-01`;
  const begin = from < first ? first : from;
  const end = earlier(lastDayOf(monthOf(day)), last);
  const days: Day[] = [];
  for (let it = begin; it <= end; it = daysAfter(it, 1)) days.push(it);
  return days;
}

/** The records that the view is about. */
export function filterOf({ day, site }: Pick<View, 'day' | 'site'>): ServiceRecordFilter {
  if (site === null) return { from: day, to: day };
  const [kind, id] = site.split(' ');
  const month = { from: `${monthOf(day)}-01`, to: lastDayOf(monthOf(day)) };
  if (id === undefined) return month;
  if (kind === 'zone') return { ...month, zoneId: id };
  return kind === 'point' ? { ...month, pointId: id } : { ...month, projectId: id };
}

export function columnsOf(view: View, sites: readonly Site[], first: Day, last: Day): Column[] {
  const site = sites.find(({ key }) => key === view.site);
  return site ? columnsOfDays(site, daysOf(view, first, last)) : columnsOfDay(sites, view.day);
}
