import DataLoader from 'dataloader';

/** Fetches the values of many keys in one statement, in the order of the keys. */
export interface Batch<Scope, Key, Value> {
  /** One loader per request and name: the name must include arguments that change the answer. */
  name: string;
  /** A string that is unique for each key. */
  keyOf: (key: Key) => string;
  fetch: (scope: Scope, keys: readonly Key[]) => Promise<readonly Value[]>;
}

/** The data loaders of one request, created on first use. */
export class Loaders<Scope> {
  private readonly made = new Map<string, unknown>();

  constructor(private readonly scope: Scope) {}

  async load<Key, Value>(batch: Batch<Scope, Key, Value>, key: Key): Promise<Value> {
    let loader = this.made.get(batch.name) as DataLoader<Key, Value, string> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value, string>(async (keys) => batch.fetch(this.scope, keys), {
        cacheKeyFn: batch.keyOf,
        maxBatchSize: 1000,
      });
      this.made.set(batch.name, loader);
    }
    return loader.load(key);
  }

  /** Clears the cache: after a write it may be stale. */
  clear(): void {
    this.made.clear();
  }
}

/** Groups rows by a key, in the order of `keys`; a key without rows gets an empty list. */
export function grouped<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[][] {
  const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}

/** One row per key, in the order of `keys`; null where there is none. */
export function matched<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
