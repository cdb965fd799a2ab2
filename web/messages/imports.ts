import { imports as en } from './en/imports';
import { language } from './language';
import type { Translation } from './translation';
import { imports as zh } from './zh/imports';

export type ImportMessages = Translation<typeof zh>;

/** The texts of imported files, in the chosen language: many, and loaded with their page. */
export function importTexts(): ImportMessages {
  return language() === 'en' ? en : zh;
}
