import { createHash } from 'node:crypto';

/**
 * Seeded random generator: sfc32, started from the hash of a seed and a path. Every part of the city
 * draws from a path of its own, so that its data do not depend on the order of generation.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  constructor(
    seed: string,
    private readonly path = '',
  ) {
    const hash = createHash('sha256').update(`${seed}/${path}`).digest();
    this.a = hash.readInt32LE(0);
    this.b = hash.readInt32LE(4);
    this.c = hash.readInt32LE(8);
    this.counter = hash.readInt32LE(12);
    for (let turn = 0; turn < 12; turn += 1) this.bits();
  }

  /** The next 32 bits, as a number from 0. */
  bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor((this.bits() / 0x1_0000_0000) * (most - least + 1));
  }

  /** True in `hundredths` of a hundred cases. */
  happens(hundredths: number): boolean {
    return this.bits() < (hundredths / 100) * 0x1_0000_0000;
  }

  /** One of these. */
  pick<T>(from: readonly T[]): T {
    const picked = from[this.whole(0, from.length - 1)];
    if (picked === undefined) throw new Error(`nothing to pick from (${this.path})`);
    return picked;
  }

  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[] {
    const mixed = [...things];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = this.whole(0, last);
      [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
    }
    return mixed;
  }

  /** An id as the application makes them (UUIDv7), of this moment. */
  id(at: number): string {
    const time = at.toString(16).padStart(12, '0');
    const one = this.hex();
    const two = this.hex();
    const three = this.hex();
    const variant = ((this.a & 3) | 8).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(0, 3)}-${variant}${one.slice(3, 6)}-${two}${three.slice(0, 4)}`;
  }

  private hex(): string {
    return (this.bits() + 0x1_0000_0000).toString(16).slice(1);
  }
}

/** Divides a whole number by weights, exactly: the largest remainders get what rounding leaves over. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum));
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at);
  for (const { at } of byRemainder.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

/** Draws by weight, in constant time a draw. */
export class Lottery<T> {
  private readonly tickets: T[] = [];

  constructor(entries: readonly (readonly [thing: T, weight: number])[]) {
    const counts = apportion(
      4096,
      entries.map(([, weight]) => weight),
    );
    entries.forEach(([thing], at) => {
      for (let ticket = counts[at] ?? 0; ticket > 0; ticket -= 1) this.tickets.push(thing);
    });
  }

  draw(random: Random): T {
    return random.pick(this.tickets);
  }
}
