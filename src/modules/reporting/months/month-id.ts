import { isDay } from '../../../platform/calendar';
import { isId } from '../../../platform/ids';

/** A month of an agreement, which exists without a row: its id is made of theirs. */
export interface MonthKey {
  agreementId: string;
  /** YYYY-MM */
  month: string;
}

const SEPARATOR = '.';

export function monthId({ agreementId, month }: MonthKey): string {
  return `${agreementId}${SEPARATOR}${month}`;
}

/** SQL of the id of the month `month`, a date. */
export const monthIdSql = (agreementId: string, month: string): string =>
  `${agreementId} || '${SEPARATOR}' || to_char(${month}, 'YYYY-MM')`;

/** Null where it is not the id of a month. */
export function readMonthId(id: string): MonthKey | null {
  const [agreementId = '', month = '', more] = id.split(SEPARATOR);
  const isMonth = isId(agreementId) && /^\d{4}-\d{2}$/.test(month) && isDay(`${month}-01`);
  return isMonth && more === undefined ? { agreementId, month } : null;
}
