import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, newKey, rowsOf } from '../../export/support';
import { startApi, type TestApi } from '../../kit/api';
import { asSuperuser, cluster, dropDatabase, urlOf } from '../../kit/templates';
import { documented, shell } from './support/documented';

/** Runs the script of docs/bi.md, unchanged, from a server into another database. */
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'stations-load-'));
const warehouse = `test_warehouse_${randomBytes(6).toString('hex')}`;
let api: TestApi;
let key: string;
let wire: Server;
/** Bytes of a response that are passed on before the connection breaks. */
let comesThrough = Infinity;

beforeAll(async () => {
  api = await startApi();
  key = (await newKey(api, 'admin@fengyuan.example')).token;
  await asSuperuser(cluster(), async (client) => client.query(`create database ${warehouse}`));
  writeFileSync(join(folder, 'load.sh'), documented('docs/bi.md', '--dump-header headers.part'));
  wire = createServer((near) => {
    const far = connect(Number(new URL(api.url).port), '127.0.0.1');
    let left = comesThrough;
    far.on('data', (bytes) => {
      near.write(bytes.subarray(0, left));
      left -= bytes.length;
      if (left <= 0) near.end(() => far.destroy());
    });
    near.pipe(far);
    for (const end of [near, far]) end.on('error', () => undefined);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => wire.close(resolve));
  await api.close();
  await dropDatabase(cluster(), warehouse);
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the script, and returns its exit code. */
async function load(bytes = Infinity): Promise<number | null> {
  comesThrough = bytes;
  const host = `http://127.0.0.1:${(wire.address() as AddressInfo).port}`;
  const database = urlOf(cluster().superuserUrl, warehouse);
  const environment = { KEY: key, HOST: host, WAREHOUSE: database };
  return (await shell(`bash '${folder}/load.sh'`, [], environment)).code;
}

const query = async <Row extends object>(sql: string): Promise<Row[]> =>
  asSuperuser(cluster(), async (client) => (await client.query<Row>(sql)).rows, warehouse);

/** The rows of the warehouse, and the cursor that the script keeps for its next run. */
async function kept(): Promise<unknown> {
  const rows = await query(
    'select md5(string_agg(r::text, chr(10) order by r::text)) from service_records r',
  );
  return [rows, readFileSync(join(folder, 'cursor'), 'utf8'), readFileSync(join(folder, 'load.csv'), 'utf8')];
}

async function expectTheSame(): Promise<void> {
  const stored = await query<{ line: string }>(
    `select concat_ws(' ', record_id, revision, measure_code, quantity) as line from service_records order by 1`,
  );
  const truth = (await rowsOf(api, 'service-records.csv', key)).map(
    (row) => `${row.record_id} ${row.revision} ${row.measure_code} ${row.quantity}`,
  );
  expect(stored.map(({ line }) => line)).toEqual(truth.sort());
}

/** A record voided, another corrected, and many new ones, as the work of a day. */
async function work(): Promise<void> {
  await api.world.ownerQuery(`
    with mine as (select s.id from core.service_record s join core.organisation o on o.id = s.organisation_id
                   where o.short_name = '逢源人家' and s.voided_at is null order by s.id desc limit 2),
         voided as (update core.service_record set voided_at = now(), voided_by = revised_by, void_reason = '重复录入'
                     where id = (select id from mine limit 1))
    update core.service_record set revised_at = now() where id = (select id from mine offset 1)`);
  await fill(api, 1500);
}

test('a load that aborts in the transfer or in the database loses no row: the next one catches up', async () => {
  expect(await load()).toBe(0);
  await expectTheSame();
  const before = await kept();

  await work();
  expect(await load(3000)).not.toBe(0);
  expect(await kept()).toEqual(before);

  // The database takes no more rows.
  await query('alter table service_records add constraint full_up check (false) not valid');
  expect(await load()).not.toBe(0);
  const [rows, cursor] = (await kept()) as unknown[];
  expect([rows, cursor]).toEqual((before as unknown[]).slice(0, 2));
  await query('alter table service_records drop constraint full_up');

  expect(await load()).toBe(0);
  await expectTheSame();
  expect(existsSync(join(folder, 'cursor.part'))).toBe(false);
});

test('a refused cursor stops the load; without it everything is loaded anew', async () => {
  expect(await load()).toBe(0);
  const before = await kept();
  writeFileSync(join(folder, 'cursor'), 'of-another-database');
  expect(await load()).toBe(22);
  expect((await kept()) as unknown[]).toEqual([
    (before as unknown[])[0],
    'of-another-database',
    (before as unknown[])[2],
  ]);

  // As after a restore: the warehouse has rows that the platform no longer has.
  await query('insert into service_records (record_id) values (gen_random_uuid())');
  rmSync(join(folder, 'cursor'));
  expect(await load()).toBe(0);
  await expectTheSame();
});
