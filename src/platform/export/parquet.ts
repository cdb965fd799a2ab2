import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { type Column, type ColumnKind, selectOf, type Table } from './columns';

/** A row as PostgreSQL writes it: every value as text. */
type TextRow = readonly (string | null)[];

/** The SELECT of a table whose rows become Parquet: the same values as in the other formats, as text. */
export function parquetQuery(table: Table): string {
  return selectOf(table, ({ sql }) => `(${sql})::text`);
}

/** Decimals of a DECIMAL; a fraction (of a fee) has six, as it is stored. */
const SCALE: Partial<Record<ColumnKind, number>> = { decimal: 2, fraction: 6 };

/**
 * Writes row groups one by one as their rows arrive, so that only one group is ever in memory. Decimals are scaled
 * integers, never floats.
 */
export async function* parquetOf(
  table: Table,
  groups: AsyncIterable<readonly TextRow[]>,
): AsyncGenerator<Buffer, void> {
  const out = new ByteWriter();
  const { columns } = table;
  const schema: SchemaElement[] = [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
  const file = new ParquetWriter({ writer: out, schema, createdBy: 'social-work-stations' });
  for await (const rows of groups) {
    const columnData: ColumnSource[] = columns.map((column, at) => ({
      name: column.name,
      data: rows.map((row) => valueOf(column, row[at] ?? null)),
    }));
    await file.write({ columnData, rowGroupSize: rows.length });
    yield taken(out);
  }
  await file.finish();
  yield taken(out);
}

/** The bytes written so far; the writer continues with an empty buffer, and keeps its position in the file. */
function taken(out: ByteWriter): Buffer {
  const bytes = Buffer.from(out.getBytes());
  out.index = 0;
  return bytes;
}

function elementOf({ name, kind }: Column): SchemaElement {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  switch (kind) {
    case 'id':
    case 'code':
    case 'text':
      return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'day':
      return { ...optional, type: 'INT32', converted_type: 'DATE' };
    case 'moment':
      return {
        ...optional,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        // Without it readers guess between an instant and a local time.
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      };
    case 'whole':
      return { ...optional, type: 'INT32' };
    case 'flag':
      return { ...optional, type: 'BOOLEAN' };
    case 'decimal':
    case 'fraction':
      return {
        ...optional,
        type: 'INT64',
        converted_type: 'DECIMAL',
        precision: 18,
        scale: SCALE[kind] ?? 0,
      };
  }
}

function valueOf({ kind }: Column, text: string | null): unknown {
  if (text === null) return null;
  switch (kind) {
    case 'id':
    case 'code':
    case 'text':
      return text;
    case 'day':
      return new Date(`${text}T00:00:00Z`);
    case 'moment':
      return new Date(text);
    case 'whole':
      return Number(text);
    case 'flag':
      return text === 'true';
    case 'decimal':
    case 'fraction':
      return unscaled(text, SCALE[kind] ?? 0);
  }
}

/** 1234.5 with two decimals is 123450; a value with more decimals is refused rather than rounded. */
function unscaled(text: string, scale: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  if (fraction.length > scale) throw new Error(`more than ${scale} decimals: ${text}`);
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
