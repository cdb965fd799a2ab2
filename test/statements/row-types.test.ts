import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import '../../src/bi';
import '../../src/generate';
import '../../src/server';
import '../../src/verify';
import { declaredStatements } from '../../src/platform/database/statement';
import { composedStatements } from '../api/support/composed-statements';
import { cluster, urlOf } from '../kit/templates';
import { createTestDatabase } from '../kit/world';
import { type DeclaredRow, declaredRows } from './row-types';

const ROOT = join(__dirname, '../..');

interface Connection {
  parse: (message: { name: string; text: string; types: number[] }) => void;
  describe: (message: { type: 'S'; name: string }) => void;
  sync: () => void;
}

/** Reads the result columns of a statement from PostgreSQL, without running it. */
class Description implements pg.Submittable {
  readonly columns: Promise<string[]>;
  private found: string[] = [];
  private end!: () => void;
  private fail!: (fault: Error) => void;

  constructor(private readonly text: string) {
    this.columns = new Promise((resolve, reject) => {
      this.end = () => resolve(this.found);
      this.fail = ({ message }) => reject(new Error(`${message}: ${text}`));
    });
  }

  submit(connection: unknown): void {
    const { parse, describe, sync } = connection as Connection;
    parse.call(connection, { name: '', text: this.text, types: [] });
    describe.call(connection, { type: 'S', name: '' });
    sync.call(connection);
  }

  handleRowDescription({ fields }: { fields: { name: string }[] }): void {
    this.found = fields.map(({ name }) => name).sort();
  }

  handleError(fault: Error): void {
    // The client takes it for ended, and does not call when it is ready.
    this.fail(fault);
  }

  handleReadyForQuery(): void {
    this.end();
  }
}

/** How the columns of a statement differ from its declared row; null where they do not. */
function difference(
  { at, label, required, optional }: DeclaredRow,
  columns: readonly string[],
): string | null {
  const missing = required.filter((name) => !columns.includes(name));
  const surplus = columns.filter((name) => !required.includes(name) && !optional.includes(name));
  if (missing.length + surplus.length === 0) return null;
  return `${at} ${label}: lacks [${missing.join(', ')}], has besides [${surplus.join(', ')}]`;
}

test('every statement is valid SQL, and returns the columns of its declared row', async () => {
  const rows = declaredRows(join(ROOT, 'tsconfig.json'), 'src');
  const labels = new Set(rows.map(({ label }) => label));
  // Only some variants of composed statements: another test prepares all of them.
  const variants = (await composedStatements()).filter(({ label }) => labels.has(label));
  const oneOfEach = new Map(variants.map((variant) => [variant.label, variant]));
  const some = [...oneOfEach.values(), ...variants.filter((_, at) => at % 40 === 0)];
  const columns = new Map<string, string[][]>();
  // Not the template itself, which other files could not copy meanwhile.
  const copy = await createTestDatabase('template_empty');
  const client = new pg.Client({ connectionString: urlOf(cluster().superuserUrl, copy.name) });
  await client.connect();
  try {
    for (const { label, text } of [...declaredStatements(), ...some]) {
      const found = await client.query(new Description(text)).columns;
      columns.set(label, [...(columns.get(label) ?? []), found]);
    }
  } finally {
    await client.end();
    await copy.close();
  }
  expect(rows.length).toBeGreaterThan(80);
  expect(rows.length).toBe(labels.size);
  expect(rows.filter(({ label }) => !columns.has(label))).toEqual([]);
  const differences = rows.flatMap((row) => columns.get(row.label)!.map((found) => difference(row, found)));
  expect(differences.filter(Boolean)).toEqual([]);
}, 60_000);

test('a row type that lacks a column, or declares a missing one, is found', () => {
  const row = { label: 'list', at: 'src/list.ts:1', required: ['id', 'name'], optional: ['note'] };
  expect(difference(row, ['id', 'name'])).toBeNull();
  expect(difference(row, ['id', 'title'])).toBe('src/list.ts:1 list: lacks [name], has besides [title]');
});

test('no call overrides the declared row type of a statement', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const casts = files
    .filter((file) => /^(modules|access|bi|verify)\/.*(?<!\.test)\.ts$/.test(file))
    .filter((file) =>
      /\.(read|query|once|send)<(?!Row>)/.test(readFileSync(join(ROOT, 'src', file), 'utf8')),
    );
  expect(casts).toEqual([]);
});
