import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type pg from 'pg';
import { Where } from '../src/modules/export/export.filter';
import { serviceRecordTable } from '../src/modules/export/service-records.repository';
import { selectOf } from '../src/platform/export/columns';
import type { City } from './city';
import { startServer } from './fleet';
import { median } from './measure';
import { tokenOf } from './tokens';

/** The figures of a download of a whole table. */
export interface ExportFigures {
  rows: number;
  perSecond: number;
  /** Of `COPY … TO '/dev/null'` inside of PostgreSQL: the same rows and columns without row-level security and formula guard. */
  plainPerSecond: number;
  peakRssMb: number;
}

/** As the image starts it: its memory is what is measured. */
const IMAGE_OPTIONS = ['--max-semi-space-size=4'];
const ROWS = 1_000_000;
const ROUNDS = 3;
const LOOK_EVERY_MS = 50;

/** Downloads a million service records as CSV, as the city's bureau, from a server that does nothing else. */
export async function measureExport(
  superuser: pg.Client,
  databaseUrl: string,
  secret: string,
  city: City,
): Promise<ExportFigures> {
  const to = await dayWith(superuser, ROWS);
  const anywhere = { district: null, operator: null, station: null, since: null };
  const table = serviceRecordTable(new Where({ from: city.from, to, today: to, ...anywhere }));
  const plain = `copy (${selectOf(table, ({ sql }) => sql)}) to '/dev/null' (format csv)`;
  const server = await startServer('ours', databaseUrl, secret, IMAGE_OPTIONS);
  try {
    const token = await tokenOf(superuser, city.cityBureau, secret);
    const url = `http://127.0.0.1:${server.port}/export/service-records.csv?from=${city.from}&to=${to}`;
    const [seconds, plainSeconds]: [number[], number[]] = [[], []];
    let peak = 0;
    let count = 0;
    const look = setInterval(() => {
      void server.usage().then(({ rssBytes }) => (peak = Math.max(peak, rssBytes)));
    }, LOOK_EVERY_MS);
    for (let round = 0; round < ROUNDS; round++) {
      plainSeconds.push(await secondsOf(async () => (count = (await superuser.query(plain)).rowCount ?? 0)));
      seconds.push(await secondsOf(async () => download(url, token)));
    }
    clearInterval(look);
    return {
      rows: count,
      perSecond: count / median(seconds),
      plainPerSecond: count / median(plainSeconds),
      peakRssMb: peak / 1e6,
    };
  } finally {
    server.stop();
  }
}

/** The last day of the month by which so many records were made. */
async function dayWith(superuser: pg.Client, records: number): Promise<string> {
  const { rows } = await superuser.query<{ day: string }>(
    `select (month + interval '1 month' - interval '1 day')::date::text as day
       from (select month, sum(sum(records)) over (order by month) as so_far
               from core.completion_month group by month) m
      order by so_far < $1, month limit 1`,
    [records],
  );
  return rows[0]?.day ?? '';
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Reads a response to its end and discards it: by node:http, since fetch would dominate the measurement. */
async function download(url: string, token: string): Promise<void> {
  const request = get(url, { headers: { authorization: `Bearer ${token}` } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode}`);
  response.resume();
  await once(response, 'end');
}
