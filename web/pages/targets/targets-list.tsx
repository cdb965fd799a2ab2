import { type ReactNode, useState } from 'react';
import { texts } from '../../messages';
import { quantityText } from '../../ui/decimals';
import { siteName, type TargetsTableProps } from './targets-table';

/** Targets on a phone: those of one place, or their sum, one below the other. */
export function TargetsList({
  grid: { sites, lines },
  hasTotal,
  cell,
  from = 0,
}: TargetsTableProps & {
  /** The place that it begins with, where it has no sum. */
  readonly from?: number;
}): ReactNode {
  const { completion } = texts();
  /** Where it is none of the sites, their sum is shown. */
  const [chosen, choose] = useState(hasTotal ? -1 : from);
  return (
    <>
      {sites.length > 1 && (
        <label className="field inline">
          <span className="label">{completion.zone}</span>
          <select
            className="input"
            value={chosen}
            onChange={({ target }) => {
              choose(Number(target.value));
            }}
          >
            {hasTotal && <option value={-1}>{completion.head.total}</option>}
            {sites.map((site, at) => (
              <option key={`${site.zoneId ?? ''} ${site.projectId ?? ''}`} value={at}>
                {siteName(site)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul className="sheet-list targets">
        {lines.map(({ indicator, measure, total }, line) => (
          <li key={`${indicator.code} ${measure.code}`}>
            <span>
              <b>{indicator.name}</b> {completion.measure(measure.name, measure.unit)}
            </span>
            <span className="number">
              {chosen < 0 ? quantityText(total, measure.unit) : cell(line, chosen)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
