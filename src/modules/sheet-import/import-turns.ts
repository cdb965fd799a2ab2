import { readWorkbook, type Workbook } from '../../platform/sheets';
import { Turns } from '../../platform/turns';

/** Of two operators at once. What waits to be read is in memory, up to 10 MB each. */
const LIMITS = { atOnce: 2, places: 20, share: 12 };

/** What imports cost a server: files are read, and imports rehearsed and written, in turn. */
export class ImportTurns {
  /** Each takes a thread of up to 256 MB. */
  private readonly files = new Turns(LIMITS);
  /** Each takes a connection for seconds; those of an agreement would wait for one another with it. */
  private readonly writes = new Turns(LIMITS);

  async read(organisationId: string, bytes: Buffer): Promise<Workbook> {
    return this.files.take(organisationId, async () => readWorkbook(bytes));
  }

  /** The caller holds no connection while it waits. */
  async write<T>(organisationId: string, work: () => Promise<T>): Promise<T> {
    return this.writes.take(organisationId, work);
  }
}
