/** Where a property of a row comes from: a column, or a column and how it is read. */
type Source = string | { readonly column: string; readonly sql: (column: string) => string };

/** The source of every property of a row but the optional ones, which code adds. */
export type Shape<Row> = {
  readonly [Name in keyof Row as object extends Pick<Row, Name> ? never : Name]: Source;
};

type AnyShape = Readonly<Record<string, Source>>;

/** The columns that a shape reads. */
export function columnsOf(shape: AnyShape): string {
  return Object.values(shape)
    .map((source) => (typeof source === 'string' ? source : source.column))
    .join(', ');
}

/** SQL of the rows of `alias` as columns: `a.id, a.starts_on as "startsOn"`. */
export function selectList(shape: AnyShape, alias: string): string {
  return Object.entries(shape)
    .map(([name, source]) => {
      const sql = sqlOf(source, alias);
      return sql === `${alias}.${name}` ? sql : `${sql} as "${name}"`;
    })
    .join(', ');
}

/** SQL of a row of `alias` as a JSON object. */
export function jsonObject(shape: AnyShape, alias: string): string {
  const properties = Object.entries(shape).map(([name, source]) => `'${name}', ${sqlOf(source, alias)}`);
  return `json_build_object(${properties.join(', ')})`;
}

/** SQL by which other modules read a table, and of it these columns (and rows) alone: `from ${agreements('a')}`. The planner sees the table. */
export function readable(table: string, columns: string, condition = 'true'): (alias: string) => string {
  const where = condition === 'true' ? '' : ` where ${condition}`;
  const rows = `(select ${columns} from ${table}${where})`;
  return (alias) => `${rows} ${alias}`;
}

function sqlOf(source: Source, alias: string): string {
  return typeof source === 'string' ? `${alias}.${source}` : source.sql(`${alias}.${source.column}`);
}
