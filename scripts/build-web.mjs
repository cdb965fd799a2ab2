// Builds web/ into dist/web with Vite; called by build.mjs when web/ or what it is built with has changed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Office browsers (360, 奇安信, UOS) carry Chromium 86 and later. */
const TARGET = ['chrome86', 'firefox88', 'safari15'];

/** The pages of web/app/pages.ts, for the server, which knows their addresses and no sources. */
async function pagesOf(root) {
  const { transformSync } = require('@swc/core');
  const source = await readFile(path.join(root, 'web/app/pages.ts'), 'utf8');
  const { code } = transformSync(source, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).PAGES;
}

/** Tells the service worker what to keep: every file that the pages load. */
async function listFiles(draft) {
  const assets = (await readdir(path.join(draft, 'console-assets')))
    .sort()
    .map((file) => `/console-assets/${file}`);
  const file = path.join(draft, 'sw.js');
  const worker = await readFile(file, 'utf8');
  const files = ['/console-support.js', ...assets];
  const hash = createHash('sha256').update(files.join());
  // Their names do not tell when these change.
  for (const unnamed of ['index.html', 'console-support.js'])
    hash.update(await readFile(path.join(draft, unnamed)));
  const version = hash.digest('hex').slice(0, 12);
  const empty = "{ version: '', files: [] }";
  if (!worker.includes(empty)) throw new Error(`web/public/sw.js has no ${empty} to fill in`);
  await writeFile(file, worker.replace(empty, JSON.stringify({ version, files })));
}

/** Into a folder beside, which is renamed into place: a server that starts meanwhile never reads half a build. */
export async function buildWeb(root) {
  // Whatever it is set to where the build runs (Jest: test), browsers get React without its checks.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const draft = path.join(root, `dist/.web-${process.pid}`);
  const target = path.join(root, 'dist/web');
  try {
    await build({
      root: path.join(root, 'web'),
      configFile: false,
      envFile: false,
      logLevel: 'error',
      esbuild: false,
      oxc: { jsx: { runtime: 'automatic' } },
      build: {
        outDir: draft,
        emptyOutDir: true,
        assetsDir: 'console-assets',
        // Inline files would be data: URLs, which the policy allows for pictures alone.
        assetsInlineLimit: 0,
        target: TARGET,
        cssTarget: TARGET,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
      },
    });
    await listFiles(draft);
    await writeFile(path.join(draft, 'pages.json'), JSON.stringify(await pagesOf(root)));
    if (existsSync(target)) await rm(target, { recursive: true });
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
