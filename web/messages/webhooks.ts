import { webhooks as webhooksEn } from './en/webhooks';
import { language } from './language';
import type { Translation } from './translation';
import { webhooks as webhooksZh } from './zh/webhooks';

/** The texts of webhooks, in the chosen language: seldom read, and loaded with the page about them. */
export function webhookTexts(): Translation<typeof webhooksZh> {
  return language() === 'en' ? webhooksEn : webhooksZh;
}
