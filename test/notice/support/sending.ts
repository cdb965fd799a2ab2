import { createServer, type RunningServer, type ServerDependencies } from '../../../src/server';
import { newStation } from '../../api/support/agreements';
import { handIn } from '../../api/support/months';
import { type Client, startApi, type TestApi } from '../../kit/api';
import { testDependencies } from '../../kit/settings';
import { testClock, type TestClock } from '../../kit/world';
import { type Receiver, startReceiver } from './receiver';
import { type Delivery, webhookOf } from './webhooks';

export const SECOND = 1000;
export const HOUR = 3600 * SECOND;
export const DAY = 24 * HOUR;
/** Each month that is handed in is an event. */
export const ONLY = ['MONTH_HANDED_IN'];
const SETTINGS = { WEBHOOK_ALLOW_PRIVATE: 'true' };

/** An API, a receiver, and a server that sends beside it by a clock of its own: sessions would end while that runs. */
export class Sending {
  private readonly servers: RunningServer[] = [];

  private constructor(
    readonly api: TestApi,
    readonly operator: Client,
    readonly receiver: Receiver,
    readonly clock: TestClock,
  ) {}

  static async start(): Promise<Sending> {
    const api = await startApi(SETTINGS);
    const operator = await api.as('admin@fengyuan.example');
    const sending = new Sending(api, operator, await startReceiver(), testClock());
    await sending.another();
    await sending.drive();
    return sending;
  }

  get sender(): RunningServer {
    return this.servers[0]!;
  }

  async drive(): Promise<void> {
    await this.sender.outbox.drive();
  }

  /** Another server on the same database; it does not listen. */
  async another(
    overrides: Partial<ServerDependencies> = {},
    settings: Record<string, string> = SETTINGS,
  ): Promise<RunningServer> {
    const dependencies = testDependencies(this.api.world.serverUrl, settings);
    const server = await createServer({ ...dependencies, clock: this.clock.now, ...overrides });
    this.servers.push(server);
    return server;
  }

  /** Hands in this many months of a new station: an event each. */
  async happen(events: number): Promise<void> {
    const { id } = await newStation(this.api);
    for (let month = 1; month <= events; month += 1) {
      const { userErrors } = await handIn(this.operator, id, `2024-${String(month).padStart(2, '0')}`);
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
    }
  }

  /** Lets hours pass, in which every attempt that falls due is made. */
  async pass(hours: number): Promise<void> {
    for (let hour = 0; hour < hours; hour += 1) {
      this.clock.advance(HOUR);
      await this.drive();
    }
  }

  /** The event ids that have arrived, in order, repeats included. */
  arrived(): string[] {
    return this.receiver.received.map(({ headers }) => String(headers['webhook-id']));
  }

  async deliveriesOf(id: string): Promise<Delivery[]> {
    return (await webhookOf(this.operator, id)).deliveries.nodes;
  }

  async states(id: string): Promise<string[]> {
    return (await this.deliveriesOf(id)).map(({ state }) => state);
  }

  async close(): Promise<void> {
    for (const server of this.servers) await server.stop();
    await this.receiver.close();
    await this.api.close();
  }
}
