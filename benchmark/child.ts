import type { AddressInfo, Server } from 'node:net';

/** The settings that each compared server is started with. */
export interface ServerSettings {
  /** The run-time login, subject to row-level security. */
  databaseUrl: string;
  /** The secret that the access tokens are signed with. */
  tokenSecret: string;
  /** Size of the connection pool of each role: the same for every server. */
  poolSize: number;
}

/** CPU and memory that one server has used since it started. */
export interface Usage {
  cpuMicroseconds: number;
  rssBytes: number;
}

/**
 * Runs a server as a child of the benchmark: reports its port once it listens, and its use of CPU and memory when
 * requested. It ends when its parent does.
 */
export function serve(start: (settings: ServerSettings) => Promise<Server>): void {
  process.on('disconnect', () => process.exit(0));
  process.once('message', (settings: ServerSettings) => {
    void start(settings).then(
      (server) => {
        process.on('message', () => {
          const { user, system } = process.cpuUsage();
          const usage: Usage = { cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss() };
          process.send?.(usage);
        });
        process.send?.({ port: (server.address() as AddressInfo).port });
      },
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        process.exit(1);
      },
    );
  });
}
