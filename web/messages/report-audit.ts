import { reportAudit as en } from './en/report-audit';
import { language } from './language';
import type { Translation } from './translation';
import { reportAudit as zh } from './zh/report-audit';

/** The texts of audits of reports, in the chosen language: many, and loaded with their page. */
export function reportAuditTexts(): Translation<typeof zh> {
  return language() === 'en' ? en : zh;
}
