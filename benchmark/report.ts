import { cpus, release, totalmem, type } from 'node:os';
import type { City } from './city';
import { OWN_QUESTIONS } from './cycle';
import type { ExportFigures } from './export';
import { type GuardFigures, MAX_GUARD_RATIO } from './guard';
import type { Figures } from './measure';
import { type Question, QUESTIONS } from './questions';

/** What was measured of one city. */
export interface Measured {
  city: City;
  figures: Figures[];
}

const TITLES = {
  bare: 'bare handler',
  ours: 'this server',
  postgraphile: 'PostGraphile 4',
  ordinary: 'ordinary stack',
} as const;

const round = (value: number, digits: number): string => value.toFixed(digits);

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function throughputOf(
  figures: Figures[],
  server: Figures['server'],
  question: string,
  connections: number,
): number {
  const found = figures.find(
    (one) => one.server === server && one.question === question && one.connections === connections,
  );
  return found?.perSecond ?? NaN;
}

/** How many times slower than the bare handler each server is, and whether this one meets its limit. */
export function ratios({ figures }: Measured, connections: number): string {
  const servers = ['ours', 'postgraphile', 'ordinary'] as const;
  const rows = asked(figures).map(({ name, title, most }) => {
    const base = throughputOf(figures, 'bare', name, connections);
    const [ours = NaN, ...others] = servers.map(
      (server) => base / throughputOf(figures, server, name, connections),
    );
    const reached = most === null || ours <= most ? '✓' : '✗';
    const target = connections === 16 && most !== null ? [`≤ ${most} ${reached}`] : [];
    const all = [ours, ...others].map((ratio) => (Number.isNaN(ratio) ? '–' : round(ratio, 2)));
    return [title, `${round(base, 0)}/s`, ...all, ...target];
  });
  const head = ['question', TITLES.bare, ...servers.map((server) => `${TITLES[server]} ×`)];
  return table(connections === 16 ? [...head, 'to reach'] : head, rows);
}

/** Every figure. */
export function details({ figures }: Measured): string {
  const rows = figures.map((one) => [
    one.question,
    String(one.connections),
    TITLES[one.server],
    round(one.perSecond, one.perSecond < 10 ? 1 : 0),
    round(one.p50, 1),
    round(one.p99, 1),
    round(one.cpuMs, 2),
    round(one.rssMb, 0),
  ]);
  return table(
    ['question', 'connections', 'server', '/s', 'p50 ms', 'p99 ms', 'CPU ms/request', 'RSS MB'],
    rows,
  );
}

/** The median answer of this server, city by city. */
export function growth(measured: Measured[]): string {
  const cities = [...measured].sort((one, other) => one.city.records - other.city.records);
  const [first] = cities;
  if (!first) return '';
  const rows = asked(first.figures).flatMap(({ name, title }) => {
    const times = cities.map(
      ({ figures }) => figures.find((one) => one.server === 'ours' && one.question === name)?.p50 ?? NaN,
    );
    const slower = (times.at(-1) ?? NaN) / (times[0] ?? NaN);
    return [[title, ...times.map((time) => `${round(time, 1)} ms`), round(slower, 2)]];
  });
  const head = cities.map(({ city }) => `${(city.records / 1e6).toFixed(1)} M records`);
  return table(['question, p50', ...head, 'last / first'], rows);
}

function asked(figures: Figures[]): Question[] {
  return QUESTIONS.filter(({ name }) => figures.some((one) => one.question === name));
}

/** The figures of a download of a million records, and whether it meets its limits of time and memory. */
export function exported({ rows, perSecond, plainPerSecond, peakRssMb }: ExportFigures): string {
  const share = perSecond / plainPerSecond;
  return table(
    ['rows as CSV', 'COPY to nowhere', TITLES.ours, 'of its rate', 'to reach', 'peak RSS', 'to reach'],
    [
      [
        String(rows),
        `${round(plainPerSecond, 0)}/s`,
        `${round(perSecond, 0)}/s`,
        round(share, 2),
        `≥ 0.6 ${share >= 0.6 ? '✓' : '✗'}`,
        `${round(peakRssMb, 0)} MB`,
        `< 150 MB ${peakRssMb < 150 ? '✓' : '✗'}`,
      ],
    ],
  );
}

/** What this server answers of the reporting cycle; null where it was not asked. */
export function cycle({ figures }: Measured): string | null {
  const rows = OWN_QUESTIONS.flatMap(({ name, title }) =>
    figures
      .filter(({ question }) => question === name)
      .map(({ connections, perSecond, p50, p99, cpuMs }) => [
        title,
        String(connections),
        `${round(perSecond, perSecond < 10 ? 1 : 0)}/s`,
        round(p50, 1),
        round(p99, 1),
        round(cpuMs, 2),
      ]),
  );
  const head = ['question', 'connections', 'answers', 'p50 ms', 'p99 ms', 'CPU ms/request'];
  return rows.length === 0 ? null : table(head, rows);
}

/** One record written with and without the guard of closed months, and whether it meets its limit. */
export function guarded(figures: GuardFigures[]): string {
  const rows = figures.map(({ connections, perSecond, perSecondWithout, p50, p50Without }) => {
    const ratio = perSecondWithout / perSecond;
    const reached = `≤ ${MAX_GUARD_RATIO} ${ratio <= MAX_GUARD_RATIO ? '✓' : '✗'}`;
    return [
      'one service record written',
      String(connections),
      `${round(perSecondWithout, 0)}/s`,
      `${round(perSecond, 0)}/s`,
      round(ratio, 3),
      reached,
      round(p50Without, 2),
      round(p50, 2),
    ];
  });
  const head = ['', 'connections', 'without', 'with', 'ratio', 'to reach', 'p50 ms without', 'p50 ms with'];
  return table(head, rows);
}

/** The machine and versions of the run. */
export function machine(postgres: string): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory} GiB, ${type()} ${release()}, Node ${process.versions.node}, ${postgres}`;
}
