import type { ReactNode } from 'react';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { nameOfSite } from './column-name';
import type { Division, Site } from './sheet';
import type { View } from './view';

/** One day with all sites, divided as one likes, or a month at one of them. */
export function ViewChoice({
  divisions,
  sites,
  view,
}: {
  readonly divisions: readonly Division[];
  readonly sites: readonly Site[];
  readonly view: View;
}): ReactNode {
  const { entry: messages } = texts();
  const [, change] = useAddress();
  const by = view.by ?? divisions[0] ?? null;
  return (
    <label>
      <span className="unseen">{messages.view}</span>
      <select
        className="input view-choice"
        value={view.site ?? by ?? ''}
        onChange={({ target: { value } }) => {
          const division = divisions.find((it) => it === value);
          const isDay = division !== undefined || value === '';
          change({ day: view.day, by: isDay ? (division ?? null) : by, site: isDay ? null : value });
        }}
      >
        {divisions.length === 0 && <option value="">{messages.viewOfDay}</option>}
        {divisions.map((division) => (
          <option key={division} value={division}>
            {divisions.length === 1 ? messages.viewOfDay : messages.viewOfDayBy[division]}
          </option>
        ))}
        {sites.map((site) => (
          <option key={site.key} value={site.key}>
            {messages.viewOfMonth(nameOfSite(site))}
          </option>
        ))}
      </select>
    </label>
  );
}
