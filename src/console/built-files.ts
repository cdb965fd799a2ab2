import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { StartError } from '../platform/start-error';

/** The console as the build left it in dist/web. */
interface BuiltConsole {
  /** The page, the same at every address of the console. */
  readonly html: Buffer;
  readonly paths: readonly string[];
  /** What the page loads, by address. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** From dist/src/console, or from src/console where tests run the source. */
const FOLDERS = ['../../web', '../../dist/web'];
const PAGES = 'pages.json';
const PAGE = 'index.html';

/** The content types of what a build contains. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Reads the built console once. */
export function readConsole(): BuiltConsole {
  const folder = FOLDERS.map((path) => join(__dirname, path)).find((it) => existsSync(join(it, PAGES)));
  if (folder === undefined) {
    throw new StartError('The console is not built: npm run build / 控制台尚未构建：请运行 npm run build');
  }
  const read = (file: string): Buffer => readFileSync(join(folder, file));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => extname(file) in CONTENT_TYPES)
    .map((file) => [`/${file}`, read(file)] as const);
  return {
    html: read(PAGE),
    paths: Object.keys(JSON.parse(read(PAGES).toString('utf8')) as object),
    files: new Map(files),
  };
}
