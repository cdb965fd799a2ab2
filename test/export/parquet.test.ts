import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { startApi, type TestApi } from '../kit/api';
import { download, fill, rowsOf } from './support';

/** Parquet has the values of the CSV, with types: decimals exact, days as days. */
let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await startApi({ EXPORTS_AT_ONCE: '8' });
  token = (await api.as('admin@guangzhou-bureau.example')).token!;
});
afterAll(async () => {
  await api.close();
});

interface Parquet {
  file: ArrayBuffer;
  rows: Record<string, unknown>[];
  schema: Map<string, { converted_type?: string | undefined; scale?: number | undefined }>;
}

/** Reads a file, decimals as the integers that they are stored as: the reader would convert them to floats. */
async function parquet(path: string): Promise<Parquet> {
  const { status, bytes, headers } = await download(api, path, {
    token,
    headers: { 'accept-encoding': 'gzip' },
  });
  expect([status, headers['content-type']]).toEqual([200, 'application/vnd.apache.parquet']);
  expect(headers['content-encoding']).toBeUndefined();
  const file = new Uint8Array(bytes).buffer;
  const schema = new Map(parquetMetadata(file).schema.map((element) => [element.name, { ...element }]));
  const metadata = parquetMetadata(file);
  for (const element of metadata.schema)
    if (element.converted_type === 'DECIMAL') delete element.converted_type;
  return { file, schema, rows: (await parquetReadObjects({ file, metadata })) as Record<string, unknown>[] };
}

test.each(['completion', 'service-records', 'staffing', 'funding', 'assessments'])(
  '%s has the same rows as CSV, to the last digit',
  async (name) => {
    const csv = await rowsOf(api, `${name}.csv`, token);
    const { rows, schema } = await parquet(`${name}.parquet`);
    const stored = rows.map((row) =>
      Object.entries(row).map(([column, value]) => {
        if (value === null) return null;
        if (!(value instanceof Date)) return `${value as string | bigint}`;
        return schema.get(column)?.converted_type === 'DATE'
          ? value.toISOString().slice(0, 10)
          : value.getTime();
      }),
    );
    const expected = csv.map((row) =>
      Object.entries(row).map(([column, text]) => {
        const { converted_type: kind, scale = 0 } = schema.get(column)!;
        if (text === null) return null;
        if (kind === 'TIMESTAMP_MILLIS') return new Date(text).getTime();
        if (kind === 'DECIMAL') {
          const [whole = '', fraction = ''] = text.split('.');
          return String(BigInt(whole + fraction.padEnd(scale, '0')));
        }
        // Only a spreadsheet needs the apostrophe.
        return text.replace(/^'(?=[-=+@\d])/, '');
      }),
    );
    const lines = (table: unknown[][]): string[] => table.map((row) => JSON.stringify(row)).sort();
    expect(stored.length).toBeGreaterThan(0);
    expect(lines(stored)).toEqual(lines(expected));
  },
);

test('decimals are integers with a scale, and rows come in row groups', async () => {
  await fill(api, 20_500);
  const { file, rows } = await parquet('service-records.parquet');
  const { schema, row_groups } = parquetMetadata(file);
  expect(schema.find(({ name }) => name === 'quantity')).toMatchObject({
    type: 'INT64',
    converted_type: 'DECIMAL',
    precision: 18,
    scale: 2,
  });
  expect(row_groups.length).toBeGreaterThan(2);
  expect(rows.length).toBeGreaterThan(20_500);
});

test('a timestamp is in UTC for every reader', async () => {
  for (const name of ['service-records', 'funding', 'assessments']) {
    const { file } = await parquet(`${name}.parquet`);
    const { schema } = parquetMetadata(file);
    const moments = schema.filter(({ name: column }) => column.endsWith('_at'));
    expect(moments.length).toBeGreaterThan(0);
    for (const { converted_type, logical_type } of moments) {
      expect([converted_type, logical_type]).toEqual([
        'TIMESTAMP_MILLIS',
        { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      ]);
    }
  }
});

test('without rows it is still a valid file', async () => {
  expect((await parquet('service-records.parquet?to=2000-01-01')).rows).toEqual([]);
});
