const { ModuleMocker } = require('jest-mock');

const exit = process.exit.bind(process);

/** A test environment without a vm context of its own: test files share the worker's globals. */
module.exports = class SharedEnvironment {
  constructor() {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
  }

  async setup() {}

  async teardown() {
    // Jest replaces it for each test file.
    process.exit = exit;
  }

  exportConditions() {
    return ['node', 'require'];
  }

  getVmContext() {
    return null;
  }
};
