import { monthly as monthlyEn } from './en/monthly';
import { published as publishedEn } from './en/published';
import { language } from './language';
import type { Translation } from './translation';
import { monthly as monthlyZh } from './zh/monthly';
import { published as publishedZh } from './zh/published';

const zh = { monthly: monthlyZh, published: publishedZh };
const en = { monthly: monthlyEn, published: publishedEn };

/** The texts of months and published reports, in the chosen language: many, and loaded with the pages about them. */
export function reportingTexts(): Translation<typeof zh> {
  return language() === 'en' ? en : zh;
}
