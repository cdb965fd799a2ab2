import type { Logger } from 'pino';
import type { Database } from '../../../platform/database/database';
import { inOutbox } from '../../../platform/database/outbox-scope';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { within } from '../../../platform/within';
import { fanOut } from './fan-out.repository';

/** One message on its way; it ends early when the signal does. */
export type Sending = (signal: AbortSignal) => Promise<void>;

/** A way by which events leave: webhooks, e-mail. */
export interface Channel {
  /** Claims messages that are due, for this server alone until a lease is over. */
  claim: (most: number) => Promise<Sending[]>;
  /** What is to be done from time to time. */
  tidy: () => Promise<void>;
}

export interface OutboxDependencies {
  database: Database;
  logger: Logger;
  clock: () => Date;
  channels: readonly Channel[];
  /** Members are notified by e-mail as well. */
  mails: boolean;
  /** What else is to be done from time to time, in one transaction each: of other modules. */
  chores: readonly ((transaction: Transaction, at: Date) => Promise<void>)[];
}

/** Between two looks at the outbox, and between two tidyings. */
const POLL_MS = 1000;
/** After an error: the database is down, and says so elsewhere. */
const RECOVER_MS = 10_000;
const TIDY_MS = 3_600_000;
/** Messages of a channel on their way at once, from this server: receivers of webhooks that are slow hold up no e-mail. */
const AT_ONCE = 16;

/**
 * 发件箱: what the database has noted in the transaction of an event leaves from here, in the background of every server.
 * Several may run: each claims what it sends. Nothing is lost with one of them, and what was sent but not noted is sent
 * again.
 */
export class Outbox {
  private readonly stopping = new AbortController();
  private readonly underWay: ReadonlyMap<Channel, Set<Promise<void>>>;
  private running: Promise<void> | undefined;
  private tidiedAt = -Infinity;
  private wake: () => void = () => undefined;

  constructor(private readonly deps: OutboxDependencies) {
    this.underWay = new Map(deps.channels.map((channel) => [channel, new Set()]));
  }

  /** Sends in the background until it is stopped. */
  start(): void {
    this.running ??= this.run();
  }

  /** Sends all that is due now, and waits for it. */
  async drive(): Promise<void> {
    while ((await this.pass()) > 0) await Promise.all(this.sendings);
  }

  /** Does all that is to be done from time to time, and waits for it. */
  async tidy(): Promise<void> {
    const { database, clock, channels, chores } = this.deps;
    for (const channel of channels) await channel.tidy();
    for (const chore of chores) await inOutbox(database, async (transaction) => chore(transaction, clock()));
  }

  /** Claims nothing more, and ends what is under way: another server, or the next start, sends it. */
  async stop(withinMs: number): Promise<void> {
    this.stopping.abort();
    this.wake();
    await within(withinMs, Promise.all([this.running, ...this.sendings]));
  }

  private get sendings(): Promise<void>[] {
    return [...this.underWay.values()].flatMap((sendings) => [...sendings]);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      let wait = POLL_MS;
      try {
        await this.tidyInTime();
        await this.pass();
      } catch (err) {
        this.deps.logger.error({ err }, 'the outbox could not be read');
        wait = RECOVER_MS;
      }
      await this.pause(wait);
    }
  }

  /** Queues what has been noted, then claims what is due; returns how many messages have set out. */
  private async pass(): Promise<number> {
    const { database, clock, mails } = this.deps;
    while ((await inOutbox(database, async (transaction) => fanOut(transaction, clock(), mails))) > 0);
    let claimed = 0;
    for (const [channel, underWay] of this.underWay) {
      const free = AT_ONCE - underWay.size;
      if (free <= 0) continue;
      if (this.stopping.signal.aborted) break;
      const sendings = await channel.claim(free);
      claimed += sendings.length;
      for (const send of sendings) this.setOut(send, underWay);
    }
    return claimed;
  }

  private setOut(send: Sending, underWay: Set<Promise<void>>): void {
    const sending = send(this.stopping.signal)
      .catch((err: unknown) => {
        this.deps.logger.error({ err }, 'a message of the outbox could not be sent');
      })
      .finally(() => {
        underWay.delete(sending);
        this.wake();
      });
    underWay.add(sending);
  }

  private async tidyInTime(): Promise<void> {
    const now = performance.now();
    if (now - this.tidiedAt < TIDY_MS) return;
    this.tidiedAt = now;
    await this.tidy();
  }

  /** Until it is time to look again, or a message has arrived and leaves its place to another. */
  private async pause(ms: number): Promise<void> {
    if (this.stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
