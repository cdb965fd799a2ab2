/**
 * Exact decimals as hundredths, in BigInt: the tests' own arithmetic. It shares nothing with the program's, so that
 * both can only be wrong independently.
 */
export type Hundredths = bigint;

export function hundredths(text: string): Hundredths {
  const match = /^(\d+)(?:\.(\d{1,2})0*)?$/.exec(text);
  if (!match) throw new Error(`no decimal of two places: ${text}`);
  return BigInt(match[1]!) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

/** With two decimals: 5.00 */
export function twoPlaces(value: Hundredths): string {
  return `${(value / 100n).toString()}.${(value % 100n).toString().padStart(2, '0')}`;
}

/** Without trailing zeros: 5, 5.5 */
export function plain(value: Hundredths): string {
  return twoPlaces(value).replace(/\.?0+$/, '');
}

/** part / whole × 100, half up to two decimals. */
export function percent(part: bigint, whole: bigint | null): string | null {
  if (whole === null || whole === 0n) return null;
  return twoPlaces((2n * part * 10_000n + whole) / (2n * whole));
}

/** Days from the first to the last, both counted, by walking the calendar. */
export function days(first: string, last: string): string[] {
  const walked: string[] = [];
  const day = new Date(`${first}T12:00:00Z`);
  while (day.toISOString().slice(0, 10) <= last) {
    walked.push(day.toISOString().slice(0, 10));
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return walked;
}
