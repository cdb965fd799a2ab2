import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useRef, useState } from 'react';
import { texts } from '../../messages';
import { Failure } from '../answered';
import { pngOf, savePicture } from './png';
import './charts.css';

/** What surrounds every chart: its title and period, its figures as a table, and a picture of it. */
export function ChartFrame({
  title,
  about,
  table,
  tools,
  isTableOpen = false,
  children,
}: {
  readonly title: string;
  /** The period, and what else the figures are limited to. */
  readonly about: string;
  readonly table: ReactNode;
  /** What it may be drawn by. */
  readonly tools?: ReactNode;
  readonly isTableOpen?: boolean;
  /** An SVG, or what draws one. */
  readonly children: ReactNode;
}): ReactNode {
  const messages = texts().charts;
  const picture = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(isTableOpen);
  const id = useId();
  const save = useMutation({
    mutationFn: async () => {
      const svg = picture.current?.querySelector('svg');
      if (svg) savePicture(await pngOf(svg, [title, about]), `${title}-${about}`);
    },
  });
  return (
    <figure className="chart">
      <figcaption>
        <h2>{title}</h2>
        <span className="soft">{about}</span>
        <div className="chart-tools screen-only">
          {tools}
          <button
            type="button"
            className="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {messages.table}
          </button>
          <button
            type="button"
            className="button"
            disabled={save.isPending}
            onClick={() => {
              save.mutate();
            }}
          >
            {messages.png}
          </button>
        </div>
      </figcaption>
      {save.error && <Failure error={save.error} />}
      <div ref={picture}>{children}</div>
      <div id={id} className={isOpen ? 'chart-table' : 'chart-table print-only'}>
        {table}
      </div>
    </figure>
  );
}
