import { columns } from '../../src/platform/export/columns';
import { csvOf } from '../../src/platform/export/text-formats';
import { startApi, type TestApi } from '../kit/api';
import { cluster, urlOf } from '../kit/templates';
import pg from 'pg';
import { type Agreement, demoAgreement, newStation } from '../api/support/agreements';
import { correct, record, voidRecord } from '../api/support/questions';
import { download, loadOf, newKey, quiet, type Row, rowsOf } from './support';

/** GET /export/service-records: its rows, their scope, and nightly loads. */
let api: TestApi;
let own: Agreement;
let token: string;
beforeAll(async () => {
  api = await startApi({ EXPORTS_AT_ONCE: '20' });
  own = await newStation(api, {
    // Names that a spreadsheet would take for formulas, and one that takes quotation marks to write.
    zones: [
      { name: '=1+1', points: ['@SUM(A1)', '　＝HYPERLINK("x")'] },
      { name: '西"片";=2,3', points: ['西一'] },
    ],
    terms: [{ name: '-2+3', startsOn: '2024-01-01', endsOn: '2024-12-31' }],
  });
  token = (await api.as('admin@fengyuan.example')).token!;
});
afterAll(async () => {
  await api.close();
});

const of = (path = ''): string => `service-records.csv?station=${own.station.id}${path}`;
async function recorded(day: string, zone: number | null = null): Promise<string> {
  const [stored] = await record(await api.as('admin@fengyuan.example'), own.id, [
    {
      indicator: 'RESOURCE_LINKED',
      occurredOn: day,
      zoneId: zone === null ? null : own.zones[zone]!.id,
      pointId: zone === null ? null : own.zones[zone]!.points.at(-1)!.id,
      quantities: [{ measure: 'AMOUNT', value: '1234.5' }],
    },
  ]);
  return stored!.id;
}

const idsOf = (rows: Row[]): string[] => rows.map(({ record_id }) => String(record_id)).sort();

test('a row has the values of the API’s record, with the names of its agreement and places', async () => {
  const id = await recorded('2024-02-29', 1);
  const [row] = (await rowsOf(api, of(), token)).filter(({ record_id }) => record_id === id);
  expect(row).toMatchObject({
    revision: '1',
    removed: 'false',
    occurred_on: '2024-02-29',
    agreement_id: own.id,
    station_id: own.station.id,
    station_name: own.station.name,
    street: '某街',
    operator_name: own.operator.name,
    purchaser_name: own.purchaser.name,
    district_name: '荔湾区',
    zone_name: '西"片";=2,3',
    point_name: '西一',
    project_id: null,
    project_name: null,
    indicator_code: 'RESOURCE_LINKED',
    measure_code: 'AMOUNT',
    unit: '元',
    quantity: '1234.50',
  });
  expect(row!.indicator_name).toMatch(/链接/);
});

test('no text cell begins a formula in any spelling, and every number stays a number', async () => {
  const id = await recorded('2024-03-01', 0);
  const { text } = await download(api, of(), { token });
  const line = text.split('\r\n').find((one) => one.startsWith(id))!;
  expect(line).toContain(`"'=1+1"`);
  expect(line).toContain(`"'＝HYPERLINK(""x"")"`);
  expect(line).toContain(`"'-2+3"`);
  expect(line).toContain(',1234.50,');
  for (const cell of text.split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[\s\u3000]*[=+@＝＋－＠]/);
});

test('no text is a number, a date or a time to a spreadsheet, and other text is unchanged', async () => {
  const shown = async (words: string[]): Promise<(string | null)[]> => {
    const { query } = csvOf({ columns: columns('text', { word: 'w' }), rows: 'from unnest($1::text[]) w' });
    return (await api.world.ownerQuery<{ word: string }>(query, [words])).map(({ word }) => word);
  };
  const values = [
    '1/2|1-2|2024-01|2024/1/31|2024.1|31.12.2024|1:30|9:00 PM|12:00:01|1e5|3E-5|007|1,234|12%|1 1/2|(12)|¥12|$ 3|.5',
    '20240101|440103199001011234|　12| 1-2|2024年3月|3月5日|2024年|3月|8时30分|１／２|２０２４|￥1,200.00',
    '2024-01-01 08:00|MAR-1|mar1|Sept 2|DEC1|1-Jan|2 January 2024|May 5, 2024|jan 2024',
  ].flatMap((line) => line.split('|'));
  expect(await shown(values)).toEqual(values.map((word) => `'${word}`));
  const words = [
    '一区|2024年度|第1-2片|1号楼|3楼|A01|S-1|5A社区|Marina 1|Maya|August||Mary 12|Decathlon 5|1区|12b|2024春|v1-line2',
  ].flatMap((line) => line.split('|'));
  expect(await shown(words)).toEqual(words);
});

test('the same rows come as NDJSON, decimals as text', async () => {
  const csv = await rowsOf(api, of(), token);
  const { text, headers } = await download(api, of().replace('.csv', '.ndjson'), { token });
  expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
  const json = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(idsOf(json as Row[])).toEqual(idsOf(csv));
  expect(Object.keys(json[0]!)).toEqual(Object.keys(csv[0]!));
  for (const row of json) expect(row).toMatchObject({ quantity: '1234.50', revision: 1, removed: false });
  expect(json.map(({ zone_name }) => zone_name)).toContain('=1+1');
});

test('the first and the last day are included', async () => {
  const [before, first, last, after] = [
    await recorded('2024-06-09'),
    await recorded('2024-06-10'),
    await recorded('2024-06-20'),
    await recorded('2024-06-21'),
  ];
  const found = idsOf(await rowsOf(api, of('&from=2024-06-10&to=2024-06-20'), token));
  expect(found).toEqual([first, last].sort());
  expect(idsOf(await rowsOf(api, of('&from=2024-06-10'), token))).toEqual([first, last, after].sort());
  expect(idsOf(await rowsOf(api, of('&to=2024-06-20'), token))).toEqual(
    expect.arrayContaining([before, first]),
  );
});

describe('the scope', () => {
  const everything = 'service-records.csv';

  test('each viewer sees the same as through the API, and a foreign filter matches like an unknown one', async () => {
    const foreign = await demoAgreement(api, '云城街');
    const unknown = '01890000-0000-7000-8000-000000000000';
    const [header] = (await download(api, `${everything}?station=${unknown}`, { token })).text.split('\r\n');
    for (const filter of [
      `station=${foreign.station.id}`,
      'station=nonsense',
      `operator=${unknown}`,
      'district=440111',
      'district=999999',
      `district=%27%3B--`,
    ]) {
      const answer = await download(api, `${everything}?${filter}`, { token });
      expect([filter, answer.status, answer.text]).toEqual([filter, 200, `${header!}\r\n`]);
    }
    const stations = new Set(
      (await rowsOf(api, everything, token)).map(({ operator_name }) => operator_name),
    );
    expect([...stations]).toEqual([own.operator.name]);
  });

  test('a key limited to a station reads that station, and a revoked one nothing from the next request', async () => {
    const demo = await demoAgreement(api, '逢源街');
    await recorded('2024-07-01');
    const whole = await newKey(api, 'admin@fengyuan.example');
    const limited = await newKey(api, 'admin@fengyuan.example', [own.station.id]);
    const stationsOf = async (key: string) =>
      new Set((await rowsOf(api, everything, key)).map(({ station_id }) => station_id));
    expect(await stationsOf(whole.token)).toEqual(new Set([own.station.id, demo.station.id]));
    expect(await stationsOf(limited.token)).toEqual(new Set([own.station.id]));
    const admin = await api.as('admin@fengyuan.example');
    await admin.get('mutation($id: ID!) { revokeApiKey(id: $id) { userErrors { code } } }', {
      id: limited.id,
    });
    expect(await download(api, everything, limited)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });
});

describe('a nightly load', () => {
  const since = (cursor: string, rest = ''): string =>
    of(`${rest}&updatedSince=${encodeURIComponent(cursor)}`);

  test('returns what was added, corrected and voided since, and nothing else', async () => {
    const [kept, corrected, voided] = [
      await recorded('2024-08-01'),
      await recorded('2024-08-01'),
      await recorded('2024-08-01'),
    ];
    await quiet(api);
    const first = await loadOf(api, of(), token);
    expect(idsOf(first.rows)).toEqual(expect.arrayContaining([kept, corrected, voided]));
    const admin = await api.as('admin@fengyuan.example');
    await correct(admin, {
      id: corrected,
      expectedRevision: 1,
      quantities: [{ measure: 'AMOUNT', value: '8.05' }],
    });
    await voidRecord(admin, voided);
    const added = await recorded('2024-08-02');
    const second = await loadOf(api, since(first.next), token);
    expect(
      second.rows.map(({ record_id, revision, removed, quantity }) => [
        record_id,
        revision,
        removed,
        quantity,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [corrected, '2', 'false', '8.05'],
        [voided, '1', 'true', '1234.50'],
        [added, '1', 'false', '1234.50'],
      ]),
    );
    expect(second.rows).toHaveLength(3);
    await quiet(api);
    const third = await loadOf(api, since(second.next), token);
    expect((await loadOf(api, since(third.next), token)).rows).toEqual([]);
    expect(idsOf(await rowsOf(api, of(), token))).not.toContain(voided);
  });

  test('marks a record that was moved out of the requested days as removed', async () => {
    const id = await recorded('2024-09-10');
    const range = '&from=2024-09-01&to=2024-09-30';
    await quiet(api);
    const first = await loadOf(api, of(range), token);
    expect(idsOf(first.rows)).toEqual([id]);
    const admin = await api.as('admin@fengyuan.example');
    await correct(admin, { id, expectedRevision: 1, occurredOn: '2024-10-01' });
    const [row, another] = (await loadOf(api, since(first.next, range), token)).rows;
    expect([row?.record_id, row?.removed, another]).toEqual([id, 'true', undefined]);
  });

  test('loses nothing of a transaction that was open during the previous load', async () => {
    const [slow, quick] = [await recorded('2024-11-01'), await recorded('2024-11-01')];
    await quiet(api);
    const before = await loadOf(api, of(), token);
    const writer = new pg.Client({ connectionString: urlOf(cluster().superuserUrl, api.world.name) });
    await writer.connect();
    try {
      await writer.query('begin');
      await writer.query('update core.service_record set revision = 2 where id = $1', [slow]);
      // Begun later, and committed before the load: a timestamp or a sequence would move the cursor past the open transaction.
      await voidRecord(await api.as('admin@fengyuan.example'), quick);
      const during = await loadOf(api, since(before.next), token);
      expect(idsOf(during.rows)).toEqual([quick]);
      await writer.query('commit');
      const after = await loadOf(api, since(during.next), token);
      expect(after.rows.find(({ record_id }) => record_id === slow)).toMatchObject({ revision: '2' });
    } finally {
      await writer.end();
    }
  });

  test('continues only from a cursor of the same export, account, rights, filters and database', async () => {
    const { next } = await loadOf(api, of(), token);
    const broken = { status: 400, code: 'BAD_USER_INPUT' };
    const other = (await api.as('worker@fengyuan.example')).token!;
    expect(await download(api, since(next), { token: other })).toMatchObject(broken);
    expect(await download(api, since(next, '&from=2024-01-01'), { token })).toMatchObject(broken);
    for (const cursor of [
      '',
      'x',
      '0',
      `${next}x`,
      next.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
      next.replace(/\.test$/, '.other'),
      next.slice(4),
    ]) {
      const answer = await download(api, since(cursor), { token });
      expect([cursor, answer.status, answer.code]).toEqual([cursor, 400, 'BAD_USER_INPUT']);
      expect(answer.message).toContain('load everything anew');
    }
    // Nor in a copy of the database in the same cluster, as a restore makes one.
    const copy = await startApi();
    try {
      const there = (await copy.as('admin@fengyuan.example')).token!;
      expect(await download(copy, since(next), { token: there })).toMatchObject(broken);
    } finally {
      await copy.close();
    }
    // The cursor is sealed: no transaction id is readable in it.
    const [{ xmin }] = (await api.world.ownerQuery<{ xmin: string }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin',
    )) as [{ xmin: string }];
    expect(Buffer.from(next, 'base64url').toString('latin1')).not.toContain(xmin);
  });
});
