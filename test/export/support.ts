import { get, type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { TestApi } from '../kit/api';

/** The complete response of an export. */
export interface Download {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  /** Unpacked. */
  text: string;
  /** Code and message of a refusal. */
  code: string | undefined;
  message: string | undefined;
}

export interface Asked {
  token?: string | undefined;
  headers?: Record<string, string>;
  method?: string;
}

/** Requests `/export/…`; fails on an incomplete response. */
export async function download(
  { url }: Pick<TestApi, 'url'>,
  path: string,
  { token, headers = {}, method = 'GET' }: Asked = {},
): Promise<Download> {
  return new Promise((resolve, reject) => {
    const bearer = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const asked = httpRequest(
      `${url}/export/${path}`,
      { method, headers: { 'accept-language': 'en', ...bearer, ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve(toDownload(response.statusCode ?? 0, response.headers, Buffer.concat(chunks)));
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

function toDownload(status: number, headers: IncomingHttpHeaders, bytes: Buffer): Download {
  const text = (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
  const isRefusal = headers['content-type']?.startsWith('application/json') === true && text !== '';
  const { errors = [] } = (isRefusal ? JSON.parse(text) : {}) as {
    errors?: { message: string; extensions: { code: string } }[];
  };
  return { status, headers, bytes, text, code: errors[0]?.extensions.code, message: errors[0]?.message };
}

export type Row = Record<string, string | null>;

/** Parses a CSV by RFC 4180 character by character; a cell without quotation marks that is empty is null. */
export function parseCsv(text: string): Row[] {
  const [header = [], ...lines] = cellsOf(text);
  return lines.map((cells) => {
    if (cells.length !== header.length) throw new Error(`a line of ${String(cells.length)} cells`);
    return Object.fromEntries(header.map((name, at) => [name ?? '', cells[at] ?? null]));
  });
}

const BARE = /[^,\r\n]*/y;

function cellsOf(text: string): (string | null)[][] {
  const lines: (string | null)[][] = [];
  let line: (string | null)[] = [];
  let at = 0;
  while (at < text.length) {
    let cell: string | null = null;
    if (text[at] === '"') {
      cell = '';
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1;
        cell += text[at]!;
      }
      at += 1;
    } else {
      BARE.lastIndex = at;
      const [bare] = BARE.exec(text)!;
      if (bare !== '') cell = bare;
      at += bare.length;
    }
    line.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      lines.push(line);
      line = [];
    } else throw new Error(`a line must end with CRLF: ${JSON.stringify(text.slice(at - 20, at + 5))}`);
  }
  return lines;
}

/** The rows of an export; fails on a refusal. */
export async function rowsOf(api: TestApi, path: string, token: string | undefined): Promise<Row[]> {
  return (await loadOf(api, path, token)).rows;
}

/** The same with the cursor of the next load. */
export async function loadOf(
  api: TestApi,
  path: string,
  token: string | undefined,
): Promise<{ rows: Row[]; next: string }> {
  const answer = await download(api, path, { token });
  if (answer.status !== 200) throw new Error(answer.text);
  return { rows: parseCsv(answer.text), next: String(answer.headers['x-next-updated-since']) };
}

/** Resolves once every running transaction of the cluster has ended: until then a load may repeat rows. */
export async function quiet(api: TestApi): Promise<void> {
  const [now] = await api.world.ownerQuery<{ xid: string }>('select pg_current_xact_id()::text as xid');
  for (;;) {
    const rows = await api.world.ownerQuery(
      'select where pg_snapshot_xmin(pg_current_snapshot()) > $1::text::xid8',
      [now!.xid],
    );
    if (rows.length > 0) return;
  }
}

/** Opens an export and reads nothing of it yet. */
export async function open(
  { url }: Pick<TestApi, 'url'>,
  path: string,
  token: string | undefined,
): Promise<import('node:http').IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(
      `${url}/export/${path}`,
      { headers: { authorization: `Bearer ${token ?? ''}` }, agent: false },
      resolve,
    ).on('error', reject);
  });
}

const CREATE_KEY = `mutation($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { secret apiKey { id } userErrors { code path message } } }`;

/** A new API key of an administrator's organisation. */
export async function newKey(
  api: Pick<TestApi, 'as'>,
  admin: string,
  stationIds?: string[],
): Promise<{ id: string; token: string }> {
  const client = await api.as(admin);
  const { createApiKey } = await client.get<{
    createApiKey: { secret: string | null; apiKey: { id: string } | null };
  }>(CREATE_KEY, { input: { name: '夜间导出', ...(stationIds ? { stationIds } : {}) } });
  if (createApiKey.secret === null || createApiKey.apiKey === null)
    throw new Error(JSON.stringify(createApiKey));
  return { id: createApiKey.apiKey.id, token: createApiKey.secret };
}

/** Resolves once no connection of an export is open. */
export async function nobodyExports(api: TestApi): Promise<void> {
  for (;;) {
    const rows = await api.world.ownerQuery(
      `select from pg_stat_activity where datname = current_database() and application_name like '% once'`,
    );
    if (rows.length === 0) return;
  }
}

const COPIED = `organisation_id, agreement_id, station_id, purchaser_id, district_code, revision, term_id, indicator_code,
  occurred_on, quantities, revised_at, revised_by, revised_by_name, recorded_at, recorded_by, recorded_by_name`;

/** More records of 逢源人家, with names so long that their export exceeds all socket buffers. */
export async function fill(api: TestApi, count: number): Promise<void> {
  await api.world.ownerQuery(`set session_replication_role = replica;
    update core.organisation set name = rpad(name, 200, '名') where short_name = '逢源人家' or kind = 'PURCHASER';
    update core.term set name = rpad(name, 100, '期');
    update core.station_access set name = rpad(name, 200, '站'), street = rpad(street, 100, '街');
    insert into core.service_record (id, ${COPIED})
    select gen_random_uuid(), ${COPIED} from (
      select s.* from core.service_record s join core.organisation o on o.id = s.organisation_id
       where o.short_name = '逢源人家' and s.voided_at is null order by s.id limit 1) r, generate_series(1, ${count})`);
  // As autovacuum would later.
  await api.world.ownerQuery('analyze');
}
