import { keyOf } from './words';

/** What a name in a file may stand for. */
export type NameKind = 'ZONE' | 'POINT' | 'PROJECT' | 'INDICATOR';

/** The ids of what names were taken for by hand, by `choiceKey`. */
export type Choices = ReadonlyMap<string, string>;

export function choiceKey(kind: NameKind, text: string): string {
  return `${kind} ${keyOf(text)}`;
}
