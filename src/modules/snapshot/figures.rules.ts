import { exact } from '../../platform/decimal';

/** A figure of a report, and its path within it. */
export interface Figure {
  path: string[];
  value: string;
}

export interface Difference {
  path: string[];
  was: string | null;
  is: string | null;
}

/** Fields that identify a row, the first present one is used. Never its index, which shifts when rows are inserted. */
const NAMES = [
  'code',
  'month',
  'method',
  'category',
  'condition',
  'level',
  'fiscalYear',
  'memberId',
  'id',
] as const;
/** Objects that identify a row: they are part of the path and contain no figures. */
const IDENTIFYING = new Set(['indicator', 'measure', 'zone', 'zones', 'project', 'term', ...NAMES]);
/** Fields that change because an assessment is closed, or that derive from other figures. */
const CONSEQUENCES = new Set(['released', 'overdue', 'warnings']);
/** The main list of a report is omitted from paths. */
const MAIN_LIST = 'rows';
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Fields of what may be renamed. */
const PLACES: readonly string[] = ['zone', 'project', 'term'];

type JsonObject = Record<string, unknown>;
/** Names by the id of what has them. */
type Names = ReadonlyMap<unknown, string>;
const AS_THEY_SAY: Names = new Map();

/**
 * All figures of a report of any shape: every number, with a unique path of names. `months` are those of the report: a list
 * of one figure for each of them has their names, so that reports of different months are compared month by month.
 * `placeNames` go before the names that the report has.
 */
export function figuresOf(
  report: unknown,
  path: string[] = [],
  months: readonly string[] = [],
  placeNames: Names = AS_THEY_SAY,
): Figure[] {
  if (typeof report === 'string') return NUMBER.test(report) ? [{ path, value: report }] : [];
  if (typeof report === 'number' || typeof report === 'boolean') return [{ path, value: String(report) }];
  if (Array.isArray(report)) {
    const isByMonth = path[path.length - 1] === 'months' && report.length === months.length;
    const places = isByMonth ? months : report.map((_, index) => String(index + 1));
    const names = uniquePaths(report.map((entry, index) => namesOf(entry, places[index] ?? '', placeNames)));
    return report.flatMap((entry, index) =>
      figuresOf(entry, [...path, ...(names[index] ?? [])], months, placeNames),
    );
  }
  if (typeof report !== 'object' || report === null) return [];
  const own = monthsIn(report as JsonObject) ?? months;
  return Object.entries(report as JsonObject).flatMap(([name, value]) =>
    IDENTIFYING.has(name) || CONSEQUENCES.has(name)
      ? []
      : figuresOf(value, name === MAIN_LIST ? path : [...path, name], own, placeNames),
  );
}

/** The months of a report that has a row for each; null of any other. */
function monthsIn({ months }: JsonObject): string[] | null {
  if (!Array.isArray(months)) return null;
  const names = months.map((row: unknown) => (row as { month?: unknown } | null)?.month);
  return names.length > 0 && names.every((name) => typeof name === 'string') ? names : null;
}

/** The names that identify a row; else what its place is called. */
function namesOf(entry: unknown, place: string, placeNames: Names): string[] {
  if (typeof entry !== 'object' || entry === null) return [place];
  const row = entry as JsonObject;
  const part = (field: string, name: string): unknown =>
    (row[field] as JsonObject | null | undefined)?.[name];
  const things = [
    ...['indicator', 'measure'].map((field) => part(field, 'code')),
    ...PLACES.map((field) => placeNames.get(part(field, 'id')) ?? part(field, 'name')),
    NAMES.map((name) => row[name]).find(isName),
  ].filter(isName);
  return things.length > 0 ? things.map(String) : [place];
}

function isName(name: unknown): name is string | number {
  return typeof name === 'string' || typeof name === 'number';
}

/** Makes paths unique: rows of the same names are numbered. */
function uniquePaths(names: readonly string[][]): string[][] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const key = JSON.stringify(name);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? name : [...name, `#${before + 1}`];
  });
}

/** What a report calls zones, projects and terms. */
function placeNamesIn(report: unknown, names = new Map<unknown, string>()): Map<unknown, string> {
  if (typeof report !== 'object' || report === null) return names;
  for (const [field, value] of Object.entries(report as JsonObject)) {
    const { id, name } = (PLACES.includes(field) ? (value ?? {}) : {}) as { id?: unknown; name?: unknown };
    if (id !== undefined && typeof name === 'string') names.set(id, name);
    else placeNamesIn(value, names);
  }
  return names;
}

/** Figures that differ between the stored report and the current one: another name of a place is no other figure. */
export function differencesOf(kept: unknown, live: unknown): Difference[] {
  const placeNames = placeNamesIn(live);
  const keyed = (report: unknown): Map<string, Figure> =>
    new Map(figuresOf(report, [], [], placeNames).map((figure) => [JSON.stringify(figure.path), figure]));
  const was = keyed(kept);
  const is = keyed(live);
  const paths = new Map([...was, ...is].map(([key, { path }]) => [key, path]));
  return [...paths]
    .map(([key, path]) => ({ path, was: was.get(key)?.value ?? null, is: is.get(key)?.value ?? null }))
    .filter((difference) => !isSame(difference.was, difference.is));
}

/** Compares numeric values: 37.00 is 37. */
function isSame(was: string | null, is: string | null): boolean {
  if (was === null || is === null || !NUMBER.test(was) || !NUMBER.test(is)) return was === is;
  return exact(was).eq(is);
}
