import { trimmed, exact } from '../../../platform/decimal';
import { keyOf } from '../reading/words';

/** The figures that the form has in a paragraph: of the street, and of all that was done. */
export interface TextFigures {
  registeredPopulation: string | null;
  filesHouseholds: string | null;
  filesPersons: string | null;
  visitsPersonTimes: string | null;
  visitedPersons: string | null;
  residentsServed: string | null;
}

const NUMBER = String.raw`\(?(\d+(?:\.\d+)?)(万?)`;
const PHRASES: [keyof TextFigures, RegExp][] = [
  ['registeredPopulation', new RegExp(`户籍人口${NUMBER}`, 'u')],
  ['filesHouseholds', new RegExp(`建档总户数${NUMBER}`, 'u')],
  ['filesPersons', new RegExp(`建档人数${NUMBER}`, 'u')],
  ['visitsPersonTimes', new RegExp(`入户探访总人数${NUMBER}`, 'u')],
  ['visitedPersons', new RegExp(`服务总人数${NUMBER}`, 'u')],
  ['residentsServed', new RegExp(`服务社区居民${NUMBER}`, 'u')],
];

/** The figures of a paragraph; null where a text has none of them. */
export function textFiguresOf(text: string): TextFigures | null {
  const words = keyOf(text);
  const found = PHRASES.map(([name, phrase]) => {
    const [, value, tenThousand] = phrase.exec(words) ?? [];
    if (value === undefined) return [name, null] as const;
    return [name, trimmed(exact(value).times(tenThousand === '万' ? 10_000 : 1))] as const;
  });
  if (found.every(([, value]) => value === null)) return null;
  return Object.fromEntries(found) as Record<keyof TextFigures, string | null>;
}
