import { texts } from '../../messages';
import type { Column, Site } from './sheet';

export function nameOfSite({ name }: Site): string {
  return name ?? texts().entry.wholeStation;
}

/** What the head of a column says. */
export function nameOf({ site, dayName }: Column): string {
  return dayName ?? nameOfSite(site);
}
