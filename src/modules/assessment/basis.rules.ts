/** A figure of a report, and where it stands in it. */
export interface Figure {
  path: string[];
  value: string;
}

export interface Difference {
  path: string[];
  was: string | null;
  is: string | null;
}

/** What names a row of a report: never its place, which moves when another row comes before it. */
const NAMES = ['month', 'memberId', 'category', 'condition', 'fiscalYear', 'id'] as const;
/** Things that a row is about: they are named in the path and are no figures themselves. */
const THINGS = new Set(['indicator', 'measure', 'zone', 'zones', 'project', 'term']);
const NUMBER = /^-?\d+(\.\d+)?$/;

type Plain = Record<string, unknown>;

/** All figures of a report, whatever its shape: every decimal, with the names of what leads to it. */
export function figuresOf(report: unknown, path: string[] = []): Figure[] {
  if (typeof report === 'string') return NUMBER.test(report) ? [{ path, value: report }] : [];
  if (typeof report === 'boolean') return [{ path, value: String(report) }];
  if (Array.isArray(report)) {
    return report.flatMap((entry, index) => figuresOf(entry, [...path, ...namesOf(entry, index)]));
  }
  if (typeof report !== 'object' || report === null) return [];
  return Object.entries(report as Plain).flatMap(([name, value]) =>
    THINGS.has(name) ? [] : figuresOf(value, isList(value) ? path : [...path, name]),
  );
}

function namesOf(entry: unknown, index: number): string[] {
  if (typeof entry !== 'object' || entry === null) return [String(index + 1)];
  const row = entry as Plain;
  const things = [
    ...['indicator', 'measure'].map((thing) => (row[thing] as { code?: unknown } | undefined)?.code),
    ...['zone', 'project', 'term'].map((thing) => (row[thing] as { name?: unknown } | undefined)?.name),
    ...NAMES.map((name) => row[name]),
  ].filter((name) => typeof name === 'string' || typeof name === 'number');
  return things.length > 0 ? things.map(String) : [String(index + 1)];
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.some((entry) => typeof entry === 'object' && entry !== null);
}

/** What differs between a report as it was kept and as it is now, figure by figure. */
export function differencesOf(kept: unknown, live: unknown): Difference[] {
  const keyed = (report: unknown): Map<string, Figure> =>
    new Map(figuresOf(report).map((figure) => [JSON.stringify(figure.path), figure]));
  const was = keyed(kept);
  const is = keyed(live);
  const paths = new Map([...was, ...is].map(([key, { path }]) => [key, path]));
  return [...paths]
    .map(([key, path]) => ({ path, was: was.get(key)?.value ?? null, is: is.get(key)?.value ?? null }))
    .filter((difference) => difference.was !== difference.is);
}
