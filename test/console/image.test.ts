import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The image has what the server runs with, and nothing of what it is built with. */
const ROOT = join(__dirname, '../..');
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Other packages of the image need these beside themselves: graphiql, react-dom-umd, type-graphql. */
const PEERS = ['react', 'react-dom', 'graphql-scalars'];

test('the image is rid of every package that only the build uses', () => {
  const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
  const sources = ['src', 'migrations'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => textOf(join(folder, file))),
  );
  const isUsed = (name: string): boolean =>
    sources.some((text) => text.includes(`'${name}'`) || text.includes(`'${name}/`));
  const unused = Object.keys(dependencies).filter((name) => !isUsed(name) && !PEERS.includes(name));
  const [, removed = ''] = /npm uninstall [^\\]*\\\n(.+)\n/.exec(textOf('Dockerfile')) ?? [];
  expect(removed.trim().split(' ').sort()).toEqual(unused.sort());
});
