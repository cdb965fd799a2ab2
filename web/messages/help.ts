import { help as en } from './en/help';
import { language } from './language';
import type { Translation } from './translation';
import { help as zh } from './zh/help';

export type HelpMessages = Translation<typeof zh>;

/** The texts of the help, in the chosen language: many, and loaded with its page. */
export function helpTexts(): HelpMessages {
  return language() === 'en' ? en : zh;
}
