import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { TargetCellFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { quantityText } from '../../ui/decimals';
import { rowSpans } from '../../ui/row-spans';
import { TableFrame } from '../../ui/table-frame';
import type { Site, TargetGrid } from './grid';

export interface TargetsTableProps {
  readonly caption: string;
  readonly grid: TargetGrid;
  readonly hasTotal: boolean;
  /** What is in a cell, by its line and its site. */
  readonly cell: (line: number, site: number) => ReactNode;
}

/** A grid of targets, a line for each measure and a column for each place. */
export function TargetsTable({
  caption,
  grid: { sites, lines },
  hasTotal,
  cell,
}: TargetsTableProps): ReactNode {
  const { targets: messages, completion } = texts();
  const spans = rowSpans(lines.map(({ indicator }) => indicator.code));
  return (
    <TableFrame label={messages.title}>
      <table className="table sheet targets">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{completion.head.indicator}</th>
            <th scope="col">{completion.head.measure}</th>
            {sites.map((site) => (
              <th key={`${site.zoneId ?? ''} ${site.projectId ?? ''}`} scope="col">
                {siteName(site)}
              </th>
            ))}
            {hasTotal && <th scope="col">{completion.head.total}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ indicator, measure, total }, line) => (
            <tr key={`${indicator.code} ${measure.code}`}>
              {(spans[line] ?? 1) > 0 && (
                <th scope="rowgroup" rowSpan={spans[line]}>
                  {indicator.name}
                </th>
              )}
              <th scope="row">{completion.measure(measure.name, measure.unit)}</th>
              {sites.map((site, at) => (
                <td key={`${site.zoneId ?? ''} ${site.projectId ?? ''}`}>{cell(line, at)}</td>
              ))}
              {hasTotal && <td className="sum">{quantityText(total, measure.unit)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

export function siteName({ name }: Site): string {
  return name === '' ? texts().targets.wholeStation : name;
}

/** A target in force, and since when, where an amendment has brought it. */
export function TargetValue({
  target,
  href,
}: {
  readonly target: TargetCellFragment | undefined;
  readonly href: string;
}): ReactNode {
  const { targets: messages, common } = texts();
  if (!target) return common.none;
  const { value, measure, amendment, since } = target;
  return (
    <>
      {amendment && (
        <Link className="since" href={href} title={messages.because(amendment.reason)}>
          {messages.since(since)}
        </Link>
      )}
      {quantityText(value, measure.unit)}
    </>
  );
}
