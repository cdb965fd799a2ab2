// Checks the operations of the console (web/**/*.graphql) against schema/schema.graphql, and writes their types into
// web/generated/graphql.ts and their list, for PERSISTED_OPERATIONS_FILE, into schema/console-operations.json.
//   node scripts/web-operations.mjs [--check]   --check writes nothing, and fails where a file is out of date
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse, Source } from 'graphql';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const TYPES = 'web/generated/graphql.ts';
const LIST = 'schema/console-operations.json';
const TEXT = { Date: 'string', DateTime: 'string', Decimal: 'string', YearMonth: 'string' };

const read = (file) => readFileSync(path.join(root, file), 'utf8');

function documents() {
  return readdirSync(path.join(root, 'web'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => path.posix.join('web', file.split(path.sep).join('/')))
    .sort()
    .map((location) => {
      const rawSDL = read(location);
      return { location, rawSDL, document: parse(new Source(rawSDL, location)) };
    });
}

/** The types and the documents as text: no GraphQL library runs in the browser. */
async function types() {
  const schemaAst = buildSchema(read('schema/schema.graphql'));
  const outputs = await preset.buildGeneratesSection({
    baseOutputDir: 'web/generated/',
    presetConfig: { fragmentMasking: false },
    config: {
      documentMode: 'string',
      scalars: TEXT,
      strictScalars: true,
      useTypeImports: true,
      enumsAsTypes: true,
      skipTypename: true,
      dedupeFragments: true,
    },
    schema: parse(read('schema/schema.graphql')),
    schemaAst,
    documents: documents(),
    plugins: [],
    pluginMap: {},
  });
  const output = outputs.find(({ filename }) => filename.endsWith('/graphql.ts'));
  const text = await codegen(output);
  // What no page uses is left out of the bundle.
  return text.replaceAll(' = new TypedDocumentString(', ' = /*#__PURE__*/ new TypedDocumentString(');
}

/** Each document exactly as it is sent, under the SHA-256 of its text. */
function list(typed) {
  const entries = [...typed.matchAll(/new TypedDocumentString\(`(\s*(?:query|mutation) [^`]*)`/g)].map(
    ([, text]) => [createHash('sha256').update(text).digest('hex'), text],
  );
  return `${JSON.stringify(Object.fromEntries(entries.sort(([, a], [, b]) => (a < b ? -1 : 1))), null, 2)}\n`;
}

const typed = await types();
const files = { [TYPES]: typed, [LIST]: list(typed) };
for (const [file, text] of Object.entries(files)) {
  if (existsSync(path.join(root, file)) && read(file) === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} is out of date: npm run operations`);
    process.exitCode = 1;
  } else {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    console.log(`wrote ${file}`);
  }
}
