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

/** Lets a bounded number of requests run at once and a bounded number wait in order; turns the rest away. */
export class Admission {
  private running = 0;
  // A Set keeps the order of arrival and drops a waiter from the middle at no cost.
  private readonly waiting = new Set<Waiter>();

  constructor(private readonly limits: AdmissionLimits) {}

  /** How many run. */
  get inFlight(): number {
    return this.running;
  }

  /** How many wait. */
  get queued(): number {
    return this.waiting.size;
  }

  /** Whether the next to come would be turned away at once. */
  get full(): boolean {
    return this.running >= this.limits.maxInFlight && this.waiting.size >= this.limits.maxQueued;
  }

  /** Waits for a place. Whoever gets one must call `leave` exactly once. */
  async enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.running < this.limits.maxInFlight) {
      this.running += 1;
      return;
    }
    if (this.waiting.size >= this.limits.maxQueued) throw refusals.busy();
    await this.wait(signal);
  }

  /** Gives the place to the one who has waited longest. */
  leave(): void {
    for (const next of this.waiting) {
      next.admit();
      return;
    }
    this.running -= 1;
  }

  private wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        admit: () => {
          stopWaiting();
          resolve();
        },
      };
      const giveUp = (): void => {
        stopWaiting();
        reject(refusals.busy());
      };
      const timer = setTimeout(giveUp, this.limits.maxWaitMs);
      const stopWaiting = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        this.waiting.delete(waiter);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.waiting.add(waiter);
    });
  }
}
