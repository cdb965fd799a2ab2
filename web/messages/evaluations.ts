import { evaluations as en } from './en/evaluations';
import { language } from './language';
import type { Translation } from './translation';
import { evaluations as zh } from './zh/evaluations';

/** The texts of evaluations, in the chosen language: seldom read, and loaded with their page. */
export function evaluationTexts(): Translation<typeof zh> {
  return language() === 'en' ? en : zh;
}
