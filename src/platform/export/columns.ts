/** The type of a column. `code`: words of ours; `text`: words of people, which no spreadsheet may read as a formula. */
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

/** One column of an export: its name in every format, its type, and its SQL. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly sql: string;
}

/** A table that can be exported: its columns, and the query for the rows of one scope. */
export interface Table {
  readonly columns: readonly Column[];
  /** The SQL after the columns: FROM … WHERE …; `before`: its WITH. */
  readonly rows: string;
  readonly before?: string;
}

/** Declares columns of one kind: name and SQL by turns would be misread, so as an object. */
export function columns(kind: ColumnKind, sqlByName: Readonly<Record<string, string>>): Column[] {
  return Object.entries(sqlByName).map(([name, sql]) => ({ name, kind, sql }));
}

/** The SELECT of a table, each column as `shape` formats it. */
export function selectOf(table: Table, shape: (column: Column) => string): string {
  const list = table.columns.map((column) => `${shape(column)} as ${column.name}`).join(', ');
  return `${table.before ?? ''} select ${list} ${table.rows}`;
}
