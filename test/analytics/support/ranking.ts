import type { Client } from '../../kit/api';

export const ASK = `query($input: StationRankingInput!, $first: Int, $after: String) {
  stationRanking(input: $input, first: $first, after: $after) { totalCount
    nodes { rank station { id name } completed target percent
      marks { kind value reference score medianDeviation meanDeviation compared } }
    pageInfo { hasNextPage endCursor } } }`;

interface Mark {
  kind: string;
  value: string;
  reference: string;
  score: string | null;
  medianDeviation: string | null;
  meanDeviation: string | null;
  compared: number | null;
}
export interface Ranked {
  rank: number | null;
  station: { id: string; name: string };
  completed: string;
  target: string | null;
  percent: string | null;
  marks: Mark[];
}
export interface Ranking {
  totalCount: number;
  nodes: Ranked[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export async function ranking(client: Client, input: object, page: object = {}): Promise<Ranking> {
  return (await client.get<{ stationRanking: Ranking }>(ASK, { input, ...page })).stationRanking;
}

/** An independent implementation of the method, in BigInt and with sorted lists. */
export function markOf(
  sum: bigint,
  over: bigint,
  values: readonly bigint[],
): Omit<Mark, 'kind' | 'value'> | null {
  const twice = (list: readonly bigint[]): bigint => {
    const sorted = [...list].sort((a, b) => (a < b ? -1 : Number(a > b)));
    return sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!;
  };
  const abs = (value: bigint): bigint => (value < 0n ? -value : value);
  const median2 = twice(values);
  const distances2 = values.map((value) => abs(2n * value - median2));
  const mad4 = twice(distances2);
  const total2 = distances2.reduce((a, b) => a + b, 0n);
  if (total2 === 0n) return null;
  // (x - median) as a fraction over 2 × over.
  const away = 2n * sum - median2 * over;
  const count = BigInt(values.length);
  const [part, whole] =
    mad4 !== 0n
      ? [away * 6745n * 4n, 2n * over * mad4 * 10_000n]
      : [away * count * 2n * 1_000_000n, 2n * over * total2 * 1_253_314n];
  if (abs(part) * 10n <= 35n * whole) return null;
  const rounded = (abs(part) * 200n + whole) / (2n * whole);
  const text = (value: bigint, places: number): string => {
    const digits = value.toString().padStart(places + 1, '0');
    return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  };
  const short = (of: string): string => of.replace(/\.?0+$/, '');
  return {
    reference: short(text(median2 * 5n, 1)),
    score: `${part < 0n ? '-' : ''}${text(rounded, 2)}`,
    medianDeviation: mad4 === 0n ? null : short(text(mad4 * 25n, 2)),
    meanDeviation: mad4 === 0n ? text((total2 * 100n + count) / (2n * count), 2) : null,
    compared: values.length,
  };
}
