import { LeakyBuckets } from '../../leaky-buckets';

/** What is left of a principal's budget, and the wait until there is enough of it. */
export interface Balance {
  remaining: number;
  /** 0 where there is enough. */
  waitSeconds: number;
}

/** Whose budget it is, and its size per minute. */
export interface Principal {
  readonly name: string;
  readonly perMinute: number;
}

/** Rate limit on cost per principal: a leaky bucket each, which drains within a minute. */
export class CostBudget {
  private readonly spent: LeakyBuckets;

  constructor(elapsed?: () => number, maxPrincipals?: number) {
    this.spent = new LeakyBuckets(elapsed, maxPrincipals);
  }

  /** Whether there is enough for a cost. */
  peek({ name, perMinute }: Principal, cost: number): Balance {
    const spent = this.spent.level(name, perMinute);
    const over = spent + cost - perMinute;
    return {
      remaining: Math.floor(perMinute - spent),
      waitSeconds: over > 0 ? Math.max(1, Math.ceil((over * 60) / perMinute)) : 0,
    };
  }

  /** Charges a cost if there is enough for it. */
  charge(principal: Principal, cost: number): Balance {
    const balance = this.peek(principal, cost);
    if (balance.waitSeconds > 0) return balance;
    const { name, perMinute } = principal;
    return { remaining: Math.floor(perMinute - this.spent.add(name, perMinute, cost)), waitSeconds: 0 };
  }

  /** Charges work that has been done already, down to zero. */
  penalize(principal: Principal, cost: number): Balance {
    const { remaining } = this.peek(principal, 0);
    return this.charge(principal, Math.min(cost, remaining));
  }
}
