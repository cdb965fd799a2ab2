import { LRUCache } from 'lru-cache';

interface Bucket {
  level: number;
  /** The time of that level. */
  at: number;
}

/** Buckets kept by default; the least recently used is evicted first, and begins empty. */
const MAX_BUCKETS = 50_000;

/** Leaky buckets by name, in the memory of this server: a level drains linearly, at a rate in units a minute. */
export class LeakyBuckets {
  private readonly buckets: LRUCache<string, Bucket>;

  constructor(
    /** A monotonic clock in milliseconds: with the time of day, a clock that is set back would stop the draining. */
    private readonly elapsed: () => number = () => performance.now(),
    max = MAX_BUCKETS,
  ) {
    // Not `max`, which allocates for all of them at once: 8 ms of every start.
    this.buckets = new LRUCache({ maxSize: max, sizeCalculation: () => 1 });
  }

  level(name: string, perMinute: number): number {
    return levelOf(this.buckets.get(name), perMinute, this.elapsed());
  }

  /** Adds to a bucket without a check, and returns its level. */
  add(name: string, perMinute: number, amount: number): number {
    const at = this.elapsed();
    const level = levelOf(this.buckets.get(name), perMinute, at) + amount;
    this.buckets.set(name, { level, at });
    return level;
  }
}

function levelOf(bucket: Bucket | undefined, perMinute: number, now: number): number {
  return bucket ? Math.max(0, bucket.level - ((now - bucket.at) * perMinute) / 60_000) : 0;
}
