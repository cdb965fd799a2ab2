import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The statements of the documents about the repository are true. */
const ROOT = join(__dirname, '..');
const CONTRIBUTING = 'CONTRIBUTING.md';
const GLOSSARY = 'GLOSSARY.md';
const DECISIONS = 'docs/decisions';

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Files below a folder, relative to the root, without hidden, installed and built ones. */
function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !['node_modules', 'dist', 'coverage'].includes(name))
    .flatMap((entry) => {
      const file = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(file) : [file];
    });
}

const documents = [
  ...readdirSync(ROOT),
  ...['docs', 'src', 'test', 'migrations', 'scripts', 'benchmark'].flatMap(filesIn),
].filter((file) => file.endsWith('.md'));

/** Prose without code blocks, which may look like links. */
const proseOf = (file: string): string => textOf(file).replaceAll(/^( *)```[\s\S]*?^\1```/gm, '');

/** What a pattern captures in the documents, or in their prose alone: file and capture. */
const foundIn = (pattern: RegExp, read = proseOf): (readonly [string, string])[] =>
  documents.flatMap((file) => [...read(file).matchAll(pattern)].map(([, found]) => [file, found!] as const));

/** The rows of the tables whose head begins with a cell: the cells of each, in order. */
function tableOf(file: string, head: string): string[][] {
  const tables = [...textOf(file).matchAll(/(?:^\|.*\|\n)+/gm)].map(([table]) =>
    table
      .trim()
      .split('\n')
      .map((line) => line.slice(1, -1).split('|'))
      .map((cells) => cells.map((cell) => cell.trim())),
  );
  const rows = tables.filter(([cells]) => cells![0] === head).flatMap((table) => table.slice(2));
  if (rows.length === 0) throw new Error(`${file} has no table that begins with "${head}"`);
  return rows;
}

const quotedIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);

describe('links', () => {
  /** The anchors that GitHub gives to the headings of a document. */
  const anchorsOf = (file: string): string[] =>
    [...proseOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  test('point to files and headings that exist', () => {
    const isDead = (file: string, link: string): boolean => {
      if (/^(https?|mailto):/.test(link)) return false;
      const [path, anchor] = link.split('#');
      const target = path ? join(dirname(file), path) : file;
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    };
    const links = foundIn(/\]\(([^()\s]+)\)/g);
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter(([file, link]) => isDead(file, link))).toEqual([]);
  });

  test('to files by their path point to files that exist', () => {
    const paths = foundIn(/`((?:src|test|migrations|scripts|schema|docker|docs|benchmark)\/[^\s*<`]*)`/g);
    const exists = (path: string): boolean =>
      [path, `${path}.test.ts`].some((it) => existsSync(join(ROOT, it)));
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter(([, path]) => !exists(path))).toEqual([]);
  });

  test.each(['README.md', 'README.zh-CN.md', CONTRIBUTING])('%s links to the glossary', (file) => {
    expect(textOf(file)).toContain(`](${GLOSSARY})`);
  });
});

describe('decisions', () => {
  const records = filesIn(DECISIONS)
    .map((file) => basename(file))
    .filter((file) => file !== 'README.md')
    .sort();

  /** Title, status and day of a record. */
  function headOf(file: string): string[] {
    const head = /^# (.+)\n\nStatus: (.+) · (\d{4}-\d\d-\d\d)\n\n/.exec(textOf(join(DECISIONS, file)));
    return head ? head.slice(1) : [];
  }

  test.each(records)('%s has its status and its day below its title', (file) => {
    const [, status = '', day = ''] = headOf(file);
    expect(status).toMatch(/^(accepted|(replaced|changed in part) by \[[^\]]+\]\([a-z0-9-]+\.md\))$/);
    expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
  });

  test('the index has every record once, sorted by day, with its title, status and day', () => {
    const index = tableOf(`${DECISIONS}/README.md`, 'record').map(([record, ...rest]) => [
      ...(/^\[(.+)\]\((.+)\)$/.exec(record!)?.slice(1) ?? []),
      ...rest,
    ]);
    const expected = records.map((file) => {
      const [title, status, day] = headOf(file);
      return [title, file, status, day];
    });
    const byDay = ([, a, , x]: (string | undefined)[], [, b, , y]: (string | undefined)[]): number =>
      `${x!} ${a!}` < `${y!} ${b!}` ? -1 : 1;
    expect(index).toEqual(expected.sort(byDay));
  });

  test('a record that another one replaces or changes is named by that one', () => {
    for (const file of records) {
      const [, by] = /\(([a-z0-9-]+\.md)\)/.exec(headOf(file)[1]!) ?? [];
      expect(by === undefined || textOf(join(DECISIONS, by)).includes(`](${file})`)).toBe(true);
    }
  });
});

describe('the glossary', () => {
  test('has each word once', () => {
    for (const head of ['中文', 'term']) {
      const words = tableOf(GLOSSARY, head).map(([word]) => word!);
      expect(words).toEqual([...new Set(words)]);
    }
  });

  test('names types, values and fields that the schema has', () => {
    const schema = new Set(textOf('schema/schema.graphql').match(/\w+/g));
    const words = tableOf(GLOSSARY, '中文').flatMap(([, , code]) => quotedIn(code!));
    expect(words.length).toBeGreaterThan(40);
    expect(words.flatMap((word) => word.split('.')).filter((word) => !schema.has(word))).toEqual([]);
  });

  test('names classes, types and constants that the code has', () => {
    const code = new Set(
      filesIn('src').flatMap((file) => (file.endsWith('.ts') ? (textOf(file).match(/\w+/g) ?? []) : [])),
    );
    const missing = tableOf(GLOSSARY, 'term')
      .flatMap(([, , names]) => quotedIn(names!))
      .filter((name) => !code.has(name));
    expect(missing).toEqual([]);
  });

  test('has no word for what is merely planned', () => {
    expect(textOf(GLOSSARY)).not.toMatch(/^## Planned$/mu);
  });
});

describe('CONTRIBUTING', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

  test('lists every command of package.json', () => {
    const listed = tableOf(CONTRIBUTING, 'command').flatMap(([command]) => quotedIn(command!));
    const names = listed.flatMap((command) => /^npm (?:run )?([\w:]+)$/.exec(command)?.[1] ?? []);
    expect(names.sort()).toEqual(Object.keys(scripts).sort());
  });

  test('and every other document name no command that package.json does not have', () => {
    const commands = foundIn(/npm run (?:-s )?([a-z:]+)/g, textOf);
    expect(commands.filter(([, name]) => !(name in scripts))).toEqual([]);
  });

  test('lists the modules and whom each may import, as the import rules have them', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the configuration is CommonJS
    const { forbidden } = require('../.dependency-cruiser.cjs') as {
      forbidden: { from: { path?: string }; to: { pathNot?: string | string[] } }[];
    };
    const rules = forbidden.flatMap(({ from, to }) => {
      const [, name] = /^\^src\/modules\/([a-z-]+)\/$/.exec(from.path ?? '') ?? [];
      const reached = [to.pathNot ?? []].flat().map((path) => path.split('/')[2]!);
      return name ? [[name, reached.filter((other) => other !== name)] as const] : [];
    });
    const listed = tableOf(CONTRIBUTING, 'module').map(
      ([name, , may]) => [quotedIn(name!)[0]!, quotedIn(may!)] as const,
    );
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(rules));
    expect(listed.map(([name]) => name).sort()).toEqual(readdirSync(join(ROOT, 'src/modules')).sort());
  });

  const sources = ['src', 'web', 'test', 'migrations', 'benchmark', 'scripts']
    .flatMap(filesIn)
    .filter((file) => /\.(tsx?|mjs|cjs)$/.test(file) && !file.startsWith('web/generated/'));

  test('files are named in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/;
    expect(sources.filter((file) => !kebab.test(basename(file)))).toEqual([]);
  });

  test('what a file exports, another one names', () => {
    const others = new Map<string, Set<string>>();
    for (const file of [...sources, 'ormconfig.ts'])
      for (const word of new Set(textOf(file).match(/[\w$]+/g)))
        others.set(word, (others.get(word) ?? new Set()).add(file));
    // TypeORM finds migrations by themselves.
    const named = sources.filter((file) => !/^migrations\/\d/.test(file));
    const exported = named.flatMap((file) =>
      [
        ...textOf(file).matchAll(
          /^export (?:abstract |async )?(?:function|const|class|interface|type) (\w+)/gm,
        ),
      ].map(([, name]) => ({ file, name: name! })),
    );
    expect(exported.length).toBeGreaterThan(1000);
    expect(exported.filter(({ name }) => others.get(name)!.size === 1)).toEqual([]);
  });

  test('limits, locks and what was validated are named as it says', () => {
    const limit = '(?:MOST|LEAST|FEWEST|LONGEST|SHORTEST)(?:_[A-Z_]+)?';
    const others = new RegExp(
      `\\b(?:${limit}|(?:hold|held)[A-Z]\\w*|[Ss]ound[A-Z]\\w*|SOUND)\\b(?= *[=(:,;)])`,
      'g',
    );
    const named = sources
      .filter((file) => file !== 'test/docs.test.ts')
      .flatMap(
        (file) =>
          textOf(file)
            .match(others)
            ?.map((name) => `${file}: ${name}`) ?? [],
      );
    expect(named).toEqual([]);
  });

  test('files of modules have the suffixes that are listed, or none', () => {
    const listed = tableOf(CONTRIBUTING, 'suffix').flatMap(([suffix]) => quotedIn(suffix!));
    const allowed = new Set(['.ts', ...listed]);
    const suffixOf = (file: string): string => /\..*$/.exec(basename(file).replace('.test.ts', '.ts'))![0];
    const modules = sources.filter((file) => file.startsWith('src/modules/'));
    expect(modules.filter((file) => !allowed.has(suffixOf(file)))).toEqual([]);
    const used = new Set(modules.map(suffixOf));
    expect(listed.filter((suffix) => !used.has(suffix))).toEqual([]);
  });

  test('files keep the limits of lines, and most of a kind the aim', () => {
    const limits = tableOf(CONTRIBUTING, 'lines of a file').map(([kind, aim, most]) => ({
      suffix: quotedIn(kind!)[0] ?? '',
      aim: Number(aim),
      most: Number(most),
    }));
    expect(limits.map(({ suffix }) => suffix)).toEqual(['.resolver.ts', '.service.ts', '']);
    const linesOf = (file: string): number => textOf(file).split('\n').length - 1;
    for (const { suffix, aim, most } of limits) {
      const lengths = sources.filter((file) => file.endsWith(suffix)).map(linesOf);
      expect([suffix, lengths.filter((length) => length > most)]).toEqual([suffix, []]);
      expect(lengths.filter((length) => length <= aim).length).toBeGreaterThan(lengths.length / 2);
    }
  });
});
