import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type Route, staticRoute } from '../platform/http';

const OWN = ['pages.css', 'explorer.css', 'explorer.js', 'session.js', 'editor.js', 'queries.js'] as const;
const VENDOR = {
  'react.js': ['react-umd', 'umd/react.production.min.js'],
  'react-dom.js': ['react-dom-umd', 'umd/react-dom.production.min.js'],
  'graphiql.js': ['graphiql', 'graphiql.min.js'],
  'graphiql.css': ['graphiql', 'graphiql.min.css'],
} as const;

type AssetName = (typeof OWN)[number] | keyof typeof VENDOR;

/** The files of the pages: a fixed list of names, read once. */
interface Assets {
  readonly routes: Route[];
  /** The address of a file; it changes whenever any of the files does, so that browsers may keep it for good. */
  readonly pathOf: (name: AssetName) => string;
}

/** Reads the files of the pages: our own beside this module, the others from the installed packages. */
export function readAssets(): Assets {
  const files = new Map<AssetName, Buffer>(
    OWN.map((name) => [name, readFileSync(join(__dirname, 'assets', name))]),
  );
  for (const [name, [packageName, file]] of Object.entries(VENDOR) as [
    keyof typeof VENDOR,
    readonly [string, string],
  ][]) {
    files.set(name, readFileSync(join(dirname(require.resolve(`${packageName}/package.json`)), file)));
  }
  const hash = createHash('sha256');
  for (const content of files.values()) hash.update(content);
  const folder = `/assets/${hash.digest('hex').slice(0, 12)}`;
  const pathOf = (name: AssetName): string => `${folder}/${name}`;
  const routes = [...files].map(([name, body]) =>
    staticRoute({
      path: pathOf(name),
      contentType: name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
      body,
    }),
  );
  return { routes, pathOf };
}
