import { type ReactNode, useEffect, useRef } from 'react';
import { texts } from '../messages';

/** The head of a page: its title, which also names the window, what it is about, and its tools. */
export function PageFrame({
  title,
  about,
  tools,
  paper = 'a4',
  children,
}: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly tools?: ReactNode;
  /** What it is printed on: A4 upright, or lying, or A3 lying. */
  readonly paper?: 'a4' | 'a4-landscape' | 'a3';
  readonly children: ReactNode;
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const { product } = texts().common;
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  useEffect(() => {
    // A screen reader announces that the page is another one; where something of it has the focus, that is announced.
    if (heading.current?.closest('main')?.querySelector(':focus')) return;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className={`paper-${paper}`}>
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {about}
        {tools !== undefined && <div className="page-tools screen-only">{tools}</div>}
      </header>
      {children}
    </article>
  );
}
