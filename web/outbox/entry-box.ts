import type { IDBPDatabase } from 'idb';
import { type KeptSchema, openKept } from '../api/kept';
import type { Entry } from './entry';

/** Where entries are kept until the server has them. */
export interface EntryBox {
  all(memberId: string): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  delete(key: string): Promise<void>;
  clear(memberId: string): Promise<void>;
}

/** In the browser's own database: it outlives the page, and the browser. */
class StoredEntries implements EntryBox {
  constructor(private readonly database: IDBPDatabase<KeptSchema>) {}

  async all(memberId: string): Promise<Entry[]> {
    return (await this.database.getAllFromIndex('entry', 'memberId', memberId)) as Entry[];
  }

  async put(entry: Entry): Promise<void> {
    await this.database.put('entry', entry);
  }

  async delete(key: string): Promise<void> {
    await this.database.delete('entry', key);
  }

  async clear(memberId: string): Promise<void> {
    const { store } = this.database.transaction('entry', 'readwrite');
    for (const key of await store.index('memberId').getAllKeys(memberId)) await store.delete(key);
  }
}

/** Where the browser has no database: until the page is closed. */
export class EntriesInMemory implements EntryBox {
  private readonly entries = new Map<string, Entry>();

  async all(memberId: string): Promise<Entry[]> {
    return Promise.resolve([...this.entries.values()].filter((entry) => entry.memberId === memberId));
  }

  async put(entry: Entry): Promise<void> {
    this.entries.set(entry.key, entry);
    return Promise.resolve();
  }

  async delete(key: string): Promise<void> {
    this.entries.delete(key);
    return Promise.resolve();
  }

  async clear(memberId: string): Promise<void> {
    for (const { key } of await this.all(memberId)) this.entries.delete(key);
  }
}

export async function openEntryBox(name?: string): Promise<EntryBox> {
  try {
    return new StoredEntries(await openKept(name));
  } catch {
    return new EntriesInMemory();
  }
}
