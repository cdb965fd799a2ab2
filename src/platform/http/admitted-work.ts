import type { Admission, Slot } from './admission';
import type { Exchange } from './exchange';
import { busy, tookTooLong } from './http-errors';
import type { BodyReader } from './request-body';

/** Takes requests that are work: reads their bodies, waits for a slot, and ends them when their time is up. */
export class AdmittedWork {
  constructor(
    private readonly admission: Admission,
    private readonly bodies: BodyReader,
    private readonly requestTimeoutMs: number,
  ) {}

  /** Runs `work` with a slot and, of a POST, the body. */
  async run(
    exchange: Exchange,
    work: (slot: Slot, body: Buffer | undefined) => Promise<void>,
  ): Promise<void> {
    if (this.admission.full) throw busy();
    const acceptBody = (): void => {
      exchange.acceptBody();
    };
    const { request } = exchange;
    const body = request.method === 'POST' ? await this.bodies.read(request, acceptBody) : undefined;
    const timer = setTimeout(() => {
      // Answered first: work that the signal aborts would otherwise answer with errors of its own.
      exchange.refuse(tookTooLong());
      exchange.abort('The time for this request is up');
    }, this.requestTimeoutMs);
    try {
      const slot = await this.admission.enter(exchange.deadline);
      try {
        await work(slot, body);
      } finally {
        slot.leave();
      }
    } finally {
      clearTimeout(timer);
    }
  }
}
