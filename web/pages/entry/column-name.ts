import { texts } from '../../messages';
import type { Column, Site } from './sheet';

export function nameOfSite({ name, isRest }: Site): string {
  const { entry: messages } = texts();
  if (name === null) return messages.wholeStation;
  return isRest ? messages.restOfZone(name) : name;
}

/** What the head of a column says. */
export function nameOf({ site, dayName }: Column): string {
  return dayName ?? nameOfSite(site);
}
