import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** The browser's own database: what waits to be sent, and answers that a page opens with when there is no network. */
export interface KeptSchema extends DBSchema {
  entry: {
    key: string;
    value: { readonly key: string; readonly memberId: string };
    indexes: { memberId: string };
  };
  answer: { key: string; value: KeptAnswer; indexes: { memberId: string } };
}

interface KeptAnswer {
  readonly key: string;
  readonly memberId: string;
  readonly data: unknown;
}

export async function openKept(name = 'console'): Promise<IDBPDatabase<KeptSchema>> {
  return openDB<KeptSchema>(name, 1, {
    upgrade: (opened) => {
      for (const store of ['entry', 'answer'] as const) {
        opened.createObjectStore(store, { keyPath: 'key' }).createIndex('memberId', 'memberId');
      }
    },
  });
}
