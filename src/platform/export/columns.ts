/** What a column holds. `code`: words of ours; `text`: words of people, which no spreadsheet may take for a formula. */
export type ColumnKind =
  | 'id'
  | 'code'
  | 'text'
  | 'day'
  | 'moment'
  | 'whole'
  | 'decimal'
  | 'fraction'
  | 'flag';

/** One column of an export: its name in every format, what it holds, and where it comes from. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly sql: string;
}

/** A table that can be exported: its columns, and the rows of one scope. */
export interface Table {
  readonly columns: readonly Column[];
  /** What follows the columns: FROM … WHERE …; `before`: its WITH. */
  readonly rows: string;
  readonly before?: string;
}

/** Declares columns of one kind: name and SQL by turns would be misread, so as an object. */
export function columns(kind: ColumnKind, sqlByName: Readonly<Record<string, string>>): Column[] {
  return Object.entries(sqlByName).map(([name, sql]) => ({ name, kind, sql }));
}

/** The SELECT of a table, each column as `shape` puts it. */
export function selectOf(table: Table, shape: (column: Column) => string): string {
  const list = table.columns.map((column) => `${shape(column)} as ${column.name}`).join(', ');
  return `${table.before ?? ''} select ${list} ${table.rows}`;
}
