/** Who may import whom within web/, as CONTRIBUTING.md describes it. */

/** The parts of web/ from the top down. Each may import those below that it names, and itself. */
const PARTS = {
  pages: [
    'app/(page-frame|pages|sign-out|language-switch)',
    'outbox/',
    'records/',
    'overviews/',
    'assessments/',
    'reporting/',
    'forms/',
    'place/',
    'session/(viewer|use-session|administrator-reset)',
    'api/',
    'ui/',
  ],
  app: ['pages/', 'outbox/', 'place/', 'session/', 'api/', 'ui/'],
  outbox: ['api/', 'records/', 'ui/'],
  records: ['place/', 'api/', 'ui/'],
  assessments: ['ui/'],
  reporting: ['forms/', 'api/', 'ui/'],
  forms: ['session/viewer', 'api/', 'ui/'],
  overviews: ['forms/', 'place/', 'session/viewer', 'api/', 'ui/'],
  place: ['api/', 'ui/'],
  session: ['app/(language-switch|logo)', 'api/', 'ui/'],
  api: ['session/browser-session'],
  ui: ['api/(request-failed|download|connections)'],
  messages: [],
};
const EVERYONE_MAY = ['messages/', 'generated/'];

const partRules = Object.entries(PARTS).map(([part, may]) => ({
  name: `web-${part}-imports-only-what-lies-below`,
  severity: 'error',
  comment:
    'pages → outbox, records, overviews, assessments, reporting, forms → place → session, api → ui → messages.',
  from: { path: `^web/${part}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^web/', pathNot: [`${part}/`, ...may, ...EVERYONE_MAY].map((path) => `^web/${path}`) },
}));

exports.webRules = [
  ...partRules,
  {
    name: 'a-page-imports-no-other-page',
    severity: 'error',
    comment:
      'What two pages share lies beside pages/: records/, overviews/, assessments/, reporting/, forms/, ui/.',
    from: { path: '^web/pages/([^/]+)/' },
    to: { path: '^web/pages/', pathNot: '^web/pages/$1/' },
  },
  {
    name: 'the-console-and-the-server-meet-over-http',
    severity: 'error',
    comment:
      'web/ runs in browsers. The server knows its files, and it knows the API by schema/schema.graphql.',
    from: { path: '^(src|migrations)/' },
    to: { path: '^web/' },
  },
  {
    name: 'the-console-imports-nothing-of-the-server',
    severity: 'error',
    from: { path: '^web/' },
    to: { path: '^(src|migrations|test)/' },
  },
  {
    name: 'every-file-of-the-console-is-in-a-part',
    severity: 'error',
    comment: 'A file of web/ belongs to one of the parts above, or no rule applies to it.',
    from: { path: '^web/.*/', pathNot: [...Object.keys(PARTS), 'generated'].map((part) => `^web/${part}/`) },
    to: {},
  },
];
