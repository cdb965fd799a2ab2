const { existsSync } = require('node:fs');
const config = require('./jest.config.cjs');

// Backups are tried with Debian's own programs. In CI they have to be there (.ci/run installs them).
const backups = existsSync('/usr/lib/postgresql/15/bin/initdb') || Boolean(process.env.CI);
if (!backups) {
  console.warn(
    'Left out: test/drills/backups. It needs PostgreSQL 15 of Debian: apt-get install postgresql-15',
  );
}

// Spreadsheets go through LibreOffice, which CI has to have too.
const libreOffice = existsSync('/usr/bin/soffice') || Boolean(process.env.CI);
if (!libreOffice) {
  console.warn(
    'Left out: test/drills/libreoffice. It needs LibreOffice Calc: apt-get install libreoffice-calc',
  );
}

/**
 * Databases that crash, get lost, fail over, move, fail, are kept waiting, are restored from a backup or migrated down and
 * up; `npm start` and a first build from a copy of the tree; the demo loaded on many days, and commands that are killed in
 * the middle; a hundred thousand random operations, and spreadsheets that LibreOffice has saved: `npm run test:drills`.
 */
module.exports = {
  ...config,
  roots: ['<rootDir>/test/drills'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(backups ? [] : ['/test/drills/backups/']),
    ...(libreOffice ? [] : ['/test/drills/libreoffice/']),
  ],
};
