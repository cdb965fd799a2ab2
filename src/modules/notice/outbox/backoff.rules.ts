const FIRST_MS = 5000;
const FACTOR = 4;
const MAX_MS = 6 * 3_600_000;

/**
 * How long to wait after this many attempts have failed: 5 s, then four times as long each time, 6 h at most. `spread`,
 * from 0 to 1, takes off up to a tenth, so that what failed together is not tried together.
 */
export function backoffMs(attempts: number, spread: number): number {
  const full = Math.min(FIRST_MS * FACTOR ** (attempts - 1), MAX_MS);
  return Math.round(full * (1 - spread / 10));
}
