import type pg from 'pg';
import type { City } from './city';
import { startServer } from './fleet';
import { median } from './measure';
import { tokenOf } from './tokens';

/** What a download of a whole table came to. */
export interface ExportFigures {
  rows: number;
  perSecond: number;
  /** Of `COPY … TO '/dev/null'` inside of PostgreSQL, of the same rows without the wall. */
  plainPerSecond: number;
  peakRssMb: number;
}

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
  const where = `occurred_on between '${city.from}' and '${to}'`;
  const { rows: counted } = await superuser.query<{ count: number }>(
    `select count(*)::int as count from core.service_record where ${where}`,
  );
  const rows = counted[0]?.count ?? 0;
  // As it is started by npm start: its memory is what is measured.
  const server = await startServer('ours', databaseUrl, secret, []);
  try {
    const token = await tokenOf(superuser, city.cityBureau, secret);
    const url = `http://127.0.0.1:${server.port}/export/service-records.csv?from=${city.from}&to=${to}`;
    const [seconds, plainSeconds]: [number[], number[]] = [[], []];
    let peak = 0;
    const look = setInterval(() => {
      void server.usage().then(({ rssBytes }) => (peak = Math.max(peak, rssBytes)));
    }, LOOK_EVERY_MS);
    for (let round = 0; round < ROUNDS; round++) {
      plainSeconds.push(
        await secondsOf(async () =>
          superuser.query(
            `copy (select * from core.service_record where ${where}) to '/dev/null' (format csv)`,
          ),
        ),
      );
      seconds.push(await secondsOf(async () => download(url, token)));
    }
    clearInterval(look);
    const [own, plain] = [median(seconds), median(plainSeconds)];
    return { rows, perSecond: rows / own, plainPerSecond: rows / plain, peakRssMb: peak / 1e6 };
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

/** Reads an answer to its end and keeps nothing of it. */
async function download(url: string, token: string): Promise<number> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) bytes += chunk.length;
  return bytes;
}
