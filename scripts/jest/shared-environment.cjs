const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

const exit = process.exit.bind(process);

/** A test environment without a vm context of its own: test files share the worker's globals. */
module.exports = class SharedEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
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
