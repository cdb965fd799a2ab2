import { pino, type Logger } from 'pino';
import { AuditTrail } from '../../src/access';
import type { AuditEntry } from '../../src/access/audit';
import type { Database } from '../../src/platform/database/database';
import { DatabaseUnavailable } from '../../src/platform/database/errors';
import { startApi, type TestApi } from '../kit/api';
import { startProxy, type TcpProxy } from '../kit/proxy';
import { startWorld, type World } from '../kit/world';

/** The queue of the audit log: bounded, and every entry that is lost is logged. */
interface Line {
  msg: string;
  entries?: AuditEntry[];
  dropped?: number;
}

function logged(): { logger: Logger; lines: Line[] } {
  const lines: Line[] = [];
  const logger = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as Line) });
  return { logger, lines };
}

const entry = (requestId: string, rest: Partial<AuditEntry> = {}): AuditEntry => ({
  organisationId: null,
  memberId: null,
  at: new Date(),
  action: 'REFUSED',
  requestId,
  remoteAddress: '192.0.2.1',
  ...rest,
});

/** A database whose writes of entries are blocked until released. */
function slowDatabase(): { database: Database; batches: AuditEntry[][]; open: (error?: Error) => void } {
  const batches: AuditEntry[][] = [];
  let open: (error?: Error) => void = () => undefined;
  const gate = new Promise<void>((resolve, reject) => {
    open = (error) => (error ? reject(error) : resolve());
  });
  gate.catch(() => undefined);
  const once = async (_role: string, _sql: unknown, [json]: [string]): Promise<void> => {
    batches.push(JSON.parse(json) as AuditEntry[]);
    await gate;
  };
  return { database: { once } as unknown as Database, batches, open: (error) => open(error) };
}

describe('the queue', () => {
  it('has a capacity of ten thousand, writes batches of five hundred, and logs the number of dropped entries', async () => {
    const { database, batches, open } = slowDatabase();
    const { logger, lines } = logged();
    const trail = new AuditTrail(database, logger);
    for (let at = 0; at < 10_007; at += 1) trail.add(entry(String(at)));
    open();
    await trail.settled();
    const written = batches.flat().map(({ requestId }) => requestId);
    expect(written).toEqual(Array.from({ length: 10_000 }, (_, at) => String(at)));
    expect(Math.max(...batches.map(({ length }) => length))).toBe(500);
    expect(lines).toEqual([expect.objectContaining({ dropped: 7 })]);
  });

  it('logs what it dropped and what it could not write also while the database stays unreachable', async () => {
    const { database, open } = slowDatabase();
    const { logger, lines } = logged();
    const trail = new AuditTrail(database, logger);
    for (let at = 0; at < 10_002; at += 1) trail.add(entry(String(at)));
    open(new DatabaseUnavailable(new Error('gone')));
    await trail.settled();
    const kept = lines.flatMap(({ entries = [] }) => entries.map(({ requestId }) => requestId));
    expect(kept).toEqual(Array.from({ length: 10_000 }, (_, at) => String(at)));
    expect(lines.reduce((sum, { dropped = 0 }) => sum + dropped, 0)).toBe(2);
  });

  it('is closed in time when the database does not answer, and unwritten entries are in the process log', async () => {
    const { database } = slowDatabase();
    const { logger, lines } = logged();
    const trail = new AuditTrail(database, logger);
    for (let at = 0; at < 700; at += 1) trail.add(entry(String(at)));
    await trail.close(20);
    trail.add(entry('late'));
    const kept = lines.flatMap(({ entries = [] }) => entries.map(({ requestId }) => requestId));
    expect(kept).toEqual([...Array.from({ length: 700 }, (_, at) => String(at)), 'late']);
  });

  it('writes entries that are added while it writes', async () => {
    for (let moment = 0; moment < 20; moment += 1) {
      const written: string[] = [];
      const once = async (_role: string, _sql: unknown, [json]: [string]): Promise<void> => {
        if (written.length === 0) void addSecond(moment);
        written.push(...(JSON.parse(json) as AuditEntry[]).map(({ requestId }) => requestId));
        return Promise.resolve();
      };
      const trail = new AuditTrail({ once } as unknown as Database, logged().logger);
      const addSecond = async (turns: number): Promise<void> => {
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
        trail.add(entry('second'));
      };
      trail.add(entry('first'));
      await trail.settled();
      await new Promise(setImmediate);
      await trail.settled();
      expect([moment, written]).toEqual([moment, ['first', 'second']]);
    }
  });
});

describe('entries', () => {
  let world: World;
  let proxy: TcpProxy;
  beforeAll(async () => {
    world = await startWorld('template_demo');
  });
  afterAll(async () => world.close());

  const kept = async (requestId: string): Promise<unknown[]> =>
    world.ownerQuery('select action from core.audit_entry where request_id = $1', [requestId]);

  it('that the database refuses go to the process log, without affecting others', async () => {
    const { logger, lines } = logged();
    const trail = new AuditTrail(world.database, logger);
    trail.add(entry('valid one'));
    trail.add(entry('broken', { after: { email: '\u0000' } }));
    trail.add(entry('of nobody', { organisationId: '00000000-0000-7000-8000-000000000000' }));
    trail.add(entry('valid two'));
    await trail.settled();
    expect([...(await kept('valid one')), ...(await kept('valid two'))]).toHaveLength(2);
    const refused = lines.flatMap(({ entries = [] }) => entries.map(({ requestId }) => requestId));
    expect(refused).toEqual(['broken', 'of nobody']);
  });

  it('go to the process log while the database is unreachable; later ones are written again', async () => {
    let api: TestApi | undefined;
    try {
      api = await startApi({}, async (url) => {
        proxy = await startProxy(url);
        return proxy.url;
      });
      const { trail } = api.server;
      const { logger, lines } = logged();
      const own = new AuditTrail(api.server.database, logger);
      proxy.cut();
      own.add(entry('lost'));
      await own.settled();
      expect(lines.flatMap(({ entries = [] }) => entries)).toMatchObject([{ requestId: 'lost' }]);
      // A response neither waits for the audit log nor fails with it.
      const answer = await api.anonymous.ask('{ viewer { id } }');
      expect(answer.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      await trail.settled();
      proxy.restore();
      own.add(entry('found again'));
      await own.settled();
      const rows = await api.world.ownerQuery(
        `select request_id from core.audit_entry where request_id in ('lost', 'found again')`,
      );
      expect(rows).toEqual([{ request_id: 'found again' }]);
    } finally {
      await api?.close();
      await proxy.close();
    }
  });

  it('that wait when the server stops are written before it closes its pools', async () => {
    const api = await startApi();
    const waiting = 1200;
    for (let at = 0; at < waiting; at += 1) api.server.trail.add(entry('at the end'));
    await api.server.stop();
    const [row] = await api.world.ownerQuery<{ count: number }>(
      `select count(*)::int as count from core.audit_entry where request_id = 'at the end'`,
    );
    expect(row!.count).toBe(waiting);
    await api.world.close();
  });
});
