import type { ReactNode } from 'react';

/** A small picture of a page, drawn, so that it is sharp on every screen and says nothing in a language. */
export function Sketch({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <svg className="sketch" viewBox="0 0 240 130" aria-hidden="true" focusable="false">
      <rect x="0.5" y="0.5" width="239" height="129" rx="8" className="paper" />
      {children}
    </svg>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height?: number;
  /** What it is: a line of text, a button, something good or late. */
  readonly look?: 'text' | 'head' | 'button' | 'good' | 'late' | 'cell' | 'chosen';
}

export function Bar({ look = 'text', height = 6, ...box }: Box): ReactNode {
  return <rect {...box} height={height} rx="2" className={look} />;
}

/** A grid of cells with a head line; `chosen` is the one that is worked on. */
export function Cells({
  rows,
  columns,
  chosen,
}: {
  readonly rows: number;
  readonly columns: number;
  readonly chosen?: readonly [row: number, column: number];
}): ReactNode {
  const width = (208 - 70) / columns;
  return (
    <>
      <Bar x={16} y={14} width={208} height={14} look="head" />
      {Array.from({ length: rows }, (_, row) => (
        <g key={row}>
          <Bar x={18} y={38 + row * 18} width={44 + ((row * 17) % 22)} />
          {Array.from({ length: columns }, (_column, column) => (
            <Bar
              key={column}
              x={86 + column * width}
              y={33 + row * 18}
              width={width - 4}
              height={15}
              look={chosen?.[0] === row && chosen[1] === column ? 'chosen' : 'cell'}
            />
          ))}
        </g>
      ))}
    </>
  );
}

/** Lines with a bar each, which is good or late. */
export function Bars({ widths }: { readonly widths: readonly number[] }): ReactNode {
  return widths.map((width, row) => (
    <g key={row}>
      <Bar x={18} y={40 + row * 18} width={50 + ((row * 13) % 20)} />
      <Bar x={100} y={37 + row * 18} width={120} height={12} look="head" />
      <Bar x={100} y={37 + row * 18} width={width} height={12} look={width < 60 ? 'late' : 'good'} />
    </g>
  ));
}
