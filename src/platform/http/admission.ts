import { message } from '../../messages';
import { AppError } from '../app-error';
import type { StepAside } from '../step-aside';
import { busy } from './http-errors';

/** Limits on concurrent and queued requests, and on the time in the queue. */
interface AdmissionLimits {
  readonly maxInFlight: number;
  readonly maxQueued: number;
  readonly maxWaitMs: number;
}

interface Waiter {
  admit(): void;
}

/** A slot of a running request. */
export class Slot {
  private taken = true;
  private reentering: Promise<void> | undefined;

  constructor(
    private readonly admission: Admission,
    private readonly signal: AbortSignal,
  ) {}

  /** Releases the slot during slow work, and continues as soon as one is free again: one, however much work there was at once. */
  readonly aside: StepAside = async (work) => {
    this.leave();
    try {
      return await work(this.signal);
    } finally {
      if (!this.taken) await (this.reentering ??= this.reenter());
    }
  };

  private async reenter(): Promise<void> {
    try {
      await this.admission.reenter(this.signal);
      this.taken = true;
    } finally {
      this.reentering = undefined;
    }
  }

  leave(): void {
    if (this.taken) this.admission.next();
    this.taken = false;
  }
}

/** Runs a bounded number of requests at once and queues a bounded number in order; refuses the rest. */
export class Admission {
  private running = 0;
  // A Set keeps the order of arrival and removes a waiter from the middle in constant time.
  private readonly waiting = new Set<Waiter>();
  /** Requests that had a slot before: they go first, and their number is bounded by the slow work they released it for. */
  private readonly returning = new Set<Waiter>();

  constructor(private readonly limits: AdmissionLimits) {}

  /** The number of running requests. */
  get inFlight(): number {
    return this.running;
  }

  /** The number of queued requests. */
  get queued(): number {
    return this.waiting.size + this.returning.size;
  }

  /** Whether the next request would be refused at once. */
  get full(): boolean {
    return this.running >= this.limits.maxInFlight && this.waiting.size >= this.limits.maxQueued;
  }

  /** Waits for a slot, which the caller must leave in the end. */
  async enter(signal: AbortSignal): Promise<Slot> {
    signal.throwIfAborted();
    if (this.running < this.limits.maxInFlight) this.running += 1;
    else if (this.waiting.size >= this.limits.maxQueued) throw busy();
    else await this.wait(this.waiting, signal, busy(), this.limits.maxWaitMs);
    return new Slot(this, signal);
  }

  /** Waits for a slot again, ahead of requests that have had none. */
  async reenter(signal: AbortSignal): Promise<void> {
    const late = new AppError('SERVICE_UNAVAILABLE', message('SERVICE_BUSY'));
    if (signal.aborted) throw late;
    if (this.running < this.limits.maxInFlight) this.running += 1;
    else await this.wait(this.returning, signal, late);
  }

  /** Gives a free slot to the request that has waited longest. */
  next(): void {
    for (const queue of [this.returning, this.waiting]) {
      for (const waiter of queue) {
        waiter.admit();
        return;
      }
    }
    this.running -= 1;
  }

  private wait(queue: Set<Waiter>, signal: AbortSignal, error: AppError, withinMs?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        admit: () => {
          stopWaiting();
          resolve();
        },
      };
      const giveUp = (): void => {
        stopWaiting();
        reject(error);
      };
      const timer = withinMs === undefined ? undefined : setTimeout(giveUp, withinMs);
      const stopWaiting = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        queue.delete(waiter);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      queue.add(waiter);
    });
  }
}
