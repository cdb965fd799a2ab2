import { badInput } from '../../../platform/app-error';
import { checkAskedRange } from '../../../platform/asked-days';
import { type Day, isDay } from '../../../platform/calendar';
import { beginningOf } from '../../../platform/text-forms';

const MAX_QUERY_LENGTH = 2000;

export type SheetParameter = 'agreement' | 'term' | 'from' | 'to';

/** The validated query string of a spreadsheet of one agreement. */
export interface SheetRequest {
  agreement: string;
  term: string | null;
  from: Day | null;
  to: Day | null;
}

/** Parses the query string; a parameter that this spreadsheet does not have is refused. */
export function readSheetRequest(search: string, known: readonly SheetParameter[]): SheetRequest {
  const given = new Map<string, string>();
  if (search.length > MAX_QUERY_LENGTH)
    throw badInput('UNKNOWN_PARAMETER', { name: beginningOf(search, 20), known });
  for (const [name, value] of new URLSearchParams(search)) {
    if (!(known as readonly string[]).includes(name))
      throw badInput('UNKNOWN_PARAMETER', { name: beginningOf(name, 20), known });
    if (given.has(name)) throw badInput('REPEATED_PARAMETER', { name });
    given.set(name, value);
  }
  const agreement = given.get('agreement');
  if (agreement === undefined) throw badInput('PARAMETER_MISSING', { name: 'agreement' });
  const from = dayOf(given, 'from');
  const to = dayOf(given, 'to');
  checkAskedRange(from, to);
  return { agreement, term: given.get('term') ?? null, from, to };
}

function dayOf(given: ReadonlyMap<string, string>, name: 'from' | 'to'): Day | null {
  const day = given.get(name) ?? null;
  if (day === null || isDay(day)) return day;
  throw badInput('INVALID_DAY', { name });
}
