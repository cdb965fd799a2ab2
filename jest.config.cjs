const { existsSync } = require('node:fs');
const path = require('node:path');

const ifPresent = (file) => (existsSync(path.join(__dirname, file)) ? `<rootDir>/${file}` : undefined);

/** @type {import('jest').Config} */
module.exports = {
  // Folders, not globs with the root in them: the checkout may stand in a folder whose name a glob would misread.
  roots: ['<rootDir>/src', '<rootDir>/web', '<rootDir>/test'].filter((root) =>
    existsSync(root.replace('<rootDir>', __dirname)),
  ),
  testMatch: ['**/*.test.ts'],
  // Those in a real browser, and the drills, have a configuration of their own.
  testPathIgnorePatterns: ['/node_modules/', '/test/browser/', '/test/drills/'],
  // Test files share what they load: see the runtime.
  testEnvironment: '<rootDir>/scripts/jest/shared-environment.cjs',
  runtime: '<rootDir>/scripts/jest/shared-runtime.cjs',
  testSequencer: '<rootDir>/scripts/jest/longest-first.cjs',
  testTimeout: 30_000,
  maxWorkers: 2,

  globalSetup: ifPresent('test/kit/global-setup.ts'),
  globalTeardown: ifPresent('test/kit/global-teardown.ts'),
  setupFiles: ['reflect-metadata'],

  // With the options of .swcrc, which the build uses too.
  transform: { '\\.ts$': '@swc/jest' },

  errorOnDeprecated: true,
  restoreMocks: true,
};
