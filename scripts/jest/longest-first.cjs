const path = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/** Files of more than five seconds: the ones to begin with where Jest has no durations of an earlier run. */
const LONG = [
  'test/matrix/scope.test.ts',
  'test/matrix/entry-points.test.ts',
  'test/drills/differential.test.ts',
  'test/drills/backups/backups.test.ts',
  'test/drills/generate-commands.test.ts',
  'test/drills/npm-start.test.ts',
  'test/drills/migrations-down-and-up.test.ts',
  'test/drills/spreadsheets-in-bulk.test.ts',
  'test/drills/demo-loading.test.ts',
  'test/drills/embedded-postgres.test.ts',
  'test/drills/contention.test.ts',
  'test/browser/every-page.test.ts',
  'test/browser/entry.test.ts',
  'test/browser/import.test.ts',
  'test/browser/agreements.test.ts',
  'test/browser/sign-in.test.ts',
  'test/export/sheet-access.test.ts',
  'test/export/access.test.ts',
  'test/matrix/sabotage.test.ts',
  'test/notice/deliveries.test.ts',
  'test/export/transfer.test.ts',
  'test/notice/waiting-mails.test.ts',
  'test/tenancy/row-checks.test.ts',
  'test/sheets/annotated.test.ts',
  'test/sheets/hostile-files.test.ts',
  'test/bi/access.test.ts',
  'test/bi/estimates.test.ts',
];

/** Jest's order is by duration, but on a machine without its cache by size: then the longest file might start last. */
module.exports = class LongestFirst extends Sequencer {
  time(test) {
    const file = path.relative(test.context.config.rootDir, test.path).split(path.sep).join('/');
    return super.time(test) ?? (LONG.includes(file) ? 10_000 - LONG.indexOf(file) : 1000);
  }
};
