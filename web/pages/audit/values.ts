import { momentText } from '../../ui/moments';

/** A value of an entry, before and after; texts as people read them. */
interface ChangedValue {
  /** Its path: administrator.email. */
  readonly path: string;
  readonly was: string | null;
  readonly becomes: string | null;
}

interface ValueTexts {
  readonly yes: string;
  readonly no: string;
  /** Codes that people know by a word: MANAGER. */
  readonly words: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The values of an entry that were changed, or that it names; null in the JSON is none. Where it says what became of a
 * thing, what it does not name was left as it was.
 */
export function changedValues(
  before: string | null,
  after: string | null,
  texts: ValueTexts,
): readonly ChangedValue[] {
  const was = flat(before, texts);
  const becomes = flat(after, texts);
  const named = after === null ? null : Object.keys(JSON.parse(after) as object);
  const paths = [...new Set([...was.keys(), ...becomes.keys()])].filter(
    (path) => named?.some((name) => path === name || path.startsWith(`${name}.`)) ?? true,
  );
  return paths
    .map((path) => ({ path, was: was.get(path) ?? null, becomes: becomes.get(path) ?? null }))
    .filter((value) => value.was !== value.becomes);
}

/** administrator.email in words, as far as there are some. */
export function pathText(path: string, { fields }: ValueTexts): string {
  return path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : (fields[part] ?? part)))
    .join(' · ');
}

function flat(json: string | null, texts: ValueTexts): Map<string, string> {
  const values = new Map<string, string>();
  const visit = (path: string, value: unknown): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value) && value.every((it) => typeof it !== 'object'))
      values.set(path, value.map((it) => textOf(it, texts)).join(', '));
    else if (typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) visit(path === '' ? name : `${path}.${name}`, inner);
    else values.set(path, textOf(value, texts));
  };
  visit('', json === null ? null : (JSON.parse(json) as unknown));
  return values;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function textOf(value: unknown, { yes, no, words }: ValueTexts): string {
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value !== 'string') return JSON.stringify(value);
  return words[value] ?? (MOMENT.test(value) ? momentText(value) : value);
}
