const path = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/** Files of more than five seconds: the ones to begin with where Jest has no durations of an earlier run. */
const LONG = [
  'test/matrix/entry-points.test.ts',
  'test/matrix/scope.test.ts',
  'test/drills/differential.test.ts',
  'test/drills/generate-commands.test.ts',
  'test/drills/backups/backups.test.ts',
  'test/statements/row-types.test.ts',
  'test/drills/npm-start.test.ts',
  'test/drills/migrations-down-and-up.test.ts',
  'test/drills/embedded-postgres.test.ts',
  'test/drills/embedded-crashes.test.ts',
  'test/drills/generated-city.test.ts',
  'test/migrations.test.ts',
  'test/bi/logins.test.ts',
  'test/bi/access.test.ts',
  'test/generate/city.test.ts',
  'test/matrix/sabotage.test.ts',
  'test/export/access.test.ts',
  'test/export/transfer.test.ts',
  'test/drills/lost-database.test.ts',
  'test/api/composed-statements.test.ts',
  'test/api/unconfirmed-agreements.test.ts',
  'test/faults/contention.test.ts',
];

/** Jest's order is by duration, but on a machine without its cache by size: then the longest file might start last. */
module.exports = class LongestFirst extends Sequencer {
  time(test) {
    const file = path.relative(test.context.config.rootDir, test.path).split(path.sep).join('/');
    return super.time(test) ?? (LONG.includes(file) ? 10_000 - LONG.indexOf(file) : 1000);
  }
};
