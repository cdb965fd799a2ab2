import { message } from '../../messages';
import { AppError } from '../app-error';

const WAIT_SECONDS = 30;

/** Limits concurrent exports: in all, and half of it for any one organisation. There is no queue. */
export class ExportSlots {
  private readonly running = new Map<string, number>();
  private total = 0;
  private readonly mostOfOne: number;

  constructor(private readonly most: number) {
    this.mostOfOne = Math.max(1, Math.floor(most / 2));
  }

  /** Takes a slot, or refuses. The caller must call the returned function exactly once to release it. */
  enter(organisationId: string): () => void {
    const own = this.running.get(organisationId) ?? 0;
    if (own >= this.mostOfOne) throw tooManyOfOne(this.mostOfOne);
    if (this.total >= this.most) throw tooMany();
    this.total += 1;
    this.running.set(organisationId, own + 1);
    return () => {
      this.total -= 1;
      const left = (this.running.get(organisationId) ?? 1) - 1;
      if (left === 0) this.running.delete(organisationId);
      else this.running.set(organisationId, left);
    };
  }
}

function tooManyOfOne(most: number): AppError {
  return new AppError('TOO_MANY_REQUESTS', message('TOO_MANY_OWN_EXPORTS', { most }), {
    retryAfterSeconds: WAIT_SECONDS,
  });
}

function tooMany(): AppError {
  return new AppError('SERVICE_UNAVAILABLE', message('TOO_MANY_EXPORTS'), {
    retryAfterSeconds: WAIT_SECONDS,
  });
}
