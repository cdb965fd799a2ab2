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

interface Account {
  spent: number;
  at: number;
}

/** Principals kept; the least recently used is evicted first, and begins anew. */
const MAX_PRINCIPALS = 50_000;

/**
 * Rate limit on cost per principal, in the memory of this server: a leaky bucket each, which drains linearly over a
 * minute.
 */
export class CostBudget {
  private readonly accounts = new Map<string, Account>();

  constructor(
    /** A monotonic clock in milliseconds. */
    private readonly elapsed: () => number = () => performance.now(),
    private readonly most = MAX_PRINCIPALS,
  ) {}

  /** Whether there is enough for a cost. */
  peek(principal: Principal, cost: number): Balance {
    return balanceOf(principal, this.spent(principal, this.elapsed()), cost);
  }

  /** Charges a cost if there is enough for it. */
  charge(principal: Principal, cost: number): Balance {
    const now = this.elapsed();
    const spent = this.spent(principal, now);
    const balance = balanceOf(principal, spent, cost);
    if (balance.waitSeconds > 0) return balance;
    this.keep(principal, spent + cost, now);
    return { remaining: Math.floor(principal.perMinute - spent - cost), waitSeconds: 0 };
  }

  /** Charges work that has been done already, down to zero. */
  penalize(principal: Principal, cost: number): Balance {
    const { remaining } = this.peek(principal, 0);
    return this.charge(principal, Math.min(cost, remaining));
  }

  private spent({ name, perMinute }: Principal, now: number): number {
    const account = this.accounts.get(name);
    return account ? Math.max(0, account.spent - ((now - account.at) * perMinute) / 60_000) : 0;
  }

  private keep({ name }: Principal, spent: number, at: number): void {
    this.accounts.delete(name);
    this.accounts.set(name, { spent, at });
    if (this.accounts.size <= this.most) return;
    for (const oldest of this.accounts.keys()) {
      this.accounts.delete(oldest);
      return;
    }
  }
}

function balanceOf({ perMinute }: Principal, spent: number, cost: number): Balance {
  const over = spent + cost - perMinute;
  return {
    remaining: Math.floor(perMinute - spent),
    waitSeconds: over > 0 ? Math.max(1, Math.ceil((over * 60) / perMinute)) : 0,
  };
}
