export type MaybePromise<T> = T | Promise<T>;

/** True for what resolvers and the like may hand over as a promise. */
export function isPromise<T>(value: MaybePromise<T>): value is Promise<T> {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isObject && typeof (value as { then?: unknown }).then === 'function';
}

/** The same of what was made here, where promises are the language's own. Looking for `then` takes several times as long. */
export function isPending<T>(value: MaybePromise<T>): value is Promise<T> {
  return value instanceof Promise;
}

/** Promises that nobody waits for any more, for an error beside them: their own errors are of no interest. */
export function abandon(values: readonly unknown[]): void {
  for (const value of values) if (isPending(value)) value.catch(() => undefined);
}
