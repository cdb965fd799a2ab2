import type { ClientBase } from 'pg';
import type { Database } from '../../../src/platform/database/database';
import type { DatabaseRole } from '../../../src/platform/database/roles';
import type { Row } from './rules';

/** A viewer of the database through one of the server's roles, and what it is permitted. */
export interface DatabaseViewer {
  name: string;
  role: DatabaseRole;
  /** Opens its scope in the transaction that has begun. */
  enter: (client: ClientBase) => Promise<unknown>;
  mayRead: (table: string, row: Row) => boolean;
  mayAdd: (table: string, row: Row) => boolean;
  mayChange: (table: string, row: Row) => boolean;
}

/** Runs work as a viewer, in its tenant scope, and rolls it back. */
export type RunAs = <T>(viewer: DatabaseViewer, work: (client: ClientBase) => Promise<T>) => Promise<T>;

/** Through the pools of the server. */
export function runThroughPools(database: Database): RunAs {
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

/** Inside a superuser's transaction, which may have uncommitted changes. */
export function runInTransaction(client: ClientBase): RunAs {
  return async ({ role, enter }, work) => {
    await client.query(`savepoint viewer; set local role ${role}`);
    try {
      await enter(client);
      return await work(client);
    } finally {
      await client.query('rollback to savepoint viewer');
    }
  };
}
