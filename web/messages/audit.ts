import { audit as en } from './en/audit';
import { language } from './language';
import type { Translation } from './translation';
import { audit as zh } from './zh/audit';

/** The texts of the audit log, in the chosen language: many, and loaded with its page alone. */
export function auditTexts(): Translation<typeof zh> {
  return language() === 'en' ? en : zh;
}
