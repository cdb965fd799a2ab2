import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCity } from './city';
import { OWN_QUESTIONS } from './cycle';
import { closeCity, openCity } from './database';
import { type ExportFigures, measureExport } from './export';
import { Client, newSecret, type RunningServer, SERVERS, type ServerName, startServer } from './fleet';
import { type GuardFigures, measureGuard } from './guard';
import { type Figures, Measuring } from './measure';
import { type Options, readOptions, USAGE } from './options';
import { BENCHMARK, ROOT } from './places';
import { QUESTIONS } from './questions';
import { cycle, details, exported, growth, guarded, machine, type Measured, ratios } from './report';

const REPORT = path.join(ROOT, 'docs/performance.md');
/** Between these lines the document is generated; the text around them is kept. */
const MARKS = ['<!-- measured: begin -->', '<!-- measured: end -->'] as const;
/** The questions that show how durations grow with the records. */
const GROWING = ['completion', 'compare 400', 'city'];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function measureCity(
  options: Options,
  records: number,
  names: readonly ServerName[],
): Promise<Measured & { postgres: string; file: ExportFigures | null; guard: GuardFigures[] }> {
  const database = await openCity(records, options);
  const { superuser } = database;
  const running: RunningServer[] = [];
  const client = await Client.start();
  try {
    const city = await readCity(superuser);
    const secret = newSecret();
    for (const name of names) running.push(await startServer(name, database.postgres.serverUrl, secret));
    const measuring = new Measuring(superuser, secret, city, client, options.seconds);
    const figures: Figures[] = [];
    const isGrowth = names.length === 1;
    for (const question of QUESTIONS) {
      if (!options.questions.includes(question.name)) continue;
      if (isGrowth && !GROWING.includes(question.name)) continue;
      for (const connections of isGrowth ? [1] : options.connections) {
        const own = await measuring.compare(question, connections, running);
        figures.push(...own);
        const line = own.map(({ server, perSecond }) => `${server} ${perSecond.toFixed(1)}/s`).join('  ');
        say(`${question.name}, ${connections} connections: ${line}`);
      }
    }
    const ours = running.filter(({ name }) => name === 'ours');
    for (const question of isGrowth ? [] : OWN_QUESTIONS) {
      if (!options.questions.includes(question.name)) continue;
      for (const connections of options.connections) {
        const [own] = await measuring.compare(question, connections, ours);
        if (!own) continue;
        figures.push(own);
        say(`${question.name}, ${connections} connections: ${own.perSecond.toFixed(1)}/s`);
      }
    }
    const [server] = ours;
    const isGuarded = !isGrowth && server && options.questions.includes('guard');
    const guard = isGuarded ? await measureGuard(superuser, server, measuring) : [];
    if (guard.length > 0) say(guarded(guard));
    const { rows } = await superuser.query<{ version: string }>(
      `select 'PostgreSQL ' || current_setting('server_version') as version`,
    );
    for (const server of running.splice(0)) server.stop();
    const file =
      isGrowth || !options.exports
        ? null
        : await measureExport(superuser, database.postgres.serverUrl, secret, city);
    if (file) say(exported(file));
    return { city, figures, file, guard, postgres: rows[0]?.version ?? 'PostgreSQL' };
  } finally {
    client.stop();
    for (const server of running) server.stop();
    await closeCity(database);
  }
}

function versions(): string {
  const of = (folder: string, name: string): string => {
    const file = path.join(folder, 'node_modules', name, 'package.json');
    return `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
  };
  const ours = ['@apollo/server', 'graphql', 'type-graphql', 'typeorm', 'pg'];
  return [...ours.map((name) => of(ROOT, name)), of(BENCHMARK, 'postgraphile')].join(', ');
}

async function main(options: Options): Promise<void> {
  const [first = 0, ...others] = options.records;
  const main = await measureCity(options, first, SERVERS);
  const cities: Measured[] = [];
  if (others.length > 0) {
    for (const records of [first, ...others]) cities.push(await measureCity(options, records, ['ours']));
  }
  const { city } = main;
  const report = [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine(main.postgres)}; ${versions()}.`,
    `The city: ${city.records} records, ${city.stations} stations, ${city.stationIds.length} of them in the largest district. Medians of three rounds of ${options.seconds} s, the servers asked in turn.`,
    ...options.connections.flatMap((connections) => [
      `### ${connections} connections`,
      ratios(main, connections),
    ]),
    ...(cities.length > 0 ? ['### Growth, one connection', growth(cities)] : []),
    ...(cycle(main) === null ? [] : ['### The reporting cycle, this server alone', cycle(main)]),
    ...(main.guard.length > 0 ? ['### What closed months cost a record', guarded(main.guard)] : []),
    ...(main.file ? ['### A file', exported(main.file)] : []),
    '### Every figure',
    details(main),
  ].join('\n\n');
  say(`\n${report}`);
  if (!options.write) return;
  const text = readFileSync(REPORT, 'utf8');
  const [head, rest] = text.split(MARKS[0]);
  const tail = rest?.split(MARKS[1])[1];
  if (head === undefined || tail === undefined)
    throw new Error(`docs/performance.md lacks ${MARKS.join(' and ')}`);
  writeFileSync(REPORT, `${head}${MARKS[0]}\n\n${report}\n\n${MARKS[1]}${tail}`);
  say('\ndocs/performance.md is written');
}

let options: Options | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
  process.exitCode = 1;
}
if (options) {
  main(options).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
}
