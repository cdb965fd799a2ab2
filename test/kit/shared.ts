/** What a worker of Jest makes once for all its test files. */
interface Closable {
  close: () => Promise<void>;
}

declare global {
  var sharedOfWorker: Map<string, Promise<Closable>> | undefined;
}

/** What is shared under this name, made by the first that asks for it. */
export async function shared<T extends Closable>(name: string, start: () => Promise<T>): Promise<T> {
  if (!globalThis.sharedOfWorker) {
    globalThis.sharedOfWorker = new Map();
    // Jest ends a worker by taking its own listener away, and lets it end by itself: what is shared would keep it alive.
    process.on('removeListener', (event) => {
      if (event === 'message') process.exit();
    });
  }
  const running = (globalThis.sharedOfWorker.get(name) as Promise<T> | undefined) ?? start();
  globalThis.sharedOfWorker.set(name, running);
  // One that has not started is not kept for the next file.
  running.catch(() => globalThis.sharedOfWorker?.delete(name));
  return running;
}

/** For a run in Jest's own process, which has no worker. */
export async function closeShared(): Promise<void> {
  for (const running of globalThis.sharedOfWorker?.values() ?? []) await (await running).close();
}
