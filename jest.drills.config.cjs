const { existsSync } = require('node:fs');
const config = require('./jest.config.cjs');

// Backups are tried with Debian's own programs. In CI they have to be there (.ci/run installs them).
const backups = existsSync('/usr/lib/postgresql/15/bin/initdb') || Boolean(process.env.CI);
if (!backups) {
  console.warn(
    'Left out: test/drills/backups. It needs PostgreSQL 15 of Debian: apt-get install postgresql-15',
  );
}

/**
 * Databases that crash, get lost, fail over, move, or are restored from a backup, commands that are killed in the middle,
 * and a hundred thousand random operations: `npm run test:drills`.
 */
module.exports = {
  ...config,
  roots: ['<rootDir>/test/drills'],
  testPathIgnorePatterns: ['/node_modules/', ...(backups ? [] : ['/test/drills/backups/'])],
};
