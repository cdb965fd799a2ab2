import { resets as resetsEn } from './en/resets';
import { language } from './language';
import type { Translation } from './translation';
import { resets as resetsZh } from './zh/resets';

/** The texts of help for administrators, in the chosen language: seldom read, and loaded with the pages about it. */
export function resetTexts(): Translation<typeof resetsZh> {
  return language() === 'en' ? resetsEn : resetsZh;
}
