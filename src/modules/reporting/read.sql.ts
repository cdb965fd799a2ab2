import { readable } from '../../platform/database/shape';
import { SCOPE } from '../agreement';

/** The months that have been handed in once. */
export const reportMonths = readable(
  'core.report_month',
  `${SCOPE}, month, state, due_on, first_handed_in_at, step_at, step_by, closes_after`,
);

export const publishedReports = readable('core.published_report', 'id');

/** SQL: whether no record may be written in the month `alias`. */
export const isMonthClosed = (alias: string): string =>
  `core.is_month_closed(${alias}.state, ${alias}.closes_after)`;
