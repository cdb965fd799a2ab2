const { webRules } = require('./.dependency-cruiser-web.cjs');

/** Who may import whom, as CONTRIBUTING.md describes the architecture. `npm run imports` checks it alone. */

/** Each module and the modules it may import. The order has no cycles. */
const MODULES = {
  directory: [],
  agreement: ['directory'],
  completion: ['directory', 'agreement'],
  staffing: ['directory', 'agreement'],
  funding: ['directory', 'agreement'],
  satisfaction: ['directory', 'agreement'],
  snapshot: ['directory', 'agreement', 'completion', 'staffing', 'funding', 'satisfaction'],
  assessment: ['directory', 'agreement', 'completion', 'staffing', 'funding', 'snapshot'],
  evaluation: ['directory', 'agreement', 'assessment'],
  reporting: ['directory', 'agreement', 'completion', 'staffing', 'funding', 'satisfaction', 'snapshot'],
  'service-record': ['directory', 'agreement', 'completion', 'reporting'],
  remark: ['directory', 'agreement', 'service-record', 'reporting'],
  notice: ['directory', 'agreement', 'assessment', 'task'],
  analytics: ['directory', 'agreement', 'completion'],
  overview: ['directory', 'agreement', 'completion', 'staffing', 'funding', 'assessment'],
  task: ['directory', 'agreement', 'funding', 'assessment', 'reporting'],
  'sheet-import': ['directory', 'agreement', 'completion', 'service-record', 'staffing'],
  'report-audit': ['directory', 'agreement', 'completion', 'snapshot', 'service-record', 'sheet-import'],
  membership: ['directory'],
  audit: [],
  export: [
    'directory',
    'agreement',
    'completion',
    'service-record',
    'staffing',
    'funding',
    'assessment',
    'sheet-import',
  ],
  node: [
    'directory',
    'agreement',
    'service-record',
    'assessment',
    'evaluation',
    'satisfaction',
    'reporting',
    'sheet-import',
    'report-audit',
  ],
};

/** The layers from the top down. Each may import those below that it names, and itself. */
const MAIN = '^src/main\\.ts$';
const SERVER = '^src/server\\.ts$';
const CLI = '^src/cli/';
const API = '^src/api\\.ts$';
const START = '^src/start/';
const EMBEDDED_POSTGRES = '^src/embedded-postgres/';
const BI = '^src/bi/';
const DEMO = '^src/demo/';
const GENERATE = '^src/generate/';
const VERIFY = '^src/verify/';
const WHOLE_CITY = '^src/platform/database/whole-city\\.ts$';
const EXPLORER = '^src/explorer/';
const CONSOLE = '^src/console/';
const CONFIG = '^src/config/';
const ANY_MODULE = '^src/modules/';
const ACCESS = '^src/access/';
const PLATFORM = '^src/platform/';
const MESSAGES = '^src/messages/';

/** Tests beside the rules they test are no part of the program. */
const TEST_BESIDE = '\\.test\\.ts$';

const LAYERS = {
  config: { from: CONFIG, may: [PLATFORM] },
  messages: { from: MESSAGES, may: [] },
  platform: { from: PLATFORM, may: [MESSAGES] },
  'embedded-postgres': {
    from: EMBEDDED_POSTGRES,
    may: ['^src/platform/start-error\\.ts$', '^src/platform/database/(collations|public-rights)\\.ts$'],
  },
  access: { from: ACCESS, may: [PLATFORM, MESSAGES] },
  modules: { from: ANY_MODULE, may: [ACCESS, PLATFORM, MESSAGES] },
  api: { from: API, may: [ANY_MODULE, ACCESS, PLATFORM] },
  bi: { from: BI, may: [ACCESS, PLATFORM] },
  demo: { from: DEMO, may: [API, EXPLORER, GENERATE, ANY_MODULE, ACCESS, PLATFORM] },
  generate: { from: GENERATE, may: [EXPLORER, ANY_MODULE, ACCESS, PLATFORM] },
  verify: { from: VERIFY, may: [PLATFORM] },
  explorer: { from: EXPLORER, may: [ANY_MODULE, ACCESS, PLATFORM] },
  console: { from: CONSOLE, may: [PLATFORM] },
  server: { from: SERVER, may: [API, CONSOLE, DEMO, EXPLORER, CONFIG, ANY_MODULE, ACCESS, PLATFORM] },
  start: {
    from: START,
    may: [SERVER, DEMO, GENERATE, EXPLORER, EMBEDDED_POSTGRES, CONFIG, ACCESS, PLATFORM],
  },
  cli: {
    from: CLI,
    may: [
      START,
      SERVER,
      API,
      BI,
      DEMO,
      GENERATE,
      VERIFY,
      EXPLORER,
      EMBEDDED_POSTGRES,
      CONFIG,
      ANY_MODULE,
      ACCESS,
      PLATFORM,
      MESSAGES,
    ],
  },
  main: { from: MAIN, may: [START, CONFIG, PLATFORM] },
};

const layerRules = Object.entries(LAYERS).map(([name, { from, may }]) => ({
  name: `${name}-imports-only-what-lies-below`,
  severity: 'error',
  comment: 'Imports go one way: main → server → modules → access → platform → messages.',
  from: { path: from, pathNot: TEST_BESIDE },
  to: { path: '^src/', pathNot: [from, ...may] },
}));

const moduleRules = Object.entries(MODULES).map(([name, may]) => ({
  name: `module-${name}-asks-only-modules-below`,
  severity: 'error',
  comment:
    'directory ← agreement ← completion ← service-record, analytics; agreement ← staffing, funding, assessment ← overview.',
  from: { path: `^src/modules/${name}/` },
  to: { path: ANY_MODULE, pathNot: [name, ...may].map((module) => `^src/modules/${module}/`) },
}));

const onlyIn = (name, library, places) => ({
  name,
  severity: 'error',
  comment: `${library} stays in the files made for it.`,
  from: { path: '^(src/|migrations/|ormconfig\\.ts$)', pathNot: [...places, TEST_BESIDE] },
  to: { path: `(^|/)node_modules/(@types/)?${library}(/|$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'No cycles at all, not even of types: they hide which file is the lower one.',
      from: {},
      to: { circular: true },
    },
    ...layerRules,
    ...moduleRules,
    ...webRules,
    {
      name: 'modules-are-imported-through-index',
      severity: 'error',
      comment: 'Whoever is not of the module imports its index.ts, and nothing behind it.',
      from: { path: '^src/', pathNot: [ANY_MODULE, TEST_BESIDE] },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'modules-import-each-other-through-index',
      severity: 'error',
      comment: 'Whoever is not of the module imports its index.ts, and nothing behind it.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'embedded-postgres-is-imported-through-index',
      severity: 'error',
      comment: 'Its users start and stop it; how it is run is its own concern.',
      from: { path: '^src/', pathNot: [EMBEDDED_POSTGRES] },
      to: { path: EMBEDDED_POSTGRES, pathNot: '^src/embedded-postgres/index\\.ts$' },
    },
    {
      name: 'repositories-know-no-api',
      severity: 'error',
      comment: 'A row is not a GraphQL class: a repository declares its rows, a resolver returns them.',
      from: { path: '\\.(repository|sql)\\.ts$' },
      to: { path: '\\.(type|input|resolver|service)\\.ts$' },
    },
    {
      name: 'every-module-is-in-the-order',
      severity: 'error',
      comment: 'A new module is entered in MODULES above, with the modules it may ask.',
      from: { path: ANY_MODULE, pathNot: Object.keys(MODULES).map((name) => `^src/modules/${name}/`) },
      to: {},
    },
    {
      name: 'every-file-is-in-a-layer',
      severity: 'error',
      comment: 'A file of src belongs to one of the layers above, or no rule applies to it.',
      from: { path: '^src/', pathNot: Object.values(LAYERS).map(({ from }) => from) },
      to: {},
    },
    {
      name: 'no-import-from-outside-the-layers',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: Object.values(LAYERS).map(({ from }) => from) },
    },
    {
      name: 'config-is-read-by-those-who-start',
      severity: 'error',
      comment: 'Settings are handed down as arguments.',
      from: { path: '^(src|migrations)/', pathNot: [CONFIG, MAIN, START, SERVER, CLI, TEST_BESIDE] },
      to: { path: CONFIG },
    },
    {
      name: 'the-whole-city-is-read-by-a-command-alone',
      severity: 'error',
      comment: 'Whoever answers requests has the scope of a session, and no other.',
      from: { path: '^(src|migrations)/', pathNot: [VERIFY, TEST_BESIDE] },
      to: { path: WHOLE_CITY },
    },
    {
      name: 'migrations-stand-alone',
      severity: 'error',
      comment:
        'A migration means the same for ever: it imports types of TypeORM, and what is frozen in a folder beside it.',
      from: { path: '^migrations/' },
      to: { pathNot: ['^migrations/[^/]+/', '(^|/)node_modules/typeorm/'] },
    },
    {
      name: 'migrations-import-typeorm-for-types',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '(^|/)node_modules/typeorm/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'frozen-folders-stand-alone',
      severity: 'error',
      comment: 'A folder of migrations/ imports nothing from another one: copy it.',
      from: { path: '^migrations/([^/]+)/' },
      to: { path: '^migrations/', pathNot: '^migrations/$1/' },
    },
    {
      name: 'src-imports-no-migration',
      severity: 'error',
      comment: 'Migrations are found in their folder and run; nothing else uses them.',
      from: { path: '^src/' },
      to: { path: '^migrations/' },
    },
    {
      name: 'the-program-imports-no-test',
      severity: 'error',
      from: { path: '^(src|migrations|benchmark)/|^ormconfig\\.ts$' },
      to: { path: '^test/|\\.test\\.ts$' },
    },
    onlyIn('typeorm-only-where-it-belongs', 'typeorm', [
      '^src/platform/database/migrations\\.ts$',
      '^migrations/',
      '^ormconfig\\.ts$',
    ]),
    onlyIn('type-graphql-only-where-it-belongs', 'type-graphql', [
      '\\.(type|input|resolver)\\.ts$',
      '^src/platform/graphql/',
    ]),
    onlyIn('hucre-only-where-it-belongs', 'hucre', [
      '^src/platform/sheets/(annotate-file|csv|raw|raw-workbook|write-rows|write-workbook)\\.ts$',
    ]),
    onlyIn('yauzl-only-where-it-belongs', 'yauzl', ['^src/platform/sheets/zip-(gate|parts)\\.ts$']),
    onlyIn('pg-only-where-it-belongs', 'pg(-copy-streams)?', ['^src/platform/database/', EMBEDDED_POSTGRES]),
    {
      name: 'no-dev-dependency-in-the-program',
      severity: 'error',
      comment: 'What the program needs is installed where it runs: move the package to dependencies.',
      from: { path: '^(src|web|migrations)/|^ormconfig\\.ts$', pathNot: [TEST_BESIDE, '^web/generated/'] },
      to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment: 'Another package happens to bring this one along; declare it.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dead-import',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The benchmark's programs that are not compiled have packages of their own, installed only to run it.
    exclude: { path: '^(dist|coverage)/|^benchmark/(node_modules/|.*\\.mjs$)' },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'require', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
      mainFields: ['main', 'types', 'typings'],
    },
  },
};
