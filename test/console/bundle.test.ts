import { parse } from 'acorn';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the build leaves in dist/web: its size, and that Chromium 86, of office browsers, understands it. */
const DIST = join(__dirname, '../../dist/web');
const textOf = (file: string): string => readFileSync(join(DIST, file), 'utf8');
const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' });
const scripts = files.filter((file) => file.endsWith('.js'));
const styles = files.filter((file) => file.endsWith('.css'));

const KIB = 1024;
const FIRST_PAGE_KIB = 130;
const CHUNK_KIB = 220;

const zipped = (file: string): number => gzipSync(textOf(file)).length;

/** The files that a file imports at once, itself included; those of `import()` come later. */
function loadedWith(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, name] of textOf(file).matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) {
    loadedWith(join('console-assets', name!), known);
  }
  return known;
}

test('the first page is at most 130 KiB of scripts and styles, as they are sent', () => {
  const named = [...textOf('index.html').matchAll(/\b(?:src|href)="\/([^"]+\.(?:js|css))"/g)];
  const first = new Set(named.flatMap(([, file]) => [...loadedWith(file!)]));
  const size = [...first].reduce((sum, file) => sum + zipped(file), 0);
  expect(first.size).toBeGreaterThan(2);
  expect(size / KIB).toBeLessThan(FIRST_PAGE_KIB);
});

test('no file that is loaded later is larger than the charts may be', () => {
  for (const file of [...scripts, ...styles])
    expect([file, zipped(file) / KIB < CHUNK_KIB]).toEqual([file, true]);
});

/** Newer than Chromium 86, in what it is used as. */
const NEWER_APIS: readonly (readonly [name: string, use: RegExp])[] = [
  ['Array.prototype.at', /\.at\(-?\d/],
  ['Array.prototype.findLast', /\.findLast(?:Index)?\(/],
  ['Array.prototype.toSorted and its like', /\.(?:toSorted|toReversed|toSpliced)\(/],
  ['Object.hasOwn', /\bObject\.hasOwn\(/],
  ['Object.groupBy', /\b(?:Object|Map)\.groupBy\(/],
  ['structuredClone', /\bstructuredClone\(/],
  ['crypto.randomUUID', /\.randomUUID\(/],
  ['Promise.withResolvers', /\bPromise\.(?:withResolvers|try)\(/],
  ['URL.canParse', /\bURL\.(?:canParse|parse)\(/],
  ['AbortSignal.timeout', /\bAbortSignal\.(?:timeout|any)\(/],
  ['AbortSignal.throwIfAborted', /\.throwIfAborted\(/],
  ['String.prototype.isWellFormed', /\.(?:isWellFormed|toWellFormed)\(/],
  ['Set methods', /\.(?:isSubsetOf|symmetricDifference|isDisjointFrom)\(/],
  ['popover', /\.(?:showPopover|hidePopover|togglePopover|requestClose)\(/],
  ['inert', /\.inert\s*=/],
];

/** Of ES2022, which parses the private members that Chromium 86 has. */
const NEWER_SYNTAX: Readonly<Record<string, (node: SyntaxNode) => boolean>> = {
  'static blocks': ({ type }) => type === 'StaticBlock',
  '#member in object': ({ type, left }) => type === 'BinaryExpression' && left?.type === 'PrivateIdentifier',
};

interface SyntaxNode {
  type: string;
  left?: SyntaxNode;
}

function nodesOf(value: unknown): SyntaxNode[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesOf);
  return 'type' in value && typeof value.type === 'string' ? [value as SyntaxNode, ...below] : below;
}

describe.each(scripts)('%s', (file) => {
  test('is written in what Chromium 86 parses', () => {
    const module = { ecmaVersion: 2022, sourceType: 'module', allowAwaitOutsideFunction: false } as const;
    const nodes = nodesOf(parse(textOf(file), file === 'console-support.js' ? { ecmaVersion: 5 } : module));
    expect(nodes.length).toBeGreaterThan(5);
    const used = Object.entries(NEWER_SYNTAX).filter(([, isNewer]) => nodes.some(isNewer));
    expect(used.map(([name]) => name)).toEqual([]);
  });

  test('calls nothing that Chromium 86 does not have', () => {
    const used = NEWER_APIS.filter(([, use]) => use.test(textOf(file))).map(([name]) => name);
    expect(used).toEqual([]);
  });
});

/** Newer than Chromium 86, and not ignored without harm. */
const NEWER_STYLES =
  /:(?:has|is|where)\(|@(?:layer|container|property|scope)\b|\b(?:color-mix|oklch|lab|lch|min-inline-size)\(|\d[sdl]v[hw]\b|\binset:|\baspect-ratio:|\baccent-color:|\b(?:margin|padding|inset)-(?:inline|block):|\boverflow:\s*clip|&/;

test.each(styles)('%s uses no styles that Chromium 86 does not know', (file) => {
  expect(NEWER_STYLES.exec(textOf(file))?.[0]).toBeUndefined();
});

test('older browsers get a plain page, by a script that they understand', () => {
  const html = textOf('index.html');
  expect(html.indexOf('/console-support.js')).toBeLessThan(html.indexOf('type="module"'));
  expect(html).toContain('id="too-old" hidden');
});
