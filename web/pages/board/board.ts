import type { ReportBoardQuery } from '../../generated/graphql';
import { type Day, type Month, monthOf, monthsAfter, monthsOf } from '../../ui/days';
import { clampMonth, type Period } from '../../ui/months';

export type BoardRow = ReportBoardQuery['reportBoard']['nodes'][number];

/** As many months as the API answers at once, and as many as a screen shows well. */
const MAX_MONTHS = 24;
const USUAL_MONTHS = 6;
const FIRST_MONTHS = 120;

export function boundsOf(today: Day): Period {
  const to = monthOf(today);
  return { from: monthsAfter(to, 1 - FIRST_MONTHS), to };
}

/** The months of an address, or the last ones; at most those that can be asked for at once. */
export function periodOf(address: URLSearchParams, today: Day): Period {
  const bounds = boundsOf(today);
  const to = clampMonth(monthIn(address.get('to')) ?? bounds.to, bounds);
  const from = monthIn(address.get('from')) ?? monthsAfter(to, 1 - USUAL_MONTHS);
  return { from: clampMonth(from, { from: monthsAfter(to, 1 - MAX_MONTHS), to }), to };
}

/** The other end moves along where two months are further apart than can be asked for. */
export function periodChosen(chosen: Period, before: Period): Period {
  const first = monthsAfter(chosen.to, 1 - MAX_MONTHS);
  if (chosen.from >= first) return chosen;
  return chosen.from === before.from
    ? { from: first, to: chosen.to }
    : { from: chosen.from, to: monthsAfter(chosen.from, MAX_MONTHS - 1) };
}

export function columnsOf({ from, to }: Period): Month[] {
  return monthsOf(`${from}-01`, `${to}-01`);
}

/** Whether a station has a month that somebody has to see to. */
export function isOpenWork({ months, punctuality }: BoardRow): boolean {
  return punctuality.late + punctuality.missing > 0 || months.some(({ state }) => state === 'SENT_BACK');
}

function monthIn(text: string | null): Month | undefined {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}
