import { writeXlsxStream } from 'hucre';
import { trimmed } from '../decimal';

/** A column of a long table: its heading, how wide it is, and what it holds. */
export interface RowColumn {
  heading: string;
  kind: 'DAY' | 'TEXT' | 'NUMBER';
  width: number;
}

/** The values of a row by column, as text; null for an empty cell. */
export type RowValues = readonly (string | null)[];

/**
 * The bytes of an .xlsx of one long table, row by row as they come: of a hundred thousand rows none is kept. A failure of
 * the rows is one of the bytes, so that no part of a file is taken for all of it.
 */
export async function* writeRows(
  name: string,
  columns: readonly RowColumn[],
  batches: AsyncIterable<readonly RowValues[]>,
): AsyncGenerator<Buffer, void> {
  async function* rows(): AsyncGenerator<(string | number | Date | null)[]> {
    for await (const batch of batches)
      for (const values of batch)
        yield columns.map(({ kind }, at) => {
          const value = values[at] ?? null;
          return value === null ? null : valueOf(value, kind);
        });
  }
  const bytes = writeXlsxStream(rows(), {
    name,
    columns: columns.map(({ heading, kind, width }) => ({
      header: heading,
      width,
      ...(kind === 'DAY' && { numFmt: 'yyyy-mm-dd' }),
    })),
    freezePane: { rows: 1 },
  });
  for await (const chunk of bytes) yield Buffer.from(chunk);
}

function valueOf(value: string, kind: RowColumn['kind']): string | number | Date {
  if (kind === 'TEXT') return value;
  if (kind === 'DAY') return new Date(`${value}T00:00:00Z`);
  const double = Number(value);
  return trimmed(String(double)) === trimmed(value) ? double : value;
}
