import type { ReactNode } from 'react';

/** Lets a wide table scroll by itself, also with the keyboard. */
export function TableFrame({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="table-frame" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
