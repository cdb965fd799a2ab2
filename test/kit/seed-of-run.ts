import { randomInt } from 'node:crypto';

/** What a randomised suite begins with: another number every run, or the one that a failure has printed. */
export function seedOfRun(): number {
  return Number(process.env.DIFFERENTIAL_SEED ?? randomInt(2 ** 31));
}
