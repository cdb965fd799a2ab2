const config = require('./jest.config.cjs');

/** The console in a real browser: `npm run test:browser`. */
module.exports = {
  ...config,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
};
