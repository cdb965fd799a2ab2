import { Refusal } from '../refusal';
import type { StepAside } from '../step-aside';
import { refusals } from './http-refusal';

/** How much work is let in at once, how much may wait and for how long. */
export interface AdmissionLimits {
  readonly maxInFlight: number;
  readonly maxQueued: number;
  readonly maxWaitMs: number;
}

interface Waiter {
  admit(): void;
}

/** A place among the requests that run. */
export class Place {
  private taken = true;

  constructor(
    private readonly admission: Admission,
    private readonly signal: AbortSignal,
  ) {}

  /** Gives the place up while something slow goes on, and goes on itself as soon as one is free. */
  readonly aside: StepAside = async (work) => {
    this.leave();
    try {
      return await work(this.signal);
    } finally {
      await this.admission.comeBack(this.signal);
      this.taken = true;
    }
  };

  leave(): void {
    if (this.taken) this.admission.next();
    this.taken = false;
  }
}

/** Lets a bounded number of requests run at once and a bounded number wait in order; turns the rest away. */
export class Admission {
  private running = 0;
  // A Set keeps the order of arrival and drops a waiter from the middle at no cost.
  private readonly waiting = new Set<Waiter>();
  /** Those who had a place before: they go first, and their number is bounded by what they stepped aside for. */
  private readonly returning = new Set<Waiter>();

  constructor(private readonly limits: AdmissionLimits) {}

  /** How many run. */
  get inFlight(): number {
    return this.running;
  }

  /** How many wait. */
  get queued(): number {
    return this.waiting.size + this.returning.size;
  }

  /** Whether the next to come would be turned away at once. */
  get full(): boolean {
    return this.running >= this.limits.maxInFlight && this.waiting.size >= this.limits.maxQueued;
  }

  /** Waits for a place, which is to be left in the end. */
  async enter(signal: AbortSignal): Promise<Place> {
    signal.throwIfAborted();
    if (this.running < this.limits.maxInFlight) this.running += 1;
    else if (this.waiting.size >= this.limits.maxQueued) throw refusals.busy();
    else await this.wait(this.waiting, signal, refusals.busy(), this.limits.maxWaitMs);
    return new Place(this, signal);
  }

  /** Waits for a place again, ahead of all who have had none. */
  async comeBack(signal: AbortSignal): Promise<void> {
    const late = new Refusal('SERVICE_UNAVAILABLE', refusals.busy().text);
    if (signal.aborted) throw late;
    if (this.running < this.limits.maxInFlight) this.running += 1;
    else await this.wait(this.returning, signal, late);
  }

  /** Gives a place to the one who has waited longest. */
  next(): void {
    for (const queue of [this.returning, this.waiting]) {
      for (const waiter of queue) {
        waiter.admit();
        return;
      }
    }
    this.running -= 1;
  }

  private wait(queue: Set<Waiter>, signal: AbortSignal, refusal: Error, withinMs?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        admit: () => {
          stopWaiting();
          resolve();
        },
      };
      const giveUp = (): void => {
        stopWaiting();
        reject(refusal);
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
