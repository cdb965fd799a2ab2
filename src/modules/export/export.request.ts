import { checkAskedDays } from '../../platform/asked-days';
import { type Day, isDay } from '../../platform/calendar';
import { uuidOrNil } from '../../platform/ids';
import { badInput, type AppError } from '../../platform/app-error';
import { beginningOf } from '../../platform/text-forms';
import type { ExportFilter } from './export.filter';

/** Ten years, as elsewhere. */
const MAX_YEARS = 10;
const MAX_QUERY_LENGTH = 2000;
const PARAMETERS = ['from', 'to', 'district', 'operator', 'station', 'updatedSince', 'bom'] as const;
type Parameter = (typeof PARAMETERS)[number];

/** The validated query string of an export. */
interface ExportRequest {
  filter: Omit<ExportFilter, 'since' | 'today'>;
  /** The cursor of the previous export, as received. */
  updatedSince: string | null;
  /** Whether to begin the file with a byte order mark, by which Excel detects UTF-8. */
  bom: boolean;
}

/** Parses the query string; unknown parameters are refused, so that a typo does not export everything. */
export function readRequest(search: string, isCsv: boolean): ExportRequest {
  const unknown = (name: string): AppError =>
    badInput('UNKNOWN_PARAMETER', { name: beginningOf(name, 20), known: PARAMETERS });
  if (search.length > MAX_QUERY_LENGTH) throw unknown(search);
  const given = new Map<Parameter, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    if (!isParameter(name) || (name === 'bom' && !isCsv)) throw unknown(name);
    if (given.has(name)) throw badInput('REPEATED_PARAMETER', { name });
    given.set(name, value);
  }
  const from = dayOf(given, 'from');
  const to = dayOf(given, 'to');
  checkAskedDays({ from, to });
  if (from !== null && to !== null && (from > to || to >= yearsAfter(from))) {
    throw badInput('RANGE_TOO_LONG', { months: 12 * MAX_YEARS });
  }
  return {
    filter: {
      from,
      to,
      district: codeOrUnknown(given.get('district') ?? null),
      operator: uuidOrNil(given.get('operator')),
      station: uuidOrNil(given.get('station')),
    },
    updatedSince: given.get('updatedSince') ?? null,
    bom: flagOf(given.get('bom')),
  };
}

function isParameter(name: string): name is Parameter {
  return (PARAMETERS as readonly string[]).includes(name);
}

function dayOf(given: ReadonlyMap<Parameter, string>, name: 'from' | 'to'): Day | null {
  const day = given.get(name) ?? null;
  if (day === null || isDay(day)) return day;
  throw badInput('INVALID_DAY', { name });
}

/** The first day beyond the limit. Days compare as text, so 29 February need not exist in that year. */
function yearsAfter(from: Day): Day {
  return String(Number(from.slice(0, 4)) + MAX_YEARS) + from.slice(4);
}

/** A district to filter by; a malformed code filters like an unknown one. */
function codeOrUnknown(code: string | null): string | null {
  return code === null || /^\d{6}$/.test(code) ? code : '000000';
}

function flagOf(value: string | undefined): boolean {
  if (value === undefined || value === '0') return false;
  if (value === '1') return true;
  throw badInput('INVALID_FLAG', { name: 'bom' });
}
