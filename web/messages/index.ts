import { language } from './language';
import { type Messages, zh } from './zh';

export type { Messages };

let catalogue: Messages = zh;

/** Loads the catalogue of the chosen language; called once, before anything is shown. */
export async function loadMessages(): Promise<void> {
  if (language() === 'en') ({ en: catalogue } = await import('./en'));
}

/** The texts of the console in the chosen language. */
export function texts(): Messages {
  return catalogue;
}
