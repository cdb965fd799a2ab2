import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import { isRoot } from './account';

/** The passwords of the embedded cluster. */
export interface Secrets {
  superuser: string;
  owner: string;
  server: string;
}

const FILE = 'secrets.json';

/** The passwords under DATA_DIR, generated on the first start; missing ones of an existing cluster are an error. */
export function loadSecrets(folder: string, clusterExists: boolean): Secrets {
  const file = path.join(folder, FILE);
  if (existsSync(file)) return readSecrets(file);
  if (clusterExists) throw passwordsLost(file);
  const secrets: Secrets = { superuser: password(), owner: password(), server: password() };
  writeSecrets(file, secrets, folder);
  return secrets;
}

function readSecrets(file: string): Secrets {
  const kept = parse(readFileSync(file, 'utf8'));
  const { superuser, owner, server } = kept;
  if (typeof superuser !== 'string' || typeof owner !== 'string' || typeof server !== 'string')
    throw passwordsLost(file);
  return { superuser, owner, server };
}

function parse(text: string): Partial<Record<keyof Secrets, unknown>> {
  try {
    return Object(JSON.parse(text)) as Partial<Record<keyof Secrets, unknown>>;
  } catch {
    return {};
  }
}

/** Written atomically: a crash must not leave a cluster whose passwords are lost. */
function writeSecrets(file: string, secrets: Secrets, folder: string): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    const { uid, gid } = statSync(folder);
    if (isRoot() && uid !== 0) fchownSync(descriptor, uid, gid);
    writeSync(descriptor, `${JSON.stringify(secrets)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
}

function password(): string {
  return randomBytes(24).toString('base64url');
}

function passwordsLost(file: string): StartError {
  return new StartError(
    `${file} is missing or damaged, so nobody can sign in to the database beside it: restore it from a backup, or set DATA_DIR to a new folder / 密码文件缺失或损坏:请从备份恢复,或把 DATA_DIR 改为新目录`,
  );
}
