const asyncHooks = require('node:async_hooks');
const { addHook } = require('pirates');

const TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');
const HANDLERS = Symbol.for('EVENT_HANDLERS');
/** What a file may contain, as Jest's transformer wants to know it: CommonJS. */
const COMMON_JS = {
  isInternalModule: false,
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: false,
  supportsStaticESM: false,
  supportsTopLevelAwait: false,
};

/** Where the source maps of the files compiled in this worker are. */
const sourceMaps = new Map();
let transformer;

addHook(
  (code, file) => {
    const compiled = transformer.transform(file, COMMON_JS, code);
    if (compiled.sourceMapPath !== null) sourceMaps.set(file, compiled.sourceMapPath);
    return compiled.code;
  },
  { exts: ['.ts'], ignoreNodeModules: true },
);

/**
 * What jest-circus keeps for the test that runs: in a variable, since our tests run one after another. Node would copy an
 * AsyncLocalStorage into every promise that the tests and the server make.
 */
class RunningTest {
  run(store, todo) {
    const outer = this.store;
    const leave = () => {
      this.store = outer;
    };
    this.store = store;
    const result = todo();
    if (typeof result?.finally === 'function') return result.finally(leave);
    leave();
    return result;
  }

  getStore() {
    return this.store;
  }
}

/**
 * Jest's runtime over Node's own module cache: the modules that one test file has loaded serve the next one of the
 * worker. Jest's default runtime evaluates all of them anew for each file, which took a third of the whole run.
 */
module.exports = class SharedRuntime {
  constructor(_config, environment, _resolver, scriptTransformer, _cache, _coverage, testPath) {
    transformer = scriptTransformer;
    this.testPath = testPath;
    this.mocker = environment.moduleMocker;
    // Set by jest.setTimeout of an earlier file.
    delete globalThis[TIMEOUT];
    const timers = environment.fakeTimersModern;
    globalThis.jest = {
      advanceTimersByTimeAsync: timers.advanceTimersByTimeAsync.bind(timers),
      fn: this.mocker.fn.bind(this.mocker),
      replaceProperty: this.mocker.replaceProperty.bind(this.mocker),
      setTimeout: (ms) => {
        globalThis[TIMEOUT] = ms;
      },
      spyOn: this.mocker.spyOn.bind(this.mocker),
      useFakeTimers: timers.useFakeTimers.bind(timers),
      useRealTimers: timers.useRealTimers.bind(timers),
    };
  }

  /** Loads jest-circus, whose state is that of one test file. */
  requireInternalModule(file) {
    delete globalThis[HANDLERS];
    delete require.cache[file];
    const { AsyncLocalStorage } = asyncHooks;
    asyncHooks.AsyncLocalStorage = RunningTest;
    try {
      return require(file);
    } finally {
      asyncHooks.AsyncLocalStorage = AsyncLocalStorage;
    }
  }

  requireModule(file) {
    if (file === this.testPath) delete require.cache[file];
    return require(file);
  }

  restoreAllMocks() {
    this.mocker.restoreAllMocks();
  }

  getSourceMaps() {
    return sourceMaps;
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  unstable_shouldLoadAsEsm() {
    return false;
  }

  setGlobalsForRuntime() {}
  enterTestCode() {}
  leaveTestCode() {}

  teardown() {}
};
