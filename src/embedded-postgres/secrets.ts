import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import { giveToOwnerOf } from './account';

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
  writeSecrets(file, secrets);
  return secrets;
}

function readSecrets(file: string): Secrets {
  try {
    const { superuser, owner, server } = Object(JSON.parse(readFileSync(file, 'utf8'))) as Secrets;
    if ([superuser, owner, server].every((secret) => typeof secret === 'string'))
      return { superuser, owner, server };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw passwordsLost(file);
}

/** Written atomically: a crash must not leave a cluster whose passwords are lost. */
function writeSecrets(file: string, secrets: Secrets): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  giveToOwnerOf(path.dirname(file), descriptor);
  writeSync(descriptor, `${JSON.stringify(secrets)}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
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
