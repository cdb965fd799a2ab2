import { newRequestKey } from '../ui/request-key';

/** The same for every try to send the same content: a repetition changes nothing. What is typed after that is other content, and has a key of its own. */
export interface Keyed {
  readonly requestKey: string;
}

/** Whatever was sent before, what was typed since is sent under another key: the server refuses other content under the same one. */
export function withChanges<Draft extends object>(
  draft: Draft & Keyed,
  changes: Partial<Draft>,
): Draft & Keyed {
  return { ...draft, ...changes, requestKey: newRequestKey() };
}
