import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP proxy between the server and PostgreSQL, whose connections a test can cut and restore. */
export interface TcpProxy {
  /** The database's URL through the proxy. */
  url: string;
  cut: () => void;
  /** From now on packets vanish, in silence: of all connections, or of those whose first bytes contain a text. */
  freeze: (startup?: string) => void;
  restore: () => void;
  close: () => Promise<void>;
}

interface Line {
  near: Socket;
  far: Socket;
  startup: string;
}

export async function startProxy(url: string): Promise<TcpProxy> {
  const target = new URL(url);
  const lines = new Set<Line>();
  let whole = true;
  let frozen: string | undefined;
  const flow = (line: Line): void => {
    const { near, far, startup } = line;
    for (const end of [near, far]) end.unpipe().pause();
    if (frozen === undefined || !startup.includes(frozen)) near.pipe(far).pipe(near);
  };
  const server: Server = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    const line = { near, far, startup: '' };
    lines.add(line);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        lines.delete(line);
        other.destroy();
      });
    }
    near.once('data', (first: Buffer) => {
      line.startup = first.toString('latin1');
      near.pause();
      near.unshift(first);
      flow(line);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  const cut = (): void => {
    whole = false;
    for (const { near, far } of lines) for (const end of [near, far]) end.destroy();
  };
  return {
    url: through.toString(),
    cut,
    freeze: (startup = '') => {
      frozen = startup;
      for (const line of lines) if (line.startup !== '') flow(line);
    },
    restore: () => {
      whole = true;
      if (frozen === undefined) return;
      frozen = undefined;
      for (const line of lines) if (line.startup !== '') flow(line);
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
