import type { ReactNode } from 'react';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { nameOfSite } from './column-name';
import type { Site } from './sheet';
import type { View } from './view';

/** One day with all sites, or a month at one of them. */
export function ViewChoice({
  sites,
  view,
}: {
  readonly sites: readonly Site[];
  readonly view: View;
}): ReactNode {
  const { entry: messages } = texts();
  const [, change] = useAddress();
  return (
    <label>
      <span className="unseen">{messages.view}</span>
      <select
        className="input view-choice"
        value={view.site ?? ''}
        onChange={(event) => {
          change({ day: view.day, site: event.target.value === '' ? null : event.target.value });
        }}
      >
        <option value="">{messages.viewOfDay}</option>
        {sites.map((site) => (
          <option key={site.key} value={site.key}>
            {messages.viewOfMonth(nameOfSite(site))}
          </option>
        ))}
      </select>
    </label>
  );
}
