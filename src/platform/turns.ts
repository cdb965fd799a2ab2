import { busy } from './http';

interface TurnLimits {
  /** Works that are done at once, each of another organisation. */
  readonly atOnce: number;
  /** Works that are done or wait, in all and of any one organisation. */
  readonly places: number;
  readonly share: number;
}

/**
 * Heavy work takes turns: that of each organisation one after another, that of some at once. What finds no place is
 * refused, and no organisation has all of them: others neither wait nor are refused for all that one asks.
 */
export class Turns {
  private readonly taken = new Map<string, number>();
  private total = 0;
  private readonly running = new Set<string>();
  private readonly waiting: { organisationId: string; admit: () => void }[] = [];

  constructor(private readonly limits: TurnLimits) {}

  /** Takes a place, or refuses. The caller must call the returned function exactly once to leave it. */
  enter(organisationId: string): () => void {
    const own = this.taken.get(organisationId) ?? 0;
    if (own >= this.limits.share || this.total >= this.limits.places) throw busy();
    this.total += 1;
    this.taken.set(organisationId, own + 1);
    return () => {
      this.total -= 1;
      const left = (this.taken.get(organisationId) ?? 1) - 1;
      if (left === 0) this.taken.delete(organisationId);
      else this.taken.set(organisationId, left);
    };
  }

  /** Does work when its turn comes. */
  async take<T>(organisationId: string, work: () => Promise<T>): Promise<T> {
    const leave = this.enter(organisationId);
    try {
      if (this.running.size < this.limits.atOnce && !this.running.has(organisationId))
        this.running.add(organisationId);
      else await new Promise<void>((admit) => this.waiting.push({ organisationId, admit }));
      try {
        return await work();
      } finally {
        this.running.delete(organisationId);
        this.next();
      }
    } finally {
      leave();
    }
  }

  /** The one who has waited longest takes over, of those whose organisation has nothing done. */
  private next(): void {
    const at = this.waiting.findIndex(({ organisationId }) => !this.running.has(organisationId));
    const [first] = at < 0 ? [] : this.waiting.splice(at, 1);
    if (!first) return;
    this.running.add(first.organisationId);
    first.admit();
  }
}
