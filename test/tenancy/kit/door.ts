import type { ClientBase } from 'pg';
import type { Database } from '../../../src/platform/database/database';
import type { DatabaseRole } from '../../../src/platform/database/roles';
import type { Row } from './rules';

/** Whoever looks at the database through one of the server's roles, and what design §4 lets it do there. */
export interface Eyes {
  name: string;
  role: DatabaseRole;
  /** Opens its scope in the transaction that has begun. */
  enter: (client: ClientBase) => Promise<unknown>;
  mayRead: (table: string, row: Row) => boolean;
  mayAdd: (table: string, row: Row) => boolean;
  mayChange: (table: string, row: Row) => boolean;
}

/** A way in: runs work as these eyes, with their scope open, and leaves nothing behind. */
export type Door = <T>(eyes: Eyes, work: (client: ClientBase) => Promise<T>) => Promise<T>;

/** Through the pools of the server. */
export function serverDoor(database: Database): Door {
  return async ({ role, enter }, work) => {
    const client = await database.connect(role);
    try {
      await client.query('begin');
      await enter(client);
      return await work(client);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
}

/** Inside a superuser's transaction, which may hold changes that nobody else sees. */
export function innerDoor(client: ClientBase): Door {
  return async ({ role, enter }, work) => {
    await client.query(`savepoint door; set local role ${role}`);
    try {
      await enter(client);
      return await work(client);
    } finally {
      await client.query('rollback to savepoint door');
    }
  };
}
