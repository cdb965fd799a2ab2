import type { AddressInfo, Server } from 'node:net';

/** What each compared server is started with. */
export interface ServerSettings {
  /** The run-time login, under the wall. */
  databaseUrl: string;
  /** The secret that the access tokens are signed with. */
  tokenSecret: string;
  /** Connections to the database a role, at most: the same for every server. */
  poolSize: number;
}

/** What one server has used since it started. */
export interface Usage {
  cpuMicroseconds: number;
  rssBytes: number;
}

/**
 * Lets a server run as a child of the benchmark: says its port once it listens, and its use of CPU and memory when
 * asked. It ends when its parent does.
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
