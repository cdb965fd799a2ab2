import { fchownSync, statSync } from 'node:fs';
import { readText } from './read-text';

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
  return { uid, gid, name: nameOf(uid) };
}

/** The name of this process's account, for messages. */
export function ownName(): string {
  return nameOf(process.getuid?.() ?? -1);
}

/** Under root, gives a new file to the owner of its folder, who may be the one who starts next time. */
export function giveToOwnerOf(folder: string, descriptor: number): void {
  const { uid, gid } = statSync(folder);
  if (isRoot() && uid !== 0) fchownSync(descriptor, uid, gid);
}

function nameOf(uid: number): string {
  return namedAccounts().find((account) => account.uid === uid)?.name ?? `uid ${uid}`;
}

function namedAccounts(): Account[] {
  return readText('/etc/passwd')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && Number.isInteger(uid) && Number.isInteger(gid));
}
