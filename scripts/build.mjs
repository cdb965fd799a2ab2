// Compiles src/, migrations/, ormconfig.ts and the folders named as arguments into dist/, file by file, and touches
// only what has changed; then web/ into dist/web as a whole, where anything of it has changed.
//   node scripts/build.mjs [--server] [folders]    --server: without web/, whose types follow from what the server prints.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const manifestFile = path.join(dist, '.build.json');
const webManifestFile = path.join(dist, '.build-web.json');
const isServerOnly = process.argv.includes('--server');
const extra = process.argv.slice(2).filter((argument) => argument !== '--server');
const started = performance.now();

/** The files under `folder`, as paths with forward slashes from the root of the checkout. */
async function filesUnder(base, folder) {
  const top = path.join(base, folder);
  if (!existsSync(top)) return [];
  const entries = await readdir(top, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(base, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

const isCompiled = (file) => file.endsWith('.ts') && !file.endsWith('.d.ts');
const isLeftOut = (file) =>
  file.endsWith('.test.ts') || file.endsWith('.d.ts') || file.includes('/node_modules/');
const outputsOf = (file) =>
  isCompiled(file) ? [file.replace(/\.ts$/, '.js'), file.replace(/\.ts$/, '.js.map')] : [file];

const sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** What besides a file's own text decides its output: this script, the options and the compiler. */
async function recipe() {
  return sha256(
    await readFile(fileURLToPath(import.meta.url)),
    await readFile(path.join(root, '.swcrc')),
    require('@swc/core/package.json').version,
  );
}

const readManifest = async (file) => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { recipe: '', files: {} };
  }
};

let temporary = 0;
/** Renamed into place, so that a server starting beside this build never reads half a file. */
async function write(file, content) {
  const target = path.join(dist, file);
  await mkdir(path.dirname(target), { recursive: true });
  const draft = path.join(dist, `.draft-${process.pid}-${temporary++}`);
  await writeFile(draft, content);
  await rename(draft, target);
}

async function compile(file, text, swc) {
  if (!isCompiled(file)) return write(file, text);
  const [code, map] = outputsOf(file);
  const output = await swc.transform(text.toString('utf8'), {
    cwd: root,
    root,
    filename: path.join(root, file),
    sourceFileName: path.posix.relative(path.posix.dirname(`dist/${file}`), file),
    inlineSourcesContent: false,
  });
  await write(map, output.map);
  await write(code, `${output.code}\n//# sourceMappingURL=${path.posix.basename(map)}\n`);
}

async function build() {
  const sources = [...(await filesUnder(root, 'src')), ...(await filesUnder(root, 'migrations'))];
  for (const folder of extra) sources.push(...(await filesUnder(root, folder)).filter(isCompiled));
  if (existsSync(path.join(root, 'ormconfig.ts'))) sources.push('ormconfig.ts');
  const wanted = sources.filter((file) => !isLeftOut(file)).sort();
  if (wanted.length === 0) throw new Error('nothing to build: src/ is missing or empty');

  const previous = await readManifest(manifestFile);
  const current = { recipe: await recipe(), files: {} };
  const present = new Set(await filesUnder(dist, '.'));
  const changed = [];
  for (const file of wanted) {
    const text = await readFile(path.join(root, file));
    current.files[file] = sha256(text);
    const upToDate =
      previous.recipe === current.recipe &&
      previous.files[file] === current.files[file] &&
      outputsOf(file).every((output) => present.has(output));
    if (!upToDate) changed.push({ file, text });
  }
  const expected = new Set(wanted.flatMap(outputsOf));
  const isOurs = (file) => /^(src|migrations)\//.test(file) || file.startsWith('ormconfig.');
  const stale = [...present].filter((file) => isOurs(file) && !expected.has(file));

  if (changed.length > 0 || stale.length > 0) {
    // No manifest while files are being written: a build that is cut short is followed by a whole one.
    await rm(manifestFile, { force: true });
    await Promise.all(stale.map((file) => rm(path.join(dist, file), { force: true })));
    const swc = changed.length > 0 ? require('@swc/core') : undefined;
    const results = await Promise.allSettled(changed.map(({ file, text }) => compile(file, text, swc)));
    const failed = results.filter((result) => result.status === 'rejected');
    if (failed.length > 0) {
      for (const { reason } of failed)
        console.error(
          String(reason?.message ?? reason)
            .split('\n\nCaused by')[0]
            .trimEnd(),
        );
      throw new Error(`${failed.length} of ${changed.length} files do not compile`);
    }
    await write('.build.json', JSON.stringify(current));
  }
  const took = `${Math.round(performance.now() - started)} ms`;
  const done = [
    changed.length > 0 && `${changed.length} of ${wanted.length} files compiled`,
    stale.length > 0 && `${stale.length} stale removed`,
  ].filter(Boolean);
  console.log(`build: ${done.length > 0 ? done.join(', ') : `${wanted.length} files up to date`} (${took})`);
}

/** The console: all of it is built anew when any of its sources, or a package that it is built from, has changed. */
async function buildConsole() {
  const began = performance.now();
  const sources = (await filesUnder(root, 'web')).filter((file) => !file.endsWith('.test.ts')).sort();
  if (sources.length === 0) throw new Error('nothing to build: web/ is missing or empty');
  const script = path.join(root, 'scripts/build-web.mjs');
  const { dependencies } = require('../package.json');
  const hash = createHash('sha256')
    .update(JSON.stringify(dependencies))
    .update(await readFile(script));
  for (const file of sources) hash.update(`${file}\n`).update(await readFile(path.join(root, file)));
  const recipe = hash.digest('hex');
  if (
    (await readManifest(webManifestFile)).recipe === recipe &&
    existsSync(path.join(dist, 'web/pages.json'))
  )
    return;
  await rm(webManifestFile, { force: true });
  const { buildWeb } = await import('./build-web.mjs');
  await buildWeb(root);
  await write('.build-web.json', JSON.stringify({ recipe }));
  console.log(`build: the console (${Math.round(performance.now() - began)} ms)`);
}

try {
  await build();
  if (!isServerOnly) await buildConsole();
} catch (error) {
  console.error(`build: ${error.message}`);
  process.exitCode = 1;
}
