import { pipeline } from 'node:stream/promises';
import pg, { type ClientBase } from 'pg';
import { from as copyIn } from 'pg-copy-streams';
import { StartError } from '../../start-error';
import { CopyOut } from '../copy-out';
import { whyNoConnection } from '../connection-fault';
import { migrate } from '../migrations';
import { dropExceptions } from './exceptions';
import { schemaVersion } from './schema-version';
import { contentsOf, guardsOf, sameText, type Table, tablesInOrder } from './tables';
import { closeTables, openTables, refuseUnfitTarget } from './target';

export interface Move {
  /** A superuser of the source database: any other role is subject to row-level security. */
  sourceUrl: string;
  ownerUrl: string;
  serverLogin: string;
  progress: (line: string) => void;
  signal: AbortSignal;
}

export interface Moved {
  tables: number;
  rows: number;
}

/**
 * Copies a database into an empty one of any supported version: one snapshot of the source, one transaction in the
 * target, so that a failure leaves it empty. The source is only read.
 */
export async function moveDatabase(move: Move): Promise<Moved> {
  const source = new pg.Client({ connectionString: move.sourceUrl, application_name: 'stations move' });
  const target = new pg.Client({ connectionString: move.ownerUrl, application_name: 'stations move' });
  // The statement that waits for a connection reports its errors.
  for (const client of [source, target]) client.on('error', () => undefined);
  try {
    await source.connect();
    await source.query('begin isolation level repeatable read read only');
    await refuseUnfitSource(source);
    await refuseUnfitTarget(move.ownerUrl);
    await migrate(move.ownerUrl, move.serverLogin);
    await target.connect();
    await target.query('begin');
    await target.query('set local lock_timeout = 10000');
    return await copyAll(source, target, move);
  } catch (error) {
    throw explained(error, move.signal);
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
}

async function refuseUnfitSource(source: ClientBase): Promise<void> {
  const version = await schemaVersion(source);
  if (version === 'same') return;
  throw new StartError(
    version === 'newer'
      ? 'The embedded database is newer than this program: move it with the version that last ran it / 内置数据库的版本高于本程序：请使用最后运行它的程序版本'
      : 'The embedded database is older than this program: run "npm start" once, which brings it up to date / 内置数据库的版本低于本程序：请先运行一次 npm start',
  );
}

async function copyAll(source: ClientBase, target: ClientBase, { progress, signal }: Move): Promise<Moved> {
  for (const client of [source, target]) await sameText(client);
  const tables = await tablesInOrder(source);
  await openTables(target, tables);
  const exceptions = await dropExceptions(source, target);
  let all = 0;
  for (const table of tables) {
    signal.throwIfAborted();
    const began = performance.now();
    await copyTable(source, target, table, signal);
    const [sent, arrived] = await Promise.all([contentsOf(source, table), contentsOf(target, table)]);
    if (sent.rows !== arrived.rows || sent.checksum !== arrived.checksum) throw differs(table, sent.rows);
    all += Number(sent.rows);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (sent.rows !== '0') progress(`${table.name}: ${sent.rows} rows / 行 (${seconds} s)`);
  }
  for (const statement of exceptions) await target.query(statement);
  await closeTables(target, tables);
  const [wanted, found] = [await guardsOf(source), await guardsOf(target)];
  const missing =
    wanted.find((guard) => !found.includes(guard)) ?? found.find((guard) => !wanted.includes(guard));
  if (missing !== undefined) {
    throw new StartError(
      `The target is not as the migrations make it (${missing}); nothing was moved. Make a new, empty database / 目标数据库的结构被改动过，未移动任何数据：请新建一个空库`,
    );
  }
  await target.query('commit');
  return { tables: tables.length, rows: all };
}

async function copyTable(
  source: ClientBase,
  target: ClientBase,
  { name, columns }: Table,
  signal: AbortSignal,
): Promise<void> {
  const rows = source.query(new CopyOut(`copy ${name} (${columns}) to stdout`, Buffer.from('\n')));
  await pipeline(rows, target.query(copyIn(`copy ${name} (${columns}) from stdin`)), { signal });
}

function differs({ name }: Table, rows: string): StartError {
  return new StartError(
    `${name} (${rows} rows) is not the same in the target; nothing was moved. Make a new, empty database, and try again / 校验不一致，未移动任何数据：请新建一个空库后重试`,
  );
}

function explained(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new StartError('Stopped: nothing was moved / 已停止：未移动任何数据');
  if (error instanceof StartError) return error;
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === '55P03' || code === '40P01') {
    return new StartError(
      'The tables of the target are in use: stop what runs on it, and try again; nothing was moved / 目标数据库正在使用中：请先停止使用它的程序后重试，未移动任何数据',
    );
  }
  return (
    whyNoConnection(error) ??
    new StartError(`Nothing was moved (${message}) / 未移动任何数据`, { cause: error })
  );
}
