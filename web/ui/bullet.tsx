import type { ReactNode } from 'react';

/** A bar of what is done, with a mark where time has come to; red behind it, and hatched so that it survives grey. */
export function Bullet({
  percent,
  time,
  isBehind,
  label,
  full = 150,
}: {
  readonly percent: string;
  readonly time: string | undefined;
  readonly isBehind: boolean;
  readonly label: string;
  /** The percent that the bar's whole length stands for; a longer one is cut off. */
  readonly full?: number;
}): ReactNode {
  const width = (100 * Math.min(Number(percent), full)) / full;
  const mark = time === undefined ? undefined : (100 * Math.min(Number(time), full)) / full;
  return (
    <svg className="bullet" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect width="100" height="12" fill="#e9eeec" />
      <rect width={width} height="12" fill={isBehind ? 'var(--behind-bar)' : 'var(--bar)'} />
      {mark !== undefined && <rect x={mark} width="1.4" height="12" fill="#12211d" />}
    </svg>
  );
}
