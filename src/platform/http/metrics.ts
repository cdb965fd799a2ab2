import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Outcome } from '../error-codes';

/** The state of one connection pool. */
export interface PoolState {
  readonly role: string;
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** The options of Metrics. */
interface MetricsOptions {
  /** Distinct operation names kept as labels; all further ones count as "other". */
  readonly maxOperations?: number;
  /** Whether to measure the process itself (memory, event loop, garbage collection). */
  readonly process?: boolean;
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const MAX_NAME_LENGTH = 80;

/** The service's metrics for Prometheus, in a registry of their own. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly operations = new Set<string>();
  private readonly maxOperations: number;
  private readonly requests = new Counter({
    name: 'graphql_requests_total',
    help: 'GraphQL requests by operation and outcome',
    labelNames: ['operation', 'outcome'] as const,
    registers: [this.registry],
  });
  private readonly latency = new Histogram({
    name: 'graphql_request_seconds',
    help: 'Time from the arrival of a GraphQL request to its answer',
    labelNames: ['operation'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readLoad = (): { inFlight: number; queued: number } => ({ inFlight: 0, queued: 0 });
  private readPools = (): readonly PoolState[] => [];
  private readonly statements = new Counter({
    name: 'sql_statements_total',
    help: 'SQL statements by name',
    labelNames: ['statement'] as const,
    registers: [this.registry],
  });
  private readonly statementSeconds = new Counter({
    name: 'sql_statement_seconds_total',
    help: 'Time spent in SQL statements by name',
    labelNames: ['statement'] as const,
    registers: [this.registry],
  });

  constructor(options: MetricsOptions = {}) {
    this.maxOperations = options.maxOperations ?? 200;
    this.addLoadGauges();
    this.addPoolGauge();
    if (options.process ?? true) collectDefaultMetrics({ register: this.registry });
  }

  /** The media type of `text()`. */
  get contentType(): string {
    return this.registry.contentType;
  }

  /** All metrics in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /**
   * Counts one GraphQL request. The operation is a name that passed validation, null for a valid operation without a
   * name, undefined where none was found.
   */
  observeRequest(operation: string | null | undefined, outcome: Outcome, seconds: number): void {
    const label = this.labelOf(operation);
    this.requests.inc({ operation: label, outcome });
    this.latency.observe({ operation: label }, seconds);
  }

  /** Reads the load of the GraphQL handler at each scrape. */
  observeLoad(read: () => { inFlight: number; queued: number }): void {
    this.readLoad = read;
  }

  /** Reads the state of the connection pools at each scrape. */
  observePools(read: () => readonly PoolState[]): void {
    this.readPools = read;
  }

  /** Counts one SQL statement; the name must come from the code, never from a request. */
  observeStatement(name: string, seconds: number): void {
    this.statements.inc({ statement: name });
    this.statementSeconds.inc({ statement: name }, seconds);
  }

  private labelOf(operation: string | null | undefined): string {
    if (operation === undefined) return 'none';
    if (operation === null) return 'anonymous';
    if (this.operations.has(operation)) return operation;
    if (operation.length > MAX_NAME_LENGTH || this.operations.size >= this.maxOperations) return 'other';
    this.operations.add(operation);
    return operation;
  }

  private addLoadGauges(): void {
    const read = (): { inFlight: number; queued: number } => this.readLoad();
    new Gauge({
      name: 'graphql_requests_in_flight',
      help: 'GraphQL requests being executed',
      registers: [this.registry],
      collect() {
        this.set(read().inFlight);
      },
    });
    new Gauge({
      name: 'graphql_requests_queued',
      help: 'GraphQL requests waiting to be executed',
      registers: [this.registry],
      collect() {
        this.set(read().queued);
      },
    });
  }

  private addPoolGauge(): void {
    const read = (): readonly PoolState[] => this.readPools();
    new Gauge({
      name: 'database_pool_connections',
      help: 'Connections of each pool by state; waiting: requests that wait for one',
      labelNames: ['role', 'state'] as const,
      registers: [this.registry],
      collect() {
        this.reset();
        for (const { role, total, idle, waiting } of read()) {
          this.set({ role, state: 'total' }, total);
          this.set({ role, state: 'idle' }, idle);
          this.set({ role, state: 'waiting' }, waiting);
        }
      },
    });
  }
}
