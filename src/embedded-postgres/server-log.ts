import { closeSync, constants, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import { giveToOwnerOf } from './account';
import { diskFull } from './data-folder';

const FILE = 'postgres.log';
const ROTATE_AT = 10 * 1024 * 1024;
const TAIL = 64 * 1024;

/** The output of PostgreSQL's programs: a file under DATA_DIR, read only to report why a start failed. */
export class ServerLog {
  private constructor(
    readonly file: string,
    /** Passed to child processes as their output. */
    readonly descriptor: number,
  ) {}

  static open(folder: string): ServerLog {
    const file = path.join(folder, FILE);
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_AT) renameSync(file, `${file}.1`);
    const { O_APPEND, O_CREAT, O_NOFOLLOW, O_RDWR } = constants;
    const descriptor = openSync(file, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
    giveToOwnerOf(folder, descriptor);
    return new ServerLog(file, descriptor);
  }

  /** The current end of the log: the position to read from later. */
  get end(): number {
    return fstatSync(this.descriptor).size;
  }

  since(position: number): string {
    const from = Math.max(position, this.end - TAIL);
    const buffer = Buffer.alloc(Math.max(0, this.end - from));
    return buffer.toString('utf8', 0, readSync(this.descriptor, buffer, 0, buffer.length, from));
  }

  /** The error of a program that failed in a folder, from its output since a position. */
  failure(what: string, folder: string, position: number): StartError {
    const said = this.since(position);
    if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(said))
      return diskFull(folder);
    const [reason] = /(FATAL|PANIC|error:).*/.exec(said) ?? /could not.*|cannot.*/.exec(said) ?? [];
    return new StartError(
      `PostgreSQL ${what}${reason === undefined ? '' : ` (${reason})`}: see ${this.file} / 内置数据库启动失败:详见该日志`,
    );
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
