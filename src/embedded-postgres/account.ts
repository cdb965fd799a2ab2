import { readFileSync, statSync } from 'node:fs';

/** The system account of PostgreSQL when this process is root, since PostgreSQL refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** Whether this process is root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The account for a new cluster under root; it needs a name in /etc/passwd, because initdb looks its own up. */
export function unprivilegedAccount(): Account | undefined {
  const accounts = namedAccounts().filter(({ uid }) => uid !== 0);
  return (
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody') ??
    accounts[0]
  );
}

/** The account that owns a folder. */
export function ownerOf(folder: string): Account {
  const { uid, gid } = statSync(folder);
  return {
    uid,
    gid,
    name: namedAccounts().find((account) => account.uid === uid)?.name ?? `uid ${uid}`,
  };
}

/** The name of this process's account, for messages. */
export function ownName(): string {
  const uid = process.getuid?.() ?? -1;
  return namedAccounts().find((account) => account.uid === uid)?.name ?? `uid ${uid}`;
}

function namedAccounts(): Account[] {
  return passwd()
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && Number.isInteger(uid) && Number.isInteger(gid));
}

function passwd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}
