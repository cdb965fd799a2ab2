import { roster as en } from './en/roster';
import { language } from './language';
import type { Translation } from './translation';
import { roster as zh } from './zh/roster';

/** The texts of the roster, in the chosen language: many, and loaded with its page. */
export function rosterTexts(): Translation<typeof zh> {
  return language() === 'en' ? en : zh;
}
