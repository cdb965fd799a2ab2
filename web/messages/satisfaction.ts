import { satisfaction as en } from './en/satisfaction';
import { language } from './language';
import type { Translation } from './translation';
import { satisfaction as zh } from './zh/satisfaction';

/** The texts of surveys, in the chosen language: seldom read, and loaded with their page. */
export function satisfactionTexts(): Translation<typeof zh> {
  return language() === 'en' ? en : zh;
}
