/** A report that was kept before each of its figures was a row. */
export interface KeptPart {
  report: string;
  content: unknown;
}

interface FigureRow {
  report: string;
  position: number;
  path: string[];
  value: string;
  zoneId?: string;
  projectId?: string;
}

type Unplaced = Omit<FigureRow, 'report' | 'position'>;
type JsonObject = Record<string, unknown>;

interface Sums {
  target: string | null;
  completed: string;
  percent: string | null;
}
interface Part {
  id: string;
  name: string;
}
interface Table {
  term: Part;
  timeProgressPercent: string;
  rows: {
    indicator: { code: string };
    measure: { code: string };
    total: Sums;
    byZone: (Sums & { zone: Part })[];
    byProject: (Sums & { project: Part })[];
  }[];
}

const NUMBER = /^-?\d+(\.\d+)?$/;
const NAMES = ['code', 'month', 'category', 'condition', 'level', 'fiscalYear', 'memberId', 'id'] as const;
const LEFT_OUT = new Set([
  ...['indicator', 'measure', 'zone', 'zones', 'project', 'term', 'released', 'overdue', 'warnings'],
  ...NAMES,
]);

/** The figures of kept reports as they are kept from now on: src/modules/snapshot as it was. */
export function figureRows(parts: readonly KeptPart[]): FigureRow[] {
  return parts
    .flatMap(({ report, content }) => {
      const figures = report === 'COMPLETION' ? figuresOfTable(content as Table) : figuresOf(content, []);
      return figures.map((figure) => ({ report, ...figure }));
    })
    .map((figure, position) => ({ position, ...figure }));
}

function figuresOfTable({ term, timeProgressPercent, rows }: Table): Unplaced[] {
  return [
    { path: [term.name, 'timeProgressPercent'], value: timeProgressPercent },
    ...rows.flatMap(({ indicator, measure, total, byZone, byProject }) => {
      const path = [term.name, indicator.code, measure.code];
      const zones = byZone.reduce((sum, { completed }) => sum + millionths(completed), 0n);
      const rest = decimal(millionths(total.completed) - zones);
      return [
        ...sumsOf([...path, 'total'], total),
        ...(isZero(rest) ? [] : [{ path: [...path, 'withoutZone', 'completed'], value: rest }]),
        ...byZone.flatMap(({ zone, ...sums }) =>
          sumsOf([...path, 'byZone', zone.name], sums)
            .filter(({ value }) => !isZero(value))
            .map((row) => ({ ...row, zoneId: zone.id })),
        ),
        ...byProject.flatMap(({ project, ...sums }) =>
          sumsOf([...path, 'byProject', project.name], sums)
            .filter(({ value }) => !isZero(value))
            .map((row) => ({ ...row, projectId: project.id })),
        ),
      ];
    }),
  ];
}

function sumsOf(path: string[], sums: Sums): Unplaced[] {
  return (['target', 'completed', 'percent'] as const).flatMap((figure) => {
    const value = sums[figure];
    return value === null ? [] : [{ path: [...path, figure], value }];
  });
}

function isZero(value: string): boolean {
  return /^-?0*(\.0*)?$/.test(value);
}

/** Quantities have six decimals at most. */
function millionths(value: string): bigint {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const digits = BigInt(whole + part.padEnd(6, '0'));
  return sign === '-' ? -digits : digits;
}

function decimal(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(7, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

function figuresOf(report: unknown, path: string[]): Unplaced[] {
  if (typeof report === 'string') return NUMBER.test(report) ? [{ path, value: report }] : [];
  if (typeof report === 'number') return [{ path, value: String(report) }];
  if (Array.isArray(report)) {
    return uniquePaths(report.map(namesOf)).flatMap((names, at) =>
      figuresOf(report[at], [...path, ...names]),
    );
  }
  if (typeof report !== 'object' || report === null) return [];
  return Object.entries(report as JsonObject).flatMap(([name, value]) =>
    LEFT_OUT.has(name) ? [] : figuresOf(value, name === 'rows' ? path : [...path, name]),
  );
}

function namesOf(entry: unknown, index: number): string[] {
  if (typeof entry !== 'object' || entry === null) return [String(index + 1)];
  const row = entry as JsonObject;
  const part = (field: string, name: string): unknown =>
    (row[field] as JsonObject | null | undefined)?.[name];
  const things = [
    ...['indicator', 'measure'].map((field) => part(field, 'code')),
    ...['zone', 'project', 'term'].map((field) => part(field, 'name')),
    NAMES.map((name) => row[name]).find(isName),
  ].filter(isName);
  return things.length > 0 ? things.map(String) : [String(index + 1)];
}

function isName(name: unknown): name is string | number {
  return typeof name === 'string' || typeof name === 'number';
}

function uniquePaths(names: readonly string[][]): string[][] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const key = JSON.stringify(name);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? name : [...name, `#${before + 1}`];
  });
}
