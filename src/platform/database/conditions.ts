import { type Statement, statement } from './statement';

/**
 * The conditions of a list with optional filters. Each set of filters is a statement of its own, named after
 * them, so that the planner sees only the conditions in use and never `$1 is null or …`.
 */
export class Conditions {
  private readonly parts: string[] = [];
  /** The names of the conditions, in order. */
  readonly names: string[] = [];
  readonly values: unknown[];

  /** `values` are the parameters that the statement always has: $1, $2 … */
  constructor(values: unknown[] = []) {
    this.values = [...values];
  }

  /** Adds `sql` with its parameters, unless the value is undefined or null. */
  add(name: string, value: unknown, sql: (parameter: string) => string): this {
    if (value === null || value === undefined) return this;
    this.values.push(value);
    this.parts.push(sql(`$${String(this.values.length)}`));
    this.names.push(name);
    return this;
  }

  /** Adds the condition of keyset pagination: rows whose sort key is after the cursor's. */
  after(
    sortKey: readonly string[] | null,
    columns: string,
    types: readonly string[],
    operator: '>' | '<' = '>',
  ): this {
    if (sortKey === null) return this;
    const parameters = sortKey.map((value, index) => {
      this.values.push(value);
      return `$${String(this.values.length)}::${types[index] ?? 'text'}`;
    });
    this.parts.push(`(${columns}) ${operator} (${parameters.join(', ')})`);
    this.names.push('after');
    return this;
  }

  /** Adds a parameter without a condition, and returns its placeholder: `$3`. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }

  /** The conditions for a WHERE clause; `true` when there are none. */
  get sql(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' and ');
  }

  statement<Row>(name: string, text: string): Statement<Row> {
    return statement<Row>(name, text, this.names);
  }
}
